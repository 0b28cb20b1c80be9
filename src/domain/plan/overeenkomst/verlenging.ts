import { z } from 'zod'
import { eindeNaMaanden } from '../../begrippen/periode.ts'
import { berekenTermijn, Termijn } from '../../begrippen/termijn.ts'
import type { Kalender } from '../../begrippen/werkdagen.ts'

/** Part "verlenging" of the regelset: how long before the end a decision must be known. */
export const Verlengingsregels = z.object({ opzegtermijn: Termijn })

type Looptijd = {
  /** Last day without extensions. */
  einddatum: Temporal.PlainDate
  /** How many extension options there are, and the months of each. */
  verlengingen: number
  verlengingMaanden: number
}

export type Verlengingsoptie = {
  optie: number
  /** Last day of the agreement when this option is not used. */
  zonderVerlengingTotEnMet: Temporal.PlainDate
  /** Last day on which the aanbieder must know about this option. */
  uiterlijkBeslissen: Temporal.PlainDate
  metVerlengingTotEnMet: Temporal.PlainDate
}

/** Last day of the agreement after `gebruikteOpties` extensions, always counted from the first end. */
export function einddatumNa({ einddatum, verlengingMaanden }: Looptijd, gebruikteOpties: number): Temporal.PlainDate {
  return eindeNaMaanden(einddatum, gebruikteOpties * verlengingMaanden)
}

/** Every extension option with its last day to decide (CTR-10). Terms counted back are never moved to a werkdag. */
export function verlengingsopties(looptijd: Looptijd, opzegtermijn: Termijn, kalender: Kalender): Verlengingsoptie[] {
  return Array.from({ length: looptijd.verlengingen }, (_, gebruikt) => {
    const zonderVerlengingTotEnMet = einddatumNa(looptijd, gebruikt)
    return {
      optie: gebruikt + 1,
      zonderVerlengingTotEnMet,
      uiterlijkBeslissen: berekenTermijn(opzegtermijn, zonderVerlengingTotEnMet, kalender).einddatum,
      metVerlengingTotEnMet: einddatumNa(looptijd, gebruikt + 1),
    }
  })
}
