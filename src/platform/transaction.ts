import { sql } from 'kysely'
import type { Context } from './context.ts'

/** Runs `work` in one transaction that sees only the region (and aanbieder) of the actor; joins a running one. */
export function inTransaction<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) {
    return work(ctx)
  }
  return ctx.db.transaction().execute(async (tx) => {
    await narrow({ ...ctx, db: tx })
    return work({ ...ctx, db: tx })
  })
}

/** Runs `work` on one unchanging picture of the data, read only: all figures of a page agree with each other. */
export function inReadTransaction<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) {
    return work(ctx)
  }
  return ctx.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await narrow({ ...ctx, db: tx })
      return work({ ...ctx, db: tx })
    })
}

/** Tells PostgreSQL whose rows this transaction may see (row-level security reads these two settings). */
export async function narrow(ctx: Context) {
  await sql`select set_config('overlap.regio_id', ${ctx.regioId}, true), set_config('overlap.agb', ${ctx.actor.agb ?? ''}, true)`.execute(
    ctx.db,
  )
}
