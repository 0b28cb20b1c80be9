import { describe, expect, test } from 'vitest'
import { gezienstand, nogTePlannen } from './te-weinig-gezien.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)

describe('wie te weinig gezien is', () => {
  test.each([
    // needed, held, planned, today, state
    [1, 0, 0, '2026-01-05', 'plannen'],
    [1, 0, 1, '2026-01-05', 'gepland'],
    [1, 1, 0, '2026-01-05', 'genoeg'],
    [4, 1, 2, '2026-06-01', 'plannen'],
    [4, 1, 3, '2026-06-01', 'gepland'],
    [2, 2, 3, '2026-06-01', 'genoeg'],
    [1, 0, 1, '2026-12-30', 'gepland'],
    // GES-01: on 31 December who had no meeting is an exception, whatever is planned
    [1, 0, 1, '2026-12-31', 'te weinig'],
    [1, 0, 0, '2026-12-31', 'te weinig'],
    [1, 1, 0, '2026-12-31', 'genoeg'],
    [2, 1, 0, '2027-03-01', 'te weinig'],
    [2, 2, 0, '2027-03-01', 'genoeg'],
  ] as const)(
    'GES-01, CLS-11: nodig %i, gehouden %i, gepland %i op %s is %s',
    (nodig, gehouden, gepland, op, verwacht) => {
      expect(gezienstand({ nodig, gehouden, gepland }, 2026, dag(op))).toBe(verwacht)
    },
  )

  test.each([
    [4, 1, 1, 2],
    [2, 2, 0, 0],
    [1, 0, 3, 0],
  ])(
    'CAT-05: van %i nodig, %i gehouden en %i gepland moeten er nog %i in de kalender',
    (nodig, gehouden, gepland, verwacht) => {
      expect(nogTePlannen({ nodig, gehouden, gepland })).toBe(verwacht)
    },
  )
})
