import { kapAf } from '../../begrippen/percentage.ts'

/** Calendar days between the reference date and the start of care; a start before it is 0 days of waiting. */
export function wachtdagen(ref: Temporal.PlainDate, start: Temporal.PlainDate): number {
  return Math.max(0, ref.until(start, { largestUnit: 'days' }).days)
}

export type Wachttijd = {
  /** Middle value, or the mean of the two middle ones; one decimal, cut off. */
  mediaan: string
  /** Smallest number of days within which at least 90 % had started (nearest rank, always a value that occurs). */
  p90: number
}

/**
 * Median and P90 of the waiting days of toewijzingen with a start; null without any: no data is not 0.
 * In SQL the same: percentile_cont(0.5) and percentile_disc(0.9).
 */
export function wachttijd(dagen: readonly number[]): Wachttijd | null {
  const oplopend = dagen.toSorted((a, b) => a - b)
  const n = oplopend.length
  const laag = oplopend[Math.ceil(n / 2) - 1]
  const hoog = oplopend[Math.floor(n / 2)]
  const p90 = oplopend[Math.ceil((9 * n) / 10) - 1]

  return laag === undefined || hoog === undefined || p90 === undefined
    ? null
    : { mediaan: kapAf(laag + hoog, 2, 1), p90 }
}
