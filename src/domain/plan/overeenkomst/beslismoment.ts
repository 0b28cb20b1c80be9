import type { Overeenkomstregels } from './lees-regels.ts'
import { verlengingsopties, type Verlengingsoptie } from './verlenging.ts'

type Looptijd = {
  einddatum: Temporal.PlainDate
  verlengingen: number
  verlengingMaanden: number
  verlengd: number
  nietVerlengdOp: Temporal.PlainDate | null
}

/** The next extension that is still open, with its last day to decide (CTR-10); null when there is none (left), or it was declined. */
export function volgendeVerlenging(
  { verlengd, nietVerlengdOp, ...looptijd }: Looptijd,
  { opzegtermijn, kalender }: Pick<Overeenkomstregels, 'opzegtermijn' | 'kalender'>,
): Verlengingsoptie | null {
  return nietVerlengdOp === null ? (verlengingsopties(looptijd, opzegtermijn, kalender)[verlengd] ?? null) : null
}
