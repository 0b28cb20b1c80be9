import { voor } from '../../begrippen/periode.ts'

/** STM-01 as far as the dates tell it: an imported overeenkomst follows its dates (LIF-06). */
export const fasen = ['implementatie', 'loopt', 'verlengd', 'afgelopen'] as const

export type Overeenkomstfase = (typeof fasen)[number]

type Looptijd = { begindatum: Temporal.PlainDate; looptTot: Temporal.PlainDate; verlengd: number }

/** Where an overeenkomst stands on a day; `looptTot` is the last day with the extensions that were used. */
export function faseOp({ begindatum, looptTot, verlengd }: Looptijd, vandaag: Temporal.PlainDate): Overeenkomstfase {
  if (voor(vandaag, begindatum)) return 'implementatie'
  if (voor(looptTot, vandaag)) return 'afgelopen'
  return verlengd > 0 ? 'verlengd' : 'loopt'
}
