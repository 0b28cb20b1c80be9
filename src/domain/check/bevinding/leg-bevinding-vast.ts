import { randomUUID } from 'node:crypto'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { BevindingInvoer } from './bevinding.ts'

/** Writes down a finding by hand; gives its id. 404 when the aanbieder is not there. */
export function legBevindingVast(ctx: Context, invoer: BevindingInvoer): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'bevinding:vastleggen')
    const aanbieder = await ctx.db
      .selectFrom('aanbieder')
      .select(['id', 'agb'])
      .where(zicht(ctx).aanbieder('aanbieder'))
      .where('id', '=', invoer.aanbiederId)
      .executeTakeFirstOrThrow(() => notFound('Deze aanbieder'))

    const { id } = await ctx.db
      .insertInto('bevinding')
      .values({
        regioId: ctx.regioId,
        bron: 'hand',
        sleutel: `hand:${randomUUID()}`,
        titel: invoer.titel,
        toelichting: invoer.toelichting,
        aanbiederId: aanbieder.id,
        agb: aanbieder.agb,
        ontstaanOp: ctx.now,
        ontstaanDoor: ctx.actor.naam,
      })
      .returning('id')
      .executeTakeFirstOrThrow()

    await recordEvent(ctx, {
      soort: 'bevinding:vastgelegd',
      onderwerp: { type: 'bevinding', id },
      gegevens: { titel: invoer.titel, toelichting: invoer.toelichting, aanbiederId: aanbieder.id },
    })
    return id
  })
}
