import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** Proposing and deciding about destruction in a region wait for each other until the end of the transaction. */
export async function lockBewaren(ctx: Context) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bewaren ${ctx.regioId}`}, 0))`.execute(ctx.db)
}
