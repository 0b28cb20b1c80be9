import type { Overeenkomstregels } from './lees-regels.ts'
import { verlengingsopties, type Verlengingsoptie } from './verlenging.ts'

type Looptijd = { einddatum: Temporal.PlainDate; verlengingen: number; verlengingMaanden: number; verlengd: number }

/** The next extension that is still open, with its last day to decide (CTR-10); null when every option is used or there is none. */
export function volgendeVerlenging(
  { verlengd, ...looptijd }: Looptijd,
  { opzegtermijn, kalender }: Pick<Overeenkomstregels, 'opzegtermijn' | 'kalender'>,
): Verlengingsoptie | null {
  return verlengingsopties(looptijd, opzegtermijn, kalender)[verlengd] ?? null
}
