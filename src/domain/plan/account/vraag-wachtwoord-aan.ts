import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { enqueue } from '../../jobs.ts'

/**
 * Somebody forgot the password. Only notes the address: whether anybody has it is found out by the queue, so that the answer and the
 * time it takes are the same for every address.
 */
export function vraagWachtwoordAan(ctx: Context, email: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { id } = await ctx.db
      .insertInto('herstelverzoek')
      .values({ regioId: ctx.regioId, email, gevraagdOp: ctx.now })
      .returning('id')
      .executeTakeFirstOrThrow()
    await enqueue(ctx, 'zoek-herstelverzoek-uit', { regioId: ctx.regioId, verzoekId: id })
  })
}
