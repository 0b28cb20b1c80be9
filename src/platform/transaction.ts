import { sql } from 'kysely'
import { bereikTekst } from './bereik.ts'
import type { Context, Rolhouder } from './context.ts'
import { prepared } from './prepared.ts'
import { readOnly } from './read-only.ts'

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
  return readOnly(ctx.db, (db) => readAs({ ...ctx, db }, work))
}

/** Runs `work` as this actor in a read transaction that sees nobody's rows yet. */
export async function readAs<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  // First on the wire; when it fails, all that follows fails.
  const narrowed = narrow(ctx)
  const [result] = await Promise.all([work(ctx), narrowed])
  return result
}

// The scope each running transaction was last set to.
const gezet = new WeakMap<Context['db'], string>()

/** Tells PostgreSQL whose rows this transaction may see (row-level security reads these three settings). */
export async function narrow(ctx: Context) {
  const bereik = bereikTekst(ctx.actor.rollen)
  gezet.set(ctx.db, bereik)
  await prepared(sql`select set_config('overlap.regio_id', ${ctx.regioId}, true), set_config('overlap.agb', ${ctx.actor.agb ?? ''}, true),
    set_config('overlap.bereik', ${bereik}, true)`).execute(ctx.db)
}

/** Narrows a running transaction to what the holders of these roles may see; outside a transaction it does nothing. */
export async function narrowTo(ctx: Context, houders: readonly Rolhouder[]) {
  const bereik = bereikTekst(houders)
  if (!ctx.db.isTransaction || gezet.get(ctx.db) === bereik) return
  await sql`select set_config('overlap.bereik', ${bereik}, true)`.execute(ctx.db)
  gezet.set(ctx.db, bereik)
}

/** Whether this transaction was told that it may see all of the region. What it really sees is for row-level security. */
export function seesWholeRegion(ctx: Context): boolean {
  return ctx.actor.agb === null && gezet.get(ctx.db) === ''
}
