import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { NieuweBevinding } from './bevinding.ts'

// PostgreSQL takes 65,535 parameters in one statement.
const DEEL = 1_000

/** Makes findings as a consequence of an act; those that exist already are left alone. Gives how many are new. */
export function maakBevindingen(ctx: Context, bevindingen: NieuweBevinding[]): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const ids: string[] = []
    for (let van = 0; van < bevindingen.length; van += DEEL) {
      const nieuw = await ctx.db
        .insertInto('bevinding')
        .values(
          bevindingen.slice(van, van + DEEL).map((bevinding) => ({
            regioId: ctx.regioId,
            bron: bevinding.bron,
            sleutel: bevinding.sleutel,
            titel: bevinding.titel,
            toelichting: bevinding.toelichting,
            aanbiederId: bevinding.aanbiederId,
            agb: bevinding.agb,
            overeenkomstId: bevinding.overeenkomstId ?? null,
            subregioId: bevinding.subregioId ?? null,
            kpiUitkomstId: bevinding.kpiUitkomstId ?? null,
            termijnId: bevinding.termijnId ?? null,
            clienten: bevinding.clienten ?? null,
            jaar: bevinding.jaar ?? null,
            indicatief: bevinding.indicatief ?? false,
            ontstaanOp: ctx.now,
            ontstaanDoor: ctx.actor.naam,
          })),
        )
        .onConflict((conflict) => conflict.columns(['regioId', 'sleutel']).doNothing())
        .returning('id')
        .execute()
      ids.push(...nieuw.map(({ id }) => id))
    }
    if (ids.length > 0) {
      await recordEvent(ctx, {
        soort: 'bevinding:gemaakt',
        onderwerp: ids.length === 1 ? { type: 'bevinding', id: ids[0]! } : { type: 'regio', id: ctx.regioId },
        gegevens: { aantal: ids.length, bevindingen: ids },
      })
    }
    return ids.length
  })
}
