import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wachtdagen, wachttijd } from './wachtdagen.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)

test.each([
  ['2026-11-20', '2027-01-01', 42],
  ['2026-11-20', '2026-11-20', 0],
  ['2026-11-20', '2026-11-01', 0], // eerder begonnen: niet gewacht
])('FRM-03: vanaf %s tot de start op %s is %i dagen gewacht', (ref, start, verwacht) => {
  expect(wachtdagen(dag(ref), dag(start))).toBe(verwacht)
})

test.each([
  [[7], '7.0', 7],
  [[3, 4], '3.5', 4],
  [[10, 1, 3], '3.0', 10],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], '5.5', 9],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], '6.0', 10],
  [[0, 0, 0, 100], '0.0', 100],
])('FRM-03: van %j dagen is de mediaan %s en P90 %i', (dagen, mediaan, p90) => {
  expect(wachttijd(dagen)).toEqual({ mediaan, p90 })
})

test('FRM-03: zonder een enkele start is er geen wachttijd, ook geen nul', () => {
  expect(wachttijd([])).toBeNull()
})

test('FRM-03: minstens 90% heeft hooguit P90 dagen gewacht, en met een dag minder is dat niet zo', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200), { minLength: 1, maxLength: 60 }), (dagen) => {
      const p90 = wachttijd(dagen)?.p90 ?? -1
      const binnen = (grens: number) => 10 * dagen.filter((aantal) => aantal <= grens).length >= 9 * dagen.length
      expect([binnen(p90), binnen(p90 - 1)]).toEqual([true, false])
    }),
  )
})
