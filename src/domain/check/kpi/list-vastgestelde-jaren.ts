import type { Context } from '../../../platform/context.ts'
import { inReadTransaction } from '../../../platform/transaction.ts'

/** The measuring years that were established, oldest first. */
export function listVastgesteldeJaren(ctx: Context): Promise<number[]> {
  return inReadTransaction(ctx, async (ctx) => {
    const rijen = await ctx.db
      .selectFrom('kpiVaststelling')
      .select('jaar')
      .distinct()
      .where('regioId', '=', ctx.regioId)
      .orderBy('jaar')
      .execute()
    return rijen.map(({ jaar }) => jaar)
  })
}
