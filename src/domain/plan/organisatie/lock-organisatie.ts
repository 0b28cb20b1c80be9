import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** Whoever records something after the newest of it waits here, until the end of the transaction. */
export async function lockOrganisatie(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`organisatie ${ctx.regioId}`}, 0))`.execute(ctx.db)
}
