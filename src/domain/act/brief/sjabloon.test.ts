import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Documentsoorten } from '../../plan/dossier/documentsoorten.ts'
import { Kalender } from '../../begrippen/werkdagen.ts'
import { Termijnen } from '../../plan/inrichting/regelset.ts'
import { controleerSjabloon, Sjabloontekst } from './controleer-sjabloon.ts'
import { alsBlokken, maakBriefblokken, ontvangen, type Briefinhoud } from './maak-briefdocument.ts'
import { Briefsjablonen, type Sjabloon } from './sjabloon.ts'
import { vulAlinea } from './vul-alinea.ts'

function lees(naam: string) {
  const pad = join(import.meta.dirname, `../../../../db/regelsets/${naam}.json`)
  const { delen } = JSON.parse(readFileSync(pad, 'utf8')) as { delen: { deel: string; inhoud: unknown }[] }
  return (deel: string) => delen.find((een) => een.deel === deel)?.inhoud
}
const zw = lees('zaanstreek-waterland')
const { sjablonen } = Briefsjablonen.parse(zw('briefsjablonen'))
const taken = new Set((zw('taken') as { taken: { code: string }[] }).taken.map(({ code }) => code))
const kalender = Kalender.parse(zw('feestdagen'))
const van = (soort: string): Sjabloon => sjablonen.find((een) => een.soort === soort)!
const dag = (iso: string) => Temporal.PlainDate.from(iso)

describe('meegeleverde sjablonen', () => {
  test.each(['zaanstreek-waterland', 'flevoland'])(
    'DOC-02: elke sjabloon van %s is goed, en elke soort staat in de catalogus',
    (naam) => {
      const regelset = lees(naam)
      const eigen = Briefsjablonen.parse(regelset('briefsjablonen')).sjablonen
      const eigenTaken = new Set((regelset('taken') as { taken: { code: string }[] }).taken.map(({ code }) => code))
      expect(eigen.length).toBeGreaterThan(2)
      for (const sjabloon of eigen) expect(controleerSjabloon(sjabloon, eigenTaken), sjabloon.code).toEqual([])
      const soorten = Documentsoorten.parse(regelset('documentsoorten')).soorten.map(({ code }) => code)
      expect(soorten).toEqual(Array.from({ length: 58 }, (_, i) => `D${String(i + 1).padStart(2, '0')}`))
      const ladder = regelset('escalatieladder') as { brieven: { code: string }[] }
      const gedekt = new Set([...eigen.map(({ soort }) => soort), ...ladder.brieven.map(({ code }) => code)])
      const nodig =
        naam === 'flevoland'
          ? ['D28', 'D29', 'D30', 'D31', 'D32', 'D33', 'D34', 'D52', 'D57', 'D58']
          : ['D25', 'D28', 'D30', 'D37', 'D38', 'D40', 'D41', 'D48', 'D52', 'D57', 'D58']
      expect(nodig.filter((soort) => !gedekt.has(soort))).toEqual([])
    },
  )

  test('bezwaar in een brief is contractueel, nooit dat van de Awb', () => {
    const tekst = JSON.stringify([zw('briefsjablonen'), lees('flevoland')('briefsjablonen')])
    expect(tekst).not.toMatch(/bezwaarschrift|Algemene wet bestuursrecht|Awb|zes weken/i)
  })
})

describe('een gewijzigde sjabloon', () => {
  test.each([
    ['D57', 'wijziging', 'wat er wijzigt'],
    ['D57', 'ingang', 'de ingangsdatum'],
    ['D41', 'motivering', 'de motivering'],
    ['D40', 'besluiten', 'besproken en besloten'],
    ['D38', 'kpis', 'tabel met resultaten'],
    ['D58', 'klasse', 'de klasse'],
    ['D52', 'bericht', 'het bericht'],
  ])('DOC-02: %s zonder {%s} wordt geweigerd, met de zin die zegt wat ontbreekt', (soort, woord, naam) => {
    const sjabloon = van(soort)
    const zonder = { ...sjabloon, alineas: sjabloon.alineas.map((alinea) => alinea.replaceAll(`{${woord}}`, 'iets')) }
    const fouten = controleerSjabloon(zonder, taken)
    expect(fouten[0]).toContain(naam)
    expect(fouten[0]).toContain(`{${woord}}`)
  })

  test.each<[string, Partial<Sjabloon>, RegExp]>([
    ['een onbekend veld', { alineas: ['{bericht}', '{verzonnen}'] }, /\{verzonnen\}, en dat veld bestaat niet/],
    [
      'een verplicht veld dat niet meer verplicht is',
      { velden: [{ code: 'bericht', naam: 'Bericht', soort: 'tekst', verplicht: false }] },
      /verplicht zijn/,
    ],
    ['een onbekende taak', { taak: 'toveren' }, /staat niet in de taakverdeling/],
    ['aangetekend per mail', { aangetekend: true }, /gaat per post/],
  ])('%s wordt geweigerd', (_, anders, zin) => {
    expect(controleerSjabloon({ ...van('D52'), ...anders }, taken).join(' ')).toMatch(zin)
  })

  test('de tekst wordt in alinea’s geknipt, en is nooit leeg', () => {
    expect(Sjabloontekst.parse('Een.\r\n\r\n\n Twee\n- punt \n')).toEqual(['Een.', 'Twee\n- punt'])
    expect(Sjabloontekst.safeParse(' \n\n ').success).toBe(false)
  })
})

describe('de tekst van een brief', () => {
  const inhoud = (sjabloon: Sjabloon, meer: Partial<Briefinhoud> = {}): Briefinhoud => ({
    onderwerp: 'x',
    alineas: sjabloon.alineas,
    velden: sjabloon.velden,
    waarden: {},
    eigen: {},
    aanbieder: 'Veenlicht',
    afzender: 'Proefregio',
    nummer: 'ZW-2026-0001',
    datum: dag('2026-12-24'),
    wijze: 'post',
    kalender,
    termijnen: Termijnen.parse(zw('termijnen')).termijnen,
    ...meer,
  })

  test('TRM-06: een termijn telt vanaf de ontvangst: per post de eerste werkdag na verzending, per mail dezelfde dag', () => {
    expect(ontvangen(dag('2026-12-24'), 'post', kalender).toString()).toBe('2026-12-28')
    expect(ontvangen(dag('2026-12-24'), 'mail', kalender).toString()).toBe('2026-12-24')
    const brief = (wijze: 'mail' | 'post') =>
      JSON.stringify(maakBriefblokken(inhoud(van('D58'), { wijze, eigen: { klasse: 'klasse 1' } })))
    expect(/uiterlijk op ([^.]+)\./.exec(brief('mail'))![1]).not.toBe(/uiterlijk op ([^.]+)\./.exec(brief('post'))![1])
  })

  test('een zin met een leeg veld valt weg, een alinea zonder zinnen ook; wat is ingevuld wordt niet nog eens gevuld', () => {
    expect(vulAlinea('Een {a}. Twee {b}.', { a: 'x' })).toBe('Een x.')
    expect(vulAlinea('{b}', {})).toBeNull()
    expect(vulAlinea('{a}', { a: '{b}', b: 'geheim' })).toBe('{b}')
  })

  test('koppen en lijsten uit gewone tekst; opmaak van buiten blijft tekst', () => {
    expect(alsBlokken('Vooraf\n- een\n- twee\nErna\n\n## Kop\n<b>tekst</b>')).toEqual([
      { soort: 'alinea', tekst: 'Vooraf' },
      { soort: 'lijst', punten: ['een', 'twee'] },
      { soort: 'alinea', tekst: 'Erna' },
      { soort: 'kop', niveau: 2, tekst: 'Kop' },
      { soort: 'alinea', tekst: '<b>tekst</b>' },
    ])
  })

  test('D38: de resultaten van deze aanbieder komen als tabel in de brief', () => {
    const eigen = { kpis: [['Start zorg', 'Zaanstad', '81,2%', 'voldoende']] }
    const blokken = maakBriefblokken(inhoud(van('D38'), { waarden: { jaar: '2025' }, eigen }))
    expect(blokken).toContainEqual(expect.objectContaining({ soort: 'tabel', rijen: eigen.kpis }))
    expect(JSON.stringify(blokken)).toContain('over 2025')
  })
})
