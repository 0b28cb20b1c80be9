import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'
import { authorize } from '../../rechten.ts'
import { vereisMandaatVerlenging } from './vereis-mandaat-verlenging.ts'
import { bewaarBesluit } from './bewaar-besluit.ts'
import { keurBesluit } from './keur-besluit.ts'
import { leesRegels } from './lees-regels.ts'
import { lockVerlenging } from './lock-verlenging.ts'

export const Besluitreden = vrijeTekst(2000).pipe(z.string().min(1, 'Schrijf op waarom u dit besluit'))

export type Besluitinvoer = {
  besluit: 'verlengen' | 'niet verlengen'
  besluitdatum: Temporal.PlainDate
  reden: string
  /** How many decisions stood on the page. */
  gezien: number
}

/**
 * The contracteigenaar decides about the next extension (CTR-10, ROL-01): one option at a time. Throws 404, 409 when there is nothing
 * to decide (any more), or 422 with code 'besluitdatum' when the day does not fit.
 */
export function besluitOverVerlenging(
  ctx: Context,
  overeenkomstId: string,
  { besluit, besluitdatum, reden, gezien }: Besluitinvoer,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overeenkomst:verlengen')
    const vergrendeld = await lockVerlenging(ctx, overeenkomstId, gezien)
    await vereisMandaatVerlenging(ctx, overeenkomstId)
    const regels = await leesRegels(ctx)
    const optie = keurBesluit(vergrendeld.overeenkomst, vergrendeld.besluiten, besluitdatum, ctx.today, regels)
    if ('weigering' in optie) {
      throw optie.veld ? invalid(optie.weigering, optie.veld) : conflict(optie.weigering)
    }
    await bewaarBesluit(ctx, vergrendeld, { ...optie, besluit, besluitdatum, reden })
  })
}
