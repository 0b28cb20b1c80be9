import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'

export const rijhoogtes = ['compact', 'ruim'] as const

export type Voorkeuren = { rijhoogte: (typeof rijhoogtes)[number]; sneltoetsen: boolean }

/** How the program looks and listens for the person who asks; everybody may, and only for himself. Recorded when something changes. */
export function wijzigVoorkeuren(ctx: Context, nieuw: Voorkeuren): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const oud = await lockVoorkeuren(ctx)
    if (oud.rijhoogte === nieuw.rijhoogte && oud.sneltoetsen === nieuw.sneltoetsen) return
    await ctx.db
      .updateTable('gebruiker')
      .set(nieuw)
      .where('regioId', '=', ctx.regioId)
      .where('id', '=', ctx.actor.id)
      .execute()
    await recordEvent(ctx, {
      soort: 'voorkeuren:gewijzigd',
      onderwerp: { type: 'gebruiker', id: ctx.actor.id },
      gegevens: { oud, nieuw },
    })
  })
}

async function lockVoorkeuren(ctx: Context): Promise<Voorkeuren> {
  // the command line and the queue are no person
  if (ctx.actor.soort !== 'gebruiker') throw notFound('Uw account')
  const voorkeuren = await ctx.db
    .selectFrom('gebruiker')
    .select(['rijhoogte', 'sneltoetsen'])
    .where('regioId', '=', ctx.regioId)
    .where('id', '=', ctx.actor.id)
    .forUpdate()
    .executeTakeFirst()
  if (!voorkeuren) throw notFound('Uw account')
  return voorkeuren
}
