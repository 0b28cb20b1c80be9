import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { AntwoordInvoer } from './invoer.ts'
import { lockOverlegtafel } from './lock-overlegtafel.ts'
import { volgOverlegtafels } from './volg-overlegtafels.ts'

/**
 * An aanbieder says who comes, or that nobody can and why (TAF-05, TAF-11); a newer answer takes the place of the older. Somebody of the
 * region writes down what was said by telephone. 404 when this aanbieder was not invited, 409 after the table.
 */
export function beantwoordUitnodiging(
  ctx: Context,
  id: string,
  aanbiederId: string,
  invoer: AntwoordInvoer,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, ctx.actor.agb === null ? 'overlegtafel:bijwerken' : 'overlegtafel:antwoorden')
    await lockOverlegtafel(ctx, id, 'antwoorden')
    const oud = await ctx.db
      .selectFrom('overlegtafelDeelname')
      .select(['antwoord', 'afgevaardigde', 'reden'])
      .where(zicht(ctx).vanAanbieder('overlegtafel_deelname'))
      .where('overlegtafelId', '=', id)
      .where('aanbiederId', '=', aanbiederId)
      .where('ingetrokkenOp', 'is', null)
      .forUpdate()
      .executeTakeFirstOrThrow(() => notFound('Deze uitnodiging'))
    const nieuw = {
      antwoord: invoer.antwoord,
      afgevaardigde: invoer.antwoord === 'komt' ? invoer.afgevaardigde : '',
      reden: invoer.antwoord === 'afgemeld' ? invoer.reden : '',
    }

    await ctx.db
      .updateTable('overlegtafelDeelname')
      .set({ ...nieuw, beantwoordOp: ctx.now, beantwoordDoor: ctx.actor.naam })
      .where('regioId', '=', ctx.regioId)
      .where('overlegtafelId', '=', id)
      .where('aanbiederId', '=', aanbiederId)
      .execute()
    await volgOverlegtafels(ctx, id)
    await recordEvent(ctx, {
      soort: 'overlegtafel:beantwoord',
      onderwerp: { type: 'overlegtafel', id },
      gegevens: { aanbiederId, oud, nieuw },
    })
  })
}
