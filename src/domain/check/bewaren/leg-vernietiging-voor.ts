import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { lockVernietiging } from './lock-vernietiging.ts'

/**
 * Somebody looked whether anything must stay (an objection, a court case) and puts the proposal before who decides. From then on
 * it is not counted again. Throws 403, 404, 409 when that was done already, 422 without a word about it.
 */
export function legVernietigingVoor(ctx: Context, id: string, toelichting: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'bewaren:voorbereiden')
    const { soort, aantal, voorgelegdDoor } = await lockVernietiging(ctx, id)
    if (voorgelegdDoor) throw conflict('Dit voorstel is al voorgelegd. Ververs de pagina.')
    if (toelichting.trim() === '') throw invalid('Schrijf op wat u hebt nagegaan.')
    await sql`update vernietiging set voorgelegd_op = ${ctx.now}, voorgelegd_door = ${ctx.actor.id}, toelichting = ${toelichting.trim()}
      where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: 'vernietiging:voorgelegd',
      onderwerp: { type: 'vernietiging', id },
      gegevens: { soort, aantal, toelichting: toelichting.trim() },
    })
  })
}
