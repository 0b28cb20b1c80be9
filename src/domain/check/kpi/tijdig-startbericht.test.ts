import { expect, test } from 'vitest'
import bestand from '../../../../db/regelsets/zaanstreek-waterland.json' with { type: 'json' }
import { Kalender } from '../../begrippen/werkdagen.ts'
import { isTijdig305, uiterste305Datum, uiterste305Tabel } from './tijdig-startbericht.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const kalender = Kalender.parse(bestand.delen.find(({ deel }) => deel === 'feestdagen')?.inhoud)

test.each([
  ['2026-12-24', '2026-12-01', '2027-01-04'],
  ['2026-05-04', '2026-04-02', '2026-05-12'],
  ['2026-04-01', '2026-05-04', '2026-05-12'], // de toewijzing kwam na de start: vanaf de toewijzing
  ['2026-11-21', '2026-11-01', '2026-11-27'], // gestart op zaterdag
])('KPI-24, FRM-06: start %s, toewijzing van %s: startbericht tot en met %s', (start, toewijzing, verwacht) => {
  const uiterste = uiterste305Datum(dag(start), dag(toewijzing), 5, kalender)
  expect(uiterste.toString()).toBe(verwacht)
  expect(isTijdig305(uiterste, uiterste)).toBe(true)
  expect(isTijdig305(uiterste.add({ days: 1 }), uiterste)).toBe(false)
  expect(isTijdig305(dag(start), uiterste)).toBe(true)
})

test('FRM-06: de tabel voor de database zegt voor elke dag hetzelfde als de regel', () => {
  const tabel = uiterste305Tabel(dag('2023-12-01'), dag('2027-01-31'), 5, kalender)
  expect(tabel).toHaveLength(1158)
  expect(tabel.map(({ datum }) => datum.toString()).slice(0, 2)).toEqual(['2023-12-01', '2023-12-02'])
  for (const { datum, uiterste } of tabel) {
    expect(uiterste.toString()).toBe(uiterste305Datum(datum, datum, 5, kalender).toString())
  }
  expect(uiterste305Tabel(dag('2027-01-31'), dag('2023-12-01'), 5, kalender)).toEqual([])
})
