import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { vereisMandaatVerlenging } from './vereis-mandaat-verlenging.ts'
import { bewaarBesluit } from './bewaar-besluit.ts'
import { keurIntrekken } from './keur-besluit.ts'
import { lockVerlenging } from './lock-verlenging.ts'

/** Withdraws the last decision about extending, from today, with a reason; both stay to be read. Throws 404, or 409 when it cannot. */
export function trekVerlengingsbesluitIn(
  ctx: Context,
  overeenkomstId: string,
  { reden, gezien }: { reden: string; gezien: number },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overeenkomst:verlengen')
    const vergrendeld = await lockVerlenging(ctx, overeenkomstId, gezien)
    await vereisMandaatVerlenging(ctx, overeenkomstId)
    const laatste = keurIntrekken(vergrendeld.besluiten, ctx.today)
    if ('weigering' in laatste) {
      throw conflict(laatste.weigering)
    }
    const { optie, vanaf, tot } = laatste
    await bewaarBesluit(ctx, vergrendeld, { optie, vanaf, tot, besluit: 'intrekken', besluitdatum: ctx.today, reden })
  })
}
