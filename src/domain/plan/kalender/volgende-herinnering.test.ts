import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ritme } from './herinneringsregels.ts'
import { eersteHerinnering, ochtend, volgendeHerinnering } from './volgende-herinnering.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const ritme: Ritme = { dagenVooraf: [28, 7, 1], achtervangerVanaf: 1, dagenNaAfloop: [1, 8] }
const einddatum = dag('2027-01-29')

describe('TRM-01: wanneer aan een termijn wordt herinnerd', () => {
  test.each([
    ['2026-12-01', 0, '2027-01-01'],
    ['2027-01-01', 1, '2027-01-22'],
    ['2027-01-10', 1, '2027-01-22'],
    // a fortnight nobody looked: what was missed is not made up for one by one
    ['2027-01-25', 1, '2027-01-28'],
    ['2027-01-28', 3, '2027-01-30'],
    ['2027-01-30', 4, '2027-02-06'],
    ['2027-02-06', 5, null],
    // the maximum
    ['2027-01-01', 6, null],
  ])('TRM-01: op %s na %i herinneringen is de volgende %s', (vandaag, herinneringen, verwacht) => {
    const volgende = volgendeHerinnering({ einddatum, aard: 'uiterlijk', herinneringen }, ritme, 6, dag(vandaag))
    expect(volgende?.toString() ?? null).toBe(verwacht)
  })

  test('TRM-01: na een moment is er niets meer te herinneren', () => {
    const moment = { einddatum, aard: 'moment', herinneringen: 3 } as const
    expect(volgendeHerinnering(moment, ritme, 6, einddatum)).toBeNull()
  })

  test.each([
    ['2026-12-01', '2027-01-01'],
    ['2027-01-27', '2027-01-28'],
    // planned the day before the end: the next morning would be after it
    ['2027-01-28', '2027-01-30'],
    ['2027-01-29', '2027-01-29'],
    ['2027-02-01', '2027-02-06'],
    ['2027-03-01', null],
  ])('TRM-01: wie op %s plant, krijgt de eerste herinnering op %s', (vandaag, verwacht) => {
    const eerste = eersteHerinnering({ einddatum, aard: 'uiterlijk' }, ritme, 6, dag(vandaag))
    expect(eerste?.toString() ?? null).toBe(verwacht)
  })

  test('de herinneringen van een dag gaan om 7 uur in Amsterdam uit, in zomer en winter', () => {
    expect(ochtend(dag('2027-01-22')).toString()).toBe('2027-01-22T06:00:00Z')
    expect(ochtend(dag('2027-07-22')).toString()).toBe('2027-07-22T05:00:00Z')
  })
})

const ritmes = fc.record({
  dagenVooraf: fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 5 }),
  achtervangerVanaf: fc.integer({ min: 0, max: 30 }),
  dagenNaAfloop: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }),
})

test('TRM-01: hoe vaak en hoe onregelmatig er ook wordt gekeken: steeds later, nooit vaker dan het maximum, en het houdt op', () => {
  fc.assert(
    fc.property(
      ritmes,
      fc.integer({ min: 1, max: 10 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 60, maxLength: 60 }),
      fc.constantFrom('uiterlijk', 'moment'),
      (ritme, maximum, gaten, aard) => {
        let vandaag = dag('2026-10-01')
        let volgende = eersteHerinnering({ einddatum, aard }, ritme, maximum, vandaag)
        let herinneringen = 0
        const gestuurd: Temporal.PlainDate[] = []
        for (const dagen of gaten) {
          vandaag = vandaag.add({ days: dagen })
          if (volgende === null || Temporal.PlainDate.compare(volgende, vandaag) > 0) continue
          gestuurd.push(vandaag)
          herinneringen++
          const nieuw = volgendeHerinnering({ einddatum, aard, herinneringen }, ritme, maximum, vandaag)
          if (nieuw !== null) expect(Temporal.PlainDate.compare(nieuw, vandaag)).toBe(1)
          volgende = nieuw
        }
        expect(volgende).toBeNull()
        expect(gestuurd.length).toBeLessThanOrEqual(maximum)
        expect(gestuurd.length).toBeLessThanOrEqual(
          new Set([...ritme.dagenVooraf, ...ritme.dagenNaAfloop.map((n) => -n)]).size,
        )
        // whoever looked at least once before the first day is never passed over
        const eerder = ritme.dagenVooraf.some((n) => n <= 100)
        if (eerder) expect(gestuurd.length).toBeGreaterThan(0)
      },
    ),
  )
})
