import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** One judgement at a time per region, until the end of the transaction. */
export async function lockBeoordeling(ctx: Context) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`beoordelen ${ctx.regioId}`}, 0))`.execute(ctx.db)
}

/**
 * Batches of messages are stored side by side ("samen"). Who destroys clients or changes pseudonyms does it alone, so that nobody
 * stores a line of a client that is just going, or makes a second client of one that is just changing.
 */
export async function lockOpslag(ctx: Context, hoe: 'samen' | 'alleen') {
  const lock = sql.raw(hoe === 'samen' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock')
  await sql`select ${lock}(hashtextextended(${`berichten opslaan ${ctx.regioId}`}, 0))`.execute(ctx.db)
}
