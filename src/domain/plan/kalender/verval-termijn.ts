import type { Context } from '../../../platform/context.ts'
import { sluitTermijnen } from './sluit-termijn.ts'

/** The term asks nothing any more, for this reason: all open terms of the thing, or only the one with this sleutel. Gives how many. */
export function vervalTermijn(
  ctx: Context,
  bron: string,
  bronId: string,
  reden: string,
  sleutel?: string,
): Promise<number> {
  return sluitTermijnen(ctx, { bron, bronId, sleutel }, { stand: 'vervallen', op: null, reden })
}
