export type Clock = { now: () => Temporal.Instant; today: () => Temporal.PlainDate }

export const TIJDZONE = 'Europe/Amsterdam'

/** The clock of the program; `vandaag` (OVERLAP_VANDAAG) fixes the date, the time of day goes on. */
export function makeClock(vandaag?: Temporal.PlainDate): Clock {
  if (!vandaag) {
    return { now: () => Temporal.Now.instant(), today: () => Temporal.Now.plainDateISO(TIJDZONE) }
  }
  return {
    now: () =>
      vandaag.toZonedDateTime({ timeZone: TIJDZONE, plainTime: Temporal.Now.plainTimeISO(TIJDZONE) }).toInstant(),
    today: () => vandaag,
  }
}
