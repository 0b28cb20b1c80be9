import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** Whoever makes a new version out of the newest one waits here, until the end of the transaction. */
export async function lockRegelset(ctx: Context) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`regelset ${ctx.regioId}`}, 0))`.execute(ctx.db)
}
