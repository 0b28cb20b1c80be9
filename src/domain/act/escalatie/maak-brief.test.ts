import { describe, expect, test } from 'vitest'
import { dag, flevoland, speel, volledigeZet, zw } from '../../../../test/escalatie.ts'
import { maakBrief } from './maak-brief.ts'
import type { Zet } from './zaak.ts'

const D = dag('2026-11-02')
const namen = new Map([
  ['0439', 'Purmerend'],
  ['0479', 'Zaanstad'],
  ['01A03', '01A03 Hulp bij het huishouden'],
])

function helebrief(welke: typeof zw, vooraf: Parameters<typeof speel>[1], code: string, eigen: Partial<Zet> = {}) {
  const zet = volledigeZet(welke.ladder, speel(welke.ladder, vooraf), code, D, eigen)
  return maakBrief(welke.ladder, zet, {
    aanbieder: 'Stichting Voorbeeld',
    regio: 'Proefregio',
    kenmerk: 'ESC-2026-0001',
    gespreksdatum: D,
    namen,
  })!
}

const brief = (...hoe: Parameters<typeof helebrief>) => helebrief(...hoe).alineas

// What was decided stands in the letter as it was decided, whatever somebody wrote beside it (DOC-02).
describe('de brief noemt de maatregel zoals zij is besloten', () => {
  const trede6: Parameters<typeof speel>[1] = ['B1', ['B3', '2026-11-02', { doel: 'TREDE-6.voorstel' }]]

  test.each([
    [
      'DOC-02, ESB-10: een boete met haar bedrag',
      brief(flevoland, trede6, 'B11-6b', { maatregelen: [{ soort: 'boete', velden: { bedrag: '125000' } }] }),
      /^De maatregel: boete, bedrag €\s1\.250,00\.$/,
    ],
    [
      'DOC-02, ESB-10: een boete samen met een terugvordering',
      brief(flevoland, trede6, 'B11-6b', {
        maatregelen: [
          { soort: 'boete', velden: { bedrag: '125000' } },
          { soort: 'terugvordering', velden: { bedrag: '5' } },
        ],
      }),
      /^De maatregel: boete, bedrag €\s1\.250,00; onrechtmatige declaraties terugvorderen, bedrag €\s0,05\.$/,
    ],
    [
      'DOC-02, ESA-13: een cliëntenstop met de gemeenten en producten waarvoor zij geldt',
      brief(zw, ['A1', 'A4', 'A5'], 'A18-aan', {
        maatregelen: [{ soort: 'clientenstop', velden: { gemeenten: '0439,0479', producten: '01A03' } }],
      }),
      /^De maatregel: cliëntenstop, gemeenten Purmerend, Zaanstad, producten 01A03 Hulp bij het huishouden\.$/,
    ],
    [
      'DOC-02, ESA-13: een cliëntenstop zonder grenzen',
      brief(zw, ['A1', 'A4', 'A5'], 'A18-aan', {
        maatregelen: [{ soort: 'clientenstop', velden: { gemeenten: '', producten: '' } }],
      }),
      /^De maatregel: cliëntenstop\.$/,
    ],
  ])('%s', (_, alineas, zin) => {
    expect(alineas.filter((alinea) => zin.test(alinea))).toHaveLength(1)
  })

  test('DOC-02: elke brief die een maatregel oplegt, noemt haar', () => {
    for (const { ladder } of [zw, flevoland]) {
      for (const { brief, maatregelen } of ladder.overgangen) {
        if (brief === null || maatregelen.start.length === 0) continue
        const { naam, alineas } = ladder.brieven.find(({ code }) => code === brief)!
        expect(alineas.join(' '), naam).toContain('{maatregelen}')
      }
    }
  })

  test.each([
    [
      'geen',
      /Deze trede is niet noodzakelijk voor de veiligheid van cliënten of om verdere fraude te voorkomen; een tijdig bezwaar schort haar op\. Omdat het moet\./,
    ],
    [
      'veiligheid',
      /Deze trede is noodzakelijk voor de veiligheid van cliënten; een bezwaar schort haar niet op\. Omdat het moet\./,
    ],
    [
      'fraude',
      /Deze trede is noodzakelijk om verdere fraude te voorkomen; een bezwaar schort haar niet op\. Omdat het moet\./,
    ],
  ])('ESB-14, ESB-15, ESB-16: de brief zegt of een bezwaar opschort (%s)', (noodzaak, zin) => {
    const zaak = speel(flevoland.ladder, ['B1', ['B3', '2026-11-02', { doel: 'TREDE-3.voorstel' }]])
    const { velden } = volledigeZet(flevoland.ladder, zaak, 'B8', D)
    const eigen = { velden: { ...velden, noodzaak, noodzaakreden: 'Omdat het moet.' } }
    expect(brief(flevoland, ['B1', ['B3', '2026-11-02', { doel: 'TREDE-3.voorstel' }]], 'B8', eigen).join(' ')).toMatch(
      zin,
    )
  })

  test('DOC-02: elke brief van een stap heeft een onderwerp dat zegt waar hij over gaat', () => {
    for (const { ladder } of [zw, flevoland]) {
      for (const { naam, onderwerp } of ladder.brieven) {
        expect(onderwerp.length, naam).toBeGreaterThan(15)
        expect(onderwerp, naam).not.toBe(naam)
      }
    }
    expect(helebrief(zw, ['A1', 'A4'], 'A5').onderwerp).toBe(
      'Uitkomst van ons gesprek: tekortkoming, verbeterplan en termijnen',
    )
  })

  test('een brief zonder maatregel laat de zin weg', () => {
    expect(brief(zw, ['A1', 'A4'], 'A5').join(' ')).not.toContain('maatregel:')
  })
})
