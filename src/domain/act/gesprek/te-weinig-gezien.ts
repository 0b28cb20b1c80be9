export type Gezien = {
  nodig: number
  /** Meetings of the year that were held, and that are still to come. */
  gehouden: number
  gepland: number
}

/** 'te weinig': the year cannot reach it any more; 'plannen': something must still be planned; 'gepland'; 'genoeg'. */
export type Gezienstand = 'te weinig' | 'plannen' | 'gepland' | 'genoeg'

/**
 * Whether an aanbieder is seen often enough in a year (GES-01, CLS-11). `laatste` is the last day a meeting of the year can be held:
 * from 31 December on, and in later years, only what was held counts.
 */
export function gezienstand(
  { nodig, gehouden, gepland }: Gezien,
  jaar: number,
  vandaag: Temporal.PlainDate,
): Gezienstand {
  if (gehouden >= nodig) return 'genoeg'
  const laatste = new Temporal.PlainDate(jaar, 12, 31)
  if (Temporal.PlainDate.compare(vandaag, laatste) >= 0) return 'te weinig'
  return gehouden + gepland >= nodig ? 'gepland' : 'plannen'
}

/** How many meetings must still be planned. */
export function nogTePlannen({ nodig, gehouden, gepland }: Gezien): number {
  return Math.max(0, nodig - gehouden - gepland)
}
