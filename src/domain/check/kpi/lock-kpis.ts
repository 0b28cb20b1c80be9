import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** Calculating and establishing in a region wait for each other until the end of the transaction. */
export async function lockKpis(ctx: Context) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`kpi ${ctx.regioId}`}, 0))`.execute(ctx.db)
}
