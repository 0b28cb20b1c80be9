import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'
import { mogelijkeBesluiten, type BesluitInvoer } from './bevinding.ts'

/** A person decides about a finding, with a reason; closing and opening again change its state. 409 when the decision does not fit. */
export function beoordeelBevinding(
  ctx: Context,
  bevindingId: string,
  { besluit, reden }: BesluitInvoer,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'bevinding:beoordelen')
    const { geslotenOp } = await ctx.db
      .selectFrom('bevinding')
      .select('geslotenOp')
      .where(zicht(ctx).bevinding('bevinding'))
      .where('id', '=', bevindingId)
      .forUpdate()
      .executeTakeFirstOrThrow(() => notFound('Deze bevinding'))

    if (!mogelijkeBesluiten(geslotenOp !== null).includes(besluit)) {
      throw conflict(
        geslotenOp ? 'Deze bevinding is al gesloten. Heropen haar eerst.' : 'Deze bevinding is nog niet gesloten.',
      )
    }
    await ctx.db
      .insertInto('bevindingBesluit')
      .values({ regioId: ctx.regioId, bevindingId, besluit, reden, beslotenOp: ctx.now, beslotenDoor: ctx.actor.id })
      .execute()
    if (besluit === 'sluiten' || besluit === 'heropenen') {
      await ctx.db
        .updateTable('bevinding')
        .set({ geslotenOp: besluit === 'sluiten' ? ctx.now : null })
        .where('regioId', '=', ctx.regioId)
        .where('id', '=', bevindingId)
        .execute()
    }
    await recordEvent(ctx, {
      soort: 'bevinding:beoordeeld',
      onderwerp: { type: 'bevinding', id: bevindingId },
      gegevens: { besluit, reden },
    })
  })
}
