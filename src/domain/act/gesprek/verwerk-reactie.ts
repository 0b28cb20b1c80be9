import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { eisAct } from './eis-act.ts'
import { listReacties } from './list-verslag.ts'
import { lockGesprek } from './queries.ts'

/** Writes down what was done with a remark of the aanbieder; it stands in the final minutes. Throws 404, or 409 when it was done. */
export function verwerkReactie(ctx: Context, gesprekId: string, reactieId: string, verwerking: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gesprek:wijzigen')
    const gesprek = await lockGesprek(ctx, gesprekId)
    eisAct('reactie verwerken', gesprek)
    const reactie = (await listReacties(ctx, gesprekId)).find(({ id }) => id === reactieId)
    if (reactie?.soort !== 'opmerking') throw notFound('Deze opmerking')
    if (reactie.verwerking !== null) throw conflict('Over deze opmerking is al vastgelegd wat ermee is gedaan.')
    await ctx.db
      .updateTable('verslagreactie')
      .set({ verwerking, verwerktOp: ctx.now, verwerktDoor: ctx.actor.naam })
      .where('regioId', '=', ctx.regioId)
      .where('id', '=', reactieId)
      .execute()
    await recordEvent(ctx, {
      soort: 'verslag:reactie verwerkt',
      onderwerp: { type: 'gesprek', id: gesprekId },
      gegevens: { opmerking: reactie.tekst, verwerking },
    })
  })
}
