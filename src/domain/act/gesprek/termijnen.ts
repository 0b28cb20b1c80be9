import { berekenTermijn, isBinnenTermijn, type BerekendeTermijn, type Termijn } from '../../begrippen/termijn.ts'
import type { Kalender } from '../../begrippen/werkdagen.ts'
import type { Gespreksregels } from './gespreksregels.ts'

/** The terms around a meeting, as the regelset has them; null where it has none. */
export type Gesprekstermijnen = {
  rapportage: Termijn | null
  verslag: Termijn | null
  reactie: Termijn | null
  kalender: Kalender
}

/** Finds the terms by their codes: first in the part "gesprekken" itself, then in the part "termijnen" (TRM-01). */
export function gesprekstermijnen(
  { rapportage, verslag, termijnen }: Pick<Gespreksregels, 'rapportage' | 'verslag' | 'termijnen'>,
  algemeen: readonly Termijn[],
  kalender: Kalender,
): Gesprekstermijnen {
  const zoek = (code: string | null) => [...termijnen, ...algemeen].find((een) => een.code === code) ?? null
  return {
    rapportage: zoek(rapportage.termijn),
    verslag: zoek(verslag.termijn),
    reactie: zoek(verslag.reactie),
    kalender,
  }
}

/** Last day for the report of the aanbieder, counted back from the day of the meeting (GES-03, AMB-09). */
export function rapportageUiterlijk(termijnen: Gesprekstermijnen, gesprek: Temporal.PlainDate) {
  return bereken(termijnen.rapportage, gesprek, termijnen.kalender)
}

/** Last day to share the minutes, from the day of the meeting (GES-17, AMB-11). */
export function verslagUiterlijk(termijnen: Gesprekstermijnen, gesprek: Temporal.PlainDate) {
  return bereken(termijnen.verslag, gesprek, termijnen.kalender)
}

/** Last day to react, from the day the minutes were shared (GES-17). */
export function reactieUiterlijk(termijnen: Gesprekstermijnen, gedeeld: Temporal.PlainDate) {
  return bereken(termijnen.reactie, gedeeld, termijnen.kalender)
}

/** Whether somebody may still react: until the last second of the last day (TRM-03); always when there is no last day. */
export function kanNogReageren(nu: Temporal.Instant, uiterlijk: Temporal.PlainDate | null): boolean {
  return uiterlijk === null || isBinnenTermijn(nu, uiterlijk)
}

function bereken(termijn: Termijn | null, start: Temporal.PlainDate, kalender: Kalender): BerekendeTermijn | null {
  return termijn && berekenTermijn(termijn, start, kalender)
}
