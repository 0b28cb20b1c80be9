import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import type { ToetsInvoer } from './invoer.ts'
import { lockOverlegtafel } from './lock-overlegtafel.ts'

/**
 * Records whether a table reflects the interests of aanbieders and gemeenten, with whom that was discussed, and what changes in its
 * composition (TAF-16). 404, 409 before it was held, 422 when it is no reflection and nothing changes.
 */
export function toetsOverlegtafel(ctx: Context, id: string, invoer: ToetsInvoer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overlegtafel:bijwerken')
    await lockOverlegtafel(ctx, id, 'toetsen')
    if (!invoer.afspiegeling && invoer.aanpassing === '') {
      throw invalid('Schrijf op hoe de samenstelling wordt aangepast. De tafel is nu geen afspiegeling.', 'aanpassing')
    }
    await ctx.db
      .insertInto('overlegtafelToets')
      .values({
        regioId: ctx.regioId,
        overlegtafelId: id,
        datum: ctx.today,
        ...invoer,
        vastgelegdOp: ctx.now,
        vastgelegdDoor: ctx.actor.naam,
      })
      .execute()
    await recordEvent(ctx, {
      soort: 'overlegtafel:getoetst',
      onderwerp: { type: 'overlegtafel', id },
      gegevens: invoer,
    })
  })
}
