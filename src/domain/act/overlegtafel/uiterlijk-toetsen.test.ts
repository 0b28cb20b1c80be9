import { expect, test } from 'vitest'
import { uiterlijkToetsen } from './uiterlijk-toetsen.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)

test.each([
  ['2025-10-09', null, 12, '2026-10-09'],
  ['2025-10-09', '2025-11-20', 12, '2026-11-20'],
  ['2020-01-01', '2024-02-29', 12, '2025-02-28'],
  ['2025-10-31', null, 1, '2025-11-30'],
])('TAF-16: eerste tafel %s, laatste toets %s, elke %i maanden: uiterlijk %s', (eerste, laatste, maanden, verwacht) => {
  const stand = { eersteTafel: dag(eerste), laatsteToets: laatste === null ? null : dag(laatste) }
  expect(uiterlijkToetsen(stand, { toetsMaanden: maanden }).toString()).toBe(verwacht)
})
