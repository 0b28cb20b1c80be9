import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import flevoland from '../../../../db/regelsets/flevoland.json' with { type: 'json' }
import bestand from '../../../../db/regelsets/zaanstreek-waterland.json' with { type: 'json' }
import { Bewaartermijnen, deelcodes, grensVan, termijnzin, vernietigbaarVanaf } from './bewaartermijn.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const { termijnen } = Bewaartermijnen.parse(bestand.delen.find(({ deel }) => deel === 'bewaartermijnen')?.inhoud)

describe('bewaartermijnen van de regelset', () => {
  test('S14, R6: elke soort heeft precies één termijn met een bron', () => {
    for (const regelset of [bestand, flevoland]) {
      const { termijnen } = Bewaartermijnen.parse(regelset.delen.find(({ deel }) => deel === 'bewaartermijnen')?.inhoud)
      expect(termijnen.map(({ code }) => code)).toEqual([...deelcodes])
      expect(termijnen.filter(({ bron }) => bron.tekst.length < 20)).toEqual([])
    }
  })

  test('C1, R1: een overeenkomst blijft 10 jaar na het einde, niet 7', () => {
    expect(termijnzin(termijnen.find(({ code }) => code === 'overeenkomsten')!)).toBe(
      '10 jaar na het einde van de overeenkomst',
    )
  })

  test('C1: wat bij een overeenkomst hoort blijft zo lang als zij, toezicht daarbuiten 7 jaar', () => {
    const van = (code: string) => {
      const { lengte, eenheid, resultaat } = termijnen.find((een) => een.code === code)!
      return [lengte, eenheid, resultaat]
    }
    for (const code of ['gesprekken', 'escalaties']) expect([code, ...van(code)]).toEqual([code, 10, 'jaren', '16.1'])
    for (const code of ['gesprekken-zonder-overeenkomst', 'escalaties-zonder-overeenkomst', 'termijnen']) {
      expect([code, ...van(code)]).toEqual([code, 7, 'jaren', '12.1.5'])
    }
  })

  test('wat geen bron een termijn geeft, zegt dat het een keuze is, en andersom', () => {
    const gekozen = termijnen.filter(({ bron }) => bron.document.startsWith('Overlap, keuze')).map(({ code }) => code)
    expect(termijnen.filter(({ resultaat }) => resultaat === null).map(({ code }) => code)).toEqual(gekozen)
    expect(gekozen).toEqual(
      'clienten evaluaties publicaties overlegtafels mails leveringen accounts logwaarden weigeringen'.split(' '),
    )
  })
})

describe('vanaf wanneer iets vernietigd mag worden', () => {
  test.each([
    ['2026-12-31', 10, 'jaren', '2037-01-01'],
    // 29 February has no tenth birthday: the term ends on the 28th
    ['2024-02-29', 10, 'jaren', '2034-03-01'],
    ['2024-02-29', 4, 'jaren', '2028-03-01'],
    ['2028-02-28', 1, 'jaren', '2029-03-01'],
    ['2026-08-31', 6, 'maanden', '2027-03-01'],
    ['2026-08-30', 6, 'maanden', '2027-03-01'],
    ['2026-01-15', 6, 'maanden', '2026-07-16'],
  ] as const)('R1: einde %s, %i %s: vanaf %s', (einde, lengte, eenheid, verwacht) => {
    expect(vernietigbaarVanaf(dag(einde), { lengte, eenheid })!.toString()).toBe(verwacht)
  })

  test('R2: zonder einde nooit', () => {
    expect(vernietigbaarVanaf(null, { lengte: 1, eenheid: 'maanden' })).toBeNull()
  })

  test('R1: de grens van vandaag is het laatste einde dat al mag, op elke dag', () => {
    const duur = fc.record({
      lengte: fc.integer({ min: 1, max: 30 }),
      eenheid: fc.constantFrom('jaren' as const, 'maanden' as const),
    })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), duur, (dagen, termijn) => {
        const vandaag = dag('2000-01-01').add({ days: dagen })
        const mag = (einde: Temporal.PlainDate) =>
          Temporal.PlainDate.compare(vernietigbaarVanaf(einde, termijn)!, vandaag) <= 0
        const grens = grensVan(vandaag, termijn)
        expect(mag(grens)).toBe(true)
        expect(mag(grens.add({ days: 1 }))).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})
