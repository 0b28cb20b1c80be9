import type { Tafelregels } from './regels.ts'

/** When tables about a product were first held, and when they were last tested; null is never. */
export type Toetsstand = { eersteTafel: Temporal.PlainDate; laatsteToets: Temporal.PlainDate | null }

/**
 * TAF-16: the last day on which the effectiveness of the tables about a product must be tested again: so many months after the last test, or
 * after the first table when there was none. A month that has no such day ends on its last.
 */
export function uiterlijkToetsen(
  { eersteTafel, laatsteToets }: Toetsstand,
  { toetsMaanden }: Pick<Tafelregels, 'toetsMaanden'>,
): Temporal.PlainDate {
  return (laatsteToets ?? eersteTafel).add({ months: toetsMaanden }, { overflow: 'constrain' })
}
