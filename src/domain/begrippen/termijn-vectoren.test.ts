import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ontvangstdatum } from './ontvangstdatum.ts'
import { eindeNaMaanden } from './periode.ts'
import { berekenTermijn, eindmoment, isBinnenTermijn, type Looptijd } from './termijn.ts'
import { feestdagregels, isWerkdag, vrijeDag, type FeestdagCode, type Kalender } from './werkdagen.ts'

// The hand-calculated vectors of the national contract standard and iWmo/iJw 3.2, T1 to T10, each date of them, raw and moved.
const dag = (iso: string) => Temporal.PlainDate.from(iso)
const kalender: Kalender = {
  feestdagen: (Object.keys(feestdagregels) as FeestdagCode[]).filter((code) => !code.startsWith('eerste-p')),
  bijzondereDagen: [],
}

type Eenheid = 'werkdagen' | 'kalenderdagen' | 'weken' | 'maanden'

function looptijd(lengte: number, eenheid: Eenheid, doorrollen: boolean): Looptijd {
  const mag = doorrollen && lengte > 0 && (eenheid === 'weken' || eenheid === 'kalenderdagen')
  return {
    eenheid,
    lengte: Math.abs(lengte),
    richting: lengte < 0 ? 'achteruit' : 'vooruit',
    doorrollen: mag ? 'volgende werkdag' : 'niet',
  }
}

describe('TRM-01, TRM-03, TRM-04, TRM-05: de vectoren T1 tot en met T10', () => {
  test.each<[string, string, number, Eenheid, string, string?]>([
    ['T1 opzeggen bij einde 31-12-2027', '2027-12-31', -6, 'maanden', '2027-06-30'],
    ['T1 opzeggen na de eerste verlenging', '2028-12-31', -6, 'maanden', '2028-06-30'],
    ['T1 opzeggen bij einde 28-02-2027', '2027-02-28', -6, 'maanden', '2026-08-28'],
    ['T2 bestedingsruimte aankondigen', '2027-01-01', -6, 'maanden', '2026-07-01'],
    ['T2 bestedingsruimte besluiten', '2027-01-01', -3, 'maanden', '2026-10-01'],
    ['T2 plan, op een zondag die blijft staan', '2027-01-01', -2, 'maanden', '2026-11-01'],
    ['T3 overleg na melding van 70%', '2026-05-11', 2, 'weken', '2026-05-25', '2026-05-26'],
    ['T3 besluit na het overleg', '2026-05-26', 2, 'weken', '2026-06-09'],
    ['T4 opzeggen na ontvangst', '2027-01-18', 6, 'maanden', '2027-07-18'],
    ['T5 melden voor een stop', '2027-01-04', -2, 'weken', '2026-12-21'],
    ['T6 maatregel van de inspectie melden', '2026-12-18', 1, 'weken', '2026-12-25', '2026-12-28'],
    // 24 hours from 16.20 end on the next day, a Saturday: hours are never moved
    ['T6 datalek, de dag van het 24e uur', '2026-04-03', 1, 'kalenderdagen', '2026-04-04'],
    ['T7 opzeggen met drie maanden', '2026-08-31', 3, 'maanden', '2026-11-30'],
    ['T7 opzeggen met zes maanden', '2026-08-31', 6, 'maanden', '2027-02-28'],
    ['T8 nieuwe standaard invoeren', '2026-10-15', 6, 'maanden', '2027-04-15'],
    ['T8 nieuwe standaard van 31 augustus', '2026-08-31', 6, 'maanden', '2027-02-28'],
    ['T9 overmacht, dag 30', '2026-03-01', 30, 'kalenderdagen', '2026-03-31'],
    ['T9 overdracht voor de achttiende verjaardag', '2028-03-10', -18, 'maanden', '2026-09-10'],
    ['T10 302 na 301', '2026-04-02', 3, 'werkdagen', '2026-04-09'],
    ['T10 305 na start', '2026-05-04', 5, 'werkdagen', '2026-05-12'],
    ['T10 325 na 323', '2026-05-01', 10, 'werkdagen', '2026-05-19'],
    ['T10 betaling na dagtekening', '2026-04-15', 30, 'kalenderdagen', '2026-05-15'],
    ['T10 301 of 319 na 315', '2026-05-11', 5, 'werkdagen', '2026-05-19'],
    ['T10 afwijzen op woonplaats', '2026-05-11', 2, 'weken', '2026-05-25', '2026-05-26'],
    ['T10 hetzelfde in werkdagen', '2026-05-11', 10, 'werkdagen', '2026-05-27'],
  ])('TRM-03: %s: vanaf %s %i %s is %s', (naam, start, lengte, eenheid, ruw, doorgeschoven = ruw) => {
    const berekend = berekenTermijn(
      looptijd(lengte, eenheid, naam !== 'T6 datalek, de dag van het 24e uur'),
      dag(start),
      kalender,
    )
    expect(berekend.ruweEinddatum.toString()).toBe(ruw)
    expect(berekend.einddatum.toString()).toBe(doorgeschoven)
  })

  test('TRM-03: T4: de meetperiode van twaalf maanden loopt tot en met 31 december', () => {
    expect(eindeNaMaanden(dag('2025-12-31'), 12).toString()).toBe('2026-12-31')
  })

  test('TRM-03: T9: het recht ontstaat op de dag na dag 30', () => {
    const { einddatum } = berekenTermijn(looptijd(30, 'kalenderdagen', false), dag('2026-03-01'), kalender)
    expect(einddatum.add({ days: 1 }).toString()).toBe('2026-04-01')
  })

  test('TRM-03: de laatste seconde van de laatste dag is op tijd, de eerste van de volgende niet', () => {
    const einde = eindmoment(dag('2027-03-28')).toInstant()
    expect([einde, einde.add({ seconds: 1 })].map((op) => isBinnenTermijn(op, dag('2027-03-28')))).toEqual([
      true,
      false,
    ])
  })

  // domein.md §7, and TRM-06: the term starts at receipt
  test.each([
    ['digitaal op donderdag 24 december', '2026-12-24', 'digitaal', undefined, 5, '2027-01-04'],
    ['digitaal op dinsdag 4 mei', '2027-05-04', 'digitaal', undefined, 5, '2027-05-13'],
    ['vijftien werkdagen over de jaarwisseling', '2026-12-14', 'digitaal', undefined, 15, '2027-01-06'],
    ['tien werkdagen over Pasen', '2027-03-22', 'digitaal', undefined, 10, '2027-04-07'],
    [
      'aangetekend op donderdag 24 december: ontvangen op maandag 28',
      '2026-12-24',
      'aangetekend',
      undefined,
      5,
      '2027-01-05',
    ],
    ['aangetekend, met bewijs van ontvangst', '2026-12-24', 'aangetekend', '2026-12-31', 5, '2027-01-08'],
  ] as const)('TRM-06: bezwaar na %s', (_, verzonden, wijze, bewijs, werkdagen, verwacht) => {
    const start = ontvangstdatum(
      { verzonden: dag(verzonden), wijze, ...(bewijs !== undefined && { bewezenOntvangst: dag(bewijs) }) },
      kalender,
    )
    expect(berekenTermijn(looptijd(werkdagen, 'werkdagen', false), start, kalender).einddatum.toString()).toBe(verwacht)
  })
})

const starten = fc.nat(30_000).map((days) => dag('1990-01-01').add({ days }))
const kalenders = fc.record({
  feestdagen: fc.subarray(Object.keys(feestdagregels) as FeestdagCode[]),
  bijzondereDagen: fc.array(
    fc.nat(30_000).map((days) => ({ datum: dag('1990-01-01').add({ days }).toString(), naam: 'Bijzondere dag' })),
    { maxLength: 20 },
  ),
})
const eenheden = fc.constantFrom<Eenheid>('werkdagen', 'kalenderdagen', 'weken', 'maanden')

describe('wat voor elke termijn geldt', () => {
  test('TRM-03: een termijn vooruit eindigt nooit voor haar begin, een termijn achteruit nooit erna', () => {
    fc.assert(
      fc.property(
        starten,
        eenheden,
        fc.integer({ min: -120, max: 120 }),
        fc.boolean(),
        kalenders,
        (start, eenheid, lengte, rol, kalender) => {
          const { einddatum, stappen } = berekenTermijn(looptijd(lengte, eenheid, rol), start, kalender)
          expect(Temporal.PlainDate.compare(einddatum, start) * Math.sign(lengte)).toBeGreaterThanOrEqual(0)
          // the steps tell the same story
          expect(stappen[0]).toEqual({ soort: 'start', datum: start })
          expect(stappen.at(-1)!.datum.equals(einddatum)).toBe(true)
        },
      ),
    )
  })

  test('TRM-02: werkdagen eindigen nooit op een vrije dag, ook niet met bijzondere dagen, en een langere termijn is nooit korter', () => {
    fc.assert(
      fc.property(starten, fc.integer({ min: 1, max: 60 }), kalenders, (start, lengte, kalender) => {
        const einde = (n: number) => berekenTermijn(looptijd(n, 'werkdagen', false), start, kalender).einddatum
        expect(vrijeDag(einde(lengte), kalender)).toBeNull()
        expect(isWerkdag(einde(-lengte), kalender)).toBe(true)
        expect(Temporal.PlainDate.compare(einde(lengte + 1), einde(lengte))).toBe(1)
      }),
    )
  })

  test('TRM-03: maanden houden de dag, of nemen de laatste van de maand', () => {
    fc.assert(
      fc.property(starten, fc.integer({ min: -60, max: 60 }), kalenders, (start, maanden, kalender) => {
        const { einddatum } = berekenTermijn(looptijd(maanden, 'maanden', true), start, kalender)
        expect(einddatum.day).toBe(Math.min(start.day, einddatum.daysInMonth))
        expect(12 * (einddatum.year - start.year) + einddatum.month - start.month).toBe(maanden)
      }),
    )
  })
})
