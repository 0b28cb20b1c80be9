import { plusWerkdagen, type Kalender } from '../../begrippen/werkdagen.ts'

/**
 * Last day on which the 305 is tijdig (KPI-24, FRM-06): `werkdagen` after the start of care, or after the first 301 with that
 * number when it came later.
 */
export function uiterste305Datum(
  begindatum: Temporal.PlainDate,
  eerste301: Temporal.PlainDate,
  werkdagen: number,
  kalender: Kalender,
): Temporal.PlainDate {
  const start = Temporal.PlainDate.compare(begindatum, eerste301) >= 0 ? begindatum : eerste301
  return plusWerkdagen(start, werkdagen, kalender)
}

export function isTijdig305(dagtekening: Temporal.PlainDate, uiterste: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(dagtekening, uiterste) <= 0
}

/** For every day from `van` up to and including `totEnMet` the last tijdige day of a term that starts on it, to join in SQL. */
export function uiterste305Tabel(
  van: Temporal.PlainDate,
  totEnMet: Temporal.PlainDate,
  werkdagen: number,
  kalender: Kalender,
): { datum: Temporal.PlainDate; uiterste: Temporal.PlainDate }[] {
  const aantal = Math.max(0, van.until(totEnMet, { largestUnit: 'days' }).days + 1)
  return Array.from({ length: aantal }, (_, dag) => {
    const datum = van.add({ days: dag })
    return { datum, uiterste: plusWerkdagen(datum, werkdagen, kalender) }
  })
}
