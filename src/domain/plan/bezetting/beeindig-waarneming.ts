import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { vraagVolgen } from '../kalender/vraag-volgen.ts'

/** Ends a substitution now: its roles are withdrawn at once. Throws 404, or 409 when it ended already. */
export function beeindigWaarneming(ctx: Context, id: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'waarneming:eigen')
    const { rows } = await sql<{
      gebruikerId: string
      beeindigdOp: Temporal.Instant | null
    }>`select gebruiker_id, beeindigd_op
      from waarneming where regio_id = ${ctx.regioId} and id = ${id} for update`.execute(ctx.db)
    if (!rows[0]) throw notFound('Deze waarneming')
    if (rows[0].gebruikerId !== ctx.actor.id) await authorize(ctx, 'mandaat:wijzigen')
    if (rows[0].beeindigdOp) throw conflict('Deze waarneming is al beëindigd. Ververs de pagina.')
    await sql`update waarneming set beeindigd_op = ${ctx.now}, beeindigd_door = ${ctx.actor.naam}
      where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    await sql`update roltoewijzing set ingetrokken_op = ${ctx.now}, ingetrokken_door = ${ctx.actor.naam}
      where regio_id = ${ctx.regioId} and waarneming_id = ${id} and ingetrokken_op is null`.execute(ctx.db)
    await vraagVolgen(ctx)
    await recordEvent(ctx, { soort: 'waarneming:beeindigd', onderwerp: { type: 'waarneming', id }, gegevens: {} })
  })
}
