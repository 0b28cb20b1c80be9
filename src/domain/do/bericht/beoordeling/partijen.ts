import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'

/** Both parties must be known in the region: the gemeente and the aanbieder. */
export async function toetsPartijen(ctx: Context) {
  await sql`update w_bericht b set oordeel = 'wachtend', code = 'onbekende-gemeente'
    where b.oordeel is null and b.gemeente not in (select code from gemeente where regio_id = ${ctx.regioId})`.execute(
    ctx.db,
  )
  await sql`update w_bericht b set oordeel = 'wachtend', code = 'onbekende-aanbieder'
    where b.oordeel is null and b.agb not in (select agb from aanbieder where regio_id = ${ctx.regioId})`.execute(
    ctx.db,
  )
}
