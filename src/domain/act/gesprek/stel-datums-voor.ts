import { volgendeWerkdag, plusWerkdagen, isWerkdag, type Kalender } from '../../begrippen/werkdagen.ts'

type Vraag = {
  aantal: number
  /** First and last day a meeting can be held. */
  van: Temporal.PlainDate
  tot: Temporal.PlainDate
  /** Which of how many aanbieders are planned at once: their days are spread. */
  plek: number
  hoeveel: number
}

/**
 * Days for the meetings that must still be planned: the time that is left in as many equal parts as there are meetings, and in each
 * part the aanbieders one after the other; always on a werkdag. The same input gives the same days.
 */
export function stelDatumsVoor(vraag: Vraag, kalender: Kalender): Temporal.PlainDate[] {
  const { aantal, van, tot, plek, hoeveel } = vraag
  const dagen = van.until(tot).days
  if (aantal <= 0 || dagen < 0) return []
  return Array.from({ length: aantal }, (_, deel) => {
    const stap = Math.floor(((deel + (plek + 0.5) / hoeveel) * (dagen + 1)) / aantal)
    return werkdagTotEnMet(van.add({ days: Math.min(stap, dagen) }), tot, kalender)
  })
}

/** The day, or the first werkdag after it; past the last day, the last werkdag before that. */
function werkdagTotEnMet(dag: Temporal.PlainDate, tot: Temporal.PlainDate, kalender: Kalender): Temporal.PlainDate {
  const vooruit = volgendeWerkdag(dag, kalender)
  if (Temporal.PlainDate.compare(vooruit, tot) <= 0) return vooruit
  return isWerkdag(tot, kalender) ? tot : plusWerkdagen(tot, -1, kalender)
}
