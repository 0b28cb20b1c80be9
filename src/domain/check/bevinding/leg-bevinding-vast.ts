import { randomUUID } from 'node:crypto'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { BevindingInvoer } from './bevinding.ts'

/**
 * Writes down a finding by hand, or one that came up in a meeting; gives its id. 404 when the aanbieder or the meeting is not there,
 * 422 when the meeting was with another.
 */
export function legBevindingVast(ctx: Context, invoer: BevindingInvoer): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'bevinding:vastleggen')
    const aanbieder = await ctx.db
      .selectFrom('aanbieder')
      .select(['id', 'agb'])
      .where(zicht(ctx).aanbieder('aanbieder'))
      .where('id', '=', invoer.aanbiederId)
      .executeTakeFirstOrThrow(() => notFound('Deze aanbieder'))
    if (invoer.gesprekId !== undefined) await keurGesprek(ctx, invoer.gesprekId, aanbieder.id)

    const { id } = await ctx.db
      .insertInto('bevinding')
      .values({
        regioId: ctx.regioId,
        bron: invoer.gesprekId === undefined ? 'hand' : 'gesprek',
        sleutel: `hand:${randomUUID()}`,
        gesprekId: invoer.gesprekId ?? null,
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
      gegevens: {
        titel: invoer.titel,
        toelichting: invoer.toelichting,
        aanbiederId: aanbieder.id,
        gesprekId: invoer.gesprekId ?? null,
      },
    })
    return id
  })
}

async function keurGesprek(ctx: Context, gesprekId: string, aanbiederId: string) {
  const gesprek = await ctx.db
    .selectFrom('gesprek as g')
    .select('g.aanbiederId')
    .where(zicht(ctx).gesprek('g'))
    .where('g.id', '=', gesprekId)
    .executeTakeFirstOrThrow(() => notFound('Dit gesprek'))
  if (gesprek.aanbiederId !== aanbiederId) throw invalid('Dit gesprek was met een andere aanbieder.', 'aanbiederId')
}
