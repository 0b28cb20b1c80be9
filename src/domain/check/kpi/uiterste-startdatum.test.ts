import { expect, test } from 'vitest'
import { isTijdigGestart, refdatum, uitersteStartdatum } from './uiterste-startdatum.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)

test.each([
  ['2026-08-01', '2026-08-20', '2026-08-20', '2026-10-01'],
  ['2026-09-14', '2026-08-20', '2026-09-14', '2026-10-26'],
  ['2026-11-20', '2026-11-20', '2026-11-20', '2027-01-01'], // op Nieuwjaarsdag: schuift niet door
  ['2026-12-31', '2026-12-01', '2026-12-31', '2027-02-11'],
])(
  'KPI-23, FRM-03: ingang %s, toegewezen %s: termijn vanaf %s tot en met %s (AMB-24)',
  (ingang, toegewezen, ref, uiterste) => {
    expect(refdatum(dag(ingang), dag(toegewezen)).toString()).toBe(ref)
    expect(uitersteStartdatum(dag(ref), 42).toString()).toBe(uiterste)
  },
)

test.each([
  ['2027-01-01', true],
  ['2027-01-02', false],
  ['2026-11-20', true],
  ['2026-11-01', true], // voor het begin van de termijn
  [null, false],
])('KPI-22, FRM-03: uiterlijk 1 januari 2027, gestart op %s: tijdig is %s', (start, tijdig) => {
  expect(isTijdigGestart(start === null ? null : dag(start), dag('2027-01-01'))).toBe(tijdig)
})
