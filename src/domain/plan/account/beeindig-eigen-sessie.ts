import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { beeindigSessies } from '../../../platform/sessie.ts'
import { inTransaction } from '../../../platform/transaction.ts'

/** Ends one of the own sessions. Throws 404 when it is not one of them, or over already. */
export function beeindigEigenSessie(ctx: Context, sessieId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const beeindigd = await ctx.db
      .updateTable('sessie')
      .set({ beeindigdOp: ctx.now })
      .where('regioId', '=', ctx.regioId)
      .where('id', '=', sessieId)
      .where('gebruikerId', '=', ctx.actor.id)
      .where('beeindigdOp', 'is', null)
      .returning('toestel')
      .executeTakeFirst()
    if (!beeindigd) throw notFound('Deze sessie')
    await leg(ctx, { toestel: beeindigd.toestel })
  })
}

/** Ends all own sessions but this one; gives how many. */
export function beeindigAndereSessies(ctx: Context, sessieId: string): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const aantal = await beeindigSessies(ctx, ctx.actor.id, sessieId)
    if (aantal > 0) await leg(ctx, { aantal })
    return aantal
  })
}

/** Records that somebody signed out. */
export function legAfmeldenVast(ctx: Context): Promise<void> {
  return inTransaction(ctx, (ctx) => leg(ctx, { hoe: 'afgemeld' }))
}

function leg(ctx: Context, gegevens: Record<string, unknown>) {
  const onderwerp = { type: 'gebruiker', id: ctx.actor.id }
  return recordEvent(ctx, { soort: 'sessie:beeindigd', onderwerp, gegevens })
}
