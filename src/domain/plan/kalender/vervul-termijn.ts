import type { Context } from '../../../platform/context.ts'
import { sluitTermijnen } from './sluit-termijn.ts'

/**
 * What the term asked was done on this day, in time or late: all open terms of the thing, or only the one with this sleutel. In the
 * caller's transaction; gives how many there were.
 */
export function vervulTermijn(
  ctx: Context,
  bron: string,
  bronId: string,
  op: Temporal.PlainDate,
  sleutel?: string,
): Promise<number> {
  return sluitTermijnen(ctx, { bron, bronId, sleutel }, { stand: 'gehaald', op, reden: null })
}
