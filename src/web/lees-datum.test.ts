import { expect, test } from 'vitest'
import { leesDatum } from './lees-datum.ts'

test.for([
  ['1-1-2027', '2027-01-01'],
  ['01/02/2027', '2027-02-01'],
  ['2027-12-31', '2027-12-31'],
  ['13 nov 2026', '2026-11-13'],
  ['22\u00a0nov\u00a02026', '2026-11-22'],
  ['1 maart 2027', '2027-03-01'],
  ['1 mrt. 2027', '2027-03-01'],
  ['3 Augustus 2026', '2026-08-03'],
  ['30-2-2027', undefined],
  ['31 nov 2026', undefined],
  ['1 foo 2026', undefined],
  ['morgen', undefined],
  ['1-1-27', undefined],
] as const)('de datum "%s" wordt gelezen als %s', ([tekst, verwacht]) => {
  expect(leesDatum(tekst)?.toString()).toBe(verwacht)
})
