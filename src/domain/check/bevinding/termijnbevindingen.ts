import { z } from 'zod'
import { Bron } from '../../begrippen/bron.ts'

/** Part "termijnbevindingen" of a regelset: at which terms of an aanbieder being late is a finding. */
export const Termijnbevindingen = z.object({
  /** `voor`: the code of a term, or the source it is of ("actie", "hand"). */
  bij: z.array(z.object({ voor: z.string().regex(/^[a-zA-Z0-9.-]+$/), naam: z.string().min(1) })),
  bron: Bron,
})
export type Termijnbevindingen = z.infer<typeof Termijnbevindingen>

export type Verstreken = {
  bron: string
  code: string | null
  kant: 'regio' | 'aanbieder'
  aanbiederId: string | null
  aard: 'uiterlijk' | 'moment'
  einddatum: Temporal.PlainDate
  /** null: not done (yet) */
  gehaaldOp: Temporal.PlainDate | null
  vervallen: boolean
}

/** Whether a term makes a finding: the aanbieder had to act, the last day is over without it, and the regelset says so. */
export function maaktBevinding(termijn: Verstreken, { bij }: Termijnbevindingen, vandaag: Temporal.PlainDate): boolean {
  const { bron, code, kant, aanbiederId, aard, einddatum, gehaaldOp, vervallen } = termijn
  if (kant !== 'aanbieder' || aanbiederId === null || aard !== 'uiterlijk' || vervallen) return false
  const gedaan = gehaaldOp ?? vandaag
  return Temporal.PlainDate.compare(einddatum, gedaan) < 0 && bij.some(({ voor }) => voor === code || voor === bron)
}
