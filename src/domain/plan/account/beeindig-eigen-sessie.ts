import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { beeindigSessies } from '../../../platform/sessie.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { bevestigZelf, type Bewijs } from './bevestig-zelf.ts'
import { findEigenAccount } from './queries.ts'

/**
 * Ends one of the own sessions, after password and code were shown again (ASVS V7.5.2): a session that was taken over shuts nobody out.
 * Throws 404 when it is not one of them, or over already, and what `bevestigZelf` throws.
 */
export function beeindigEigenSessie(ctx: Context, sessieId: string, bewijs: Bewijs): Promise<void> {
  return metBewijs(ctx, bewijs, async (ctx) => {
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

/** Ends all own sessions but this one, after the same proof; gives how many. */
export function beeindigAndereSessies(ctx: Context, sessieId: string, bewijs: Bewijs): Promise<number> {
  return metBewijs(ctx, bewijs, async (ctx) => {
    const aantal = await beeindigSessies(ctx, ctx.actor.id, sessieId)
    if (aantal > 0) await leg(ctx, { aantal })
    return aantal
  })
}

/** Records that somebody signed out. */
export function legAfmeldenVast(ctx: Context): Promise<void> {
  return inTransaction(ctx, (ctx) => leg(ctx, { hoe: 'afgemeld' }))
}

// Who signs in at his organisation, or in the demonstration, has nothing here to show: there it is as it was.
async function metBewijs<T>(ctx: Context, bewijs: Bewijs, werk: (ctx: Context) => Promise<T>): Promise<T> {
  const account = await inTransaction(ctx, findEigenAccount)
  return account ? bevestigZelf(ctx, bewijs, werk) : inTransaction(ctx, werk)
}

function leg(ctx: Context, gegevens: Record<string, unknown>) {
  const onderwerp = { type: 'gebruiker', id: ctx.actor.id }
  return recordEvent(ctx, { soort: 'sessie:beeindigd', onderwerp, gegevens })
}
