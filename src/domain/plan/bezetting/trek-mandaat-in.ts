import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { vraagVolgen } from '../kalender/vraag-volgen.ts'

/** Ends a mandate at once; decisions taken on it stand. Throws 404, 409 when it was withdrawn already, 422 without a reason. */
export function trekMandaatIn(ctx: Context, id: string, reden: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'mandaat:wijzigen')
    if (reden.trim() === '') throw invalid('Vul de reden in.')
    const { rows } = await sql<{ ingetrokkenOp: Temporal.Instant | null }>`select ingetrokken_op from mandaat
      where regio_id = ${ctx.regioId} and id = ${id} for update`.execute(ctx.db)
    if (!rows[0]) throw notFound('Dit mandaat')
    if (rows[0].ingetrokkenOp) throw conflict('Dit mandaat is al ingetrokken. Ververs de pagina.')
    await sql`update mandaat set ingetrokken_op = ${ctx.now}, ingetrokken_door = ${ctx.actor.naam},
        intrekking_reden = ${reden.trim()} where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    await vraagVolgen(ctx)
    await recordEvent(ctx, {
      soort: 'mandaat:ingetrokken',
      onderwerp: { type: 'mandaat', id },
      gegevens: { reden: reden.trim() },
    })
  })
}
