import { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'kysely'
import { beginbereik, bereikTekst } from './bereik.ts'
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

// ASVS V15.2.2: no question of a page may hold a connection longer; what is asked here takes less than a second in a large region.
const LANGST = '60s'

/** Runs `work` on one unchanging picture of the data, read only: all figures of a page agree with each other. */
export function inReadTransaction<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) {
    return work(ctx)
  }
  const role = seesWholeRegion(ctx) ? 'overlap_lezer' : undefined
  const reader = { role, begin: beginbereik(ctx.actor.rollen), scope: (db: Context['db']) => standVan(db)!.bereik }
  return readOnly(ctx.db, reader, async (db) => {
    const inside = { ...ctx, db }
    reading.add(db)
    // First on the wire; when it fails, all that follows fails.
    const narrowed = narrow(inside, role, ctx.actor.soort === 'gebruiker' ? LANGST : '0')
    const [result] = await Promise.all([work(inside), narrowed])
    return result
  })
}

// Each role of the actor, and so each scope a transaction of his can be narrowed to.
function seesWholeRegion({ actor }: Context): boolean {
  return actor.agb === null && beginbereik(actor.rollen) === ''
}

/**
 * Reads at the same time what does not wait for each other. Each read keeps to the scope of the rights it asks for, whatever the others
 * ask meanwhile. In a transaction that writes they are read one after the other: it has one scope at a time.
 */
export async function together<Reads extends readonly (() => unknown)[]>(
  ctx: Context,
  ...reads: Reads
): Promise<{ -readonly [I in keyof Reads]: Awaited<ReturnType<Reads[I]>> }> {
  const { db } = ctx
  const results: unknown[] = []
  if (reading.has(db)) results.push(...(await Promise.all(reads.map((read) => apart(db, runningScope(ctx), read)))))
  else if (!db.isTransaction) results.push(...(await Promise.all(reads.map((read) => read()))))
  else for (const read of reads) results.push(await read())
  return results as { -readonly [I in keyof Reads]: Awaited<ReturnType<Reads[I]>> }
}

// The scope in which the next question of a transaction is asked. A read transaction is told with that question (read-only.ts), so what
// it reads at the same time can have scopes of its own.
type Stand = { bereik: string }
const standen = new WeakMap<Context['db'], Stand>()
const takken = new AsyncLocalStorage<{ db: Context['db']; stand: Stand }>()
const reading = new WeakSet<Context['db']>()

function standVan(db: Context['db']): Stand | undefined {
  const tak = takken.getStore()
  return tak?.db === db ? tak.stand : standen.get(db)
}

function apart<T>(db: Context['db'], bereik: string, read: () => T): T {
  return takken.run({ db, stand: { bereik } }, read)
}

/**
 * Tells PostgreSQL whose rows this transaction may see (row-level security reads these settings), and lets it work in `role` until
 * its end when it began in the program's own. No statement takes longer than `langst`.
 */
export async function narrow(ctx: Context, role?: 'overlap_lezer', langst?: string) {
  const bereik = beginbereik(ctx.actor.rollen)
  standen.set(ctx.db, { bereik })
  const also = role
    ? sql`, set_config('role', case current_user when 'overlap_app' then ${sql.lit(role)} else current_user::text end, true)`
    : sql``
  const grens = langst === undefined ? sql`` : sql`, set_config('statement_timeout', ${sql.lit(langst)}, true)`
  await prepared(sql`select set_config('overlap.regio_id', ${ctx.regioId}, true), set_config('overlap.agb', ${ctx.actor.agb ?? ''}, true),
    set_config('overlap.bereik', ${bereik}, true), set_config('overlap.gebruiker', ${ctx.actor.id}, true),
    set_config('overlap.rollen', ${JSON.stringify(ctx.actor.rollen)}, true)${also}${grens}`).execute(ctx.db)
}

/** Narrows a running transaction to what the holders of these roles may see; outside a transaction it does nothing. */
export function narrowTo(ctx: Context, houders: readonly Rolhouder[]) {
  return zet(ctx, bereikTekst(houders))
}

/** Runs `work` in the scope of these roles; the transaction is given back as it was. */
export async function within<T>(ctx: Context, houders: readonly Rolhouder[], work: () => Promise<T>): Promise<T> {
  if (reading.has(ctx.db)) return apart(ctx.db, bereikTekst(houders), work)
  const eerst = standVan(ctx.db)?.bereik
  await narrowTo(ctx, houders)
  const uitkomst = await work()
  if (eerst !== undefined) await zet(ctx, eerst)
  return uitkomst
}

/**
 * Runs `work` seeing the whole region, for what follows from somebody's act whatever he sees himself, such as a term for the other
 * side of the table. Give back nothing that the actor may not read. The transaction is given back as it was.
 */
export async function asRegion<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  if (!ctx.db.isTransaction || reading.has(ctx.db)) throw new Error('asRegion outside a transaction that writes')
  if (wide.has(ctx.db)) return work()
  wide.add(ctx.db)
  const bereik = runningScope(ctx)
  // What it was, and not whose act it is: a transaction may be wider than the actor (the demonstration region plays everybody in one).
  const { rows } = await sql<{ agb: string | null; rollen: string | null }>`with eerst as materialized (
      select current_setting('overlap.agb', true) as agb, current_setting('overlap.rollen', true) as rollen)
    select eerst.agb, eerst.rollen, set_config('overlap.agb', '', true), set_config('overlap.bereik', '', true),
      set_config('overlap.rollen', '', true) from eerst`.execute(ctx.db)
  standen.set(ctx.db, { bereik: '' })
  try {
    return await work()
  } finally {
    // after a statement that failed the transaction takes no more of them, and its end forgets these settings
    await sql`select set_config('overlap.agb', ${rows[0]?.agb ?? ''}, true), set_config('overlap.bereik', ${bereik}, true),
        set_config('overlap.rollen', ${rows[0]?.rollen ?? ''}, true)`
      .execute(ctx.db)
      .catch(() => undefined)
    standen.set(ctx.db, { bereik })
    wide.delete(ctx.db)
  }
}

// Transactions in which asRegion is at work: one within it has nothing to widen, and nothing to give back.
const wide = new WeakSet<Context['db']>()

/** The scope of the running transaction as row-level security has it: '' is the whole region. */
export function runningScope(ctx: Context): string {
  return standVan(ctx.db)?.bereik ?? beginbereik(ctx.actor.rollen)
}

async function zet(ctx: Context, bereik: string) {
  const stand = standVan(ctx.db)
  if (!ctx.db.isTransaction || stand?.bereik === bereik) return
  if (stand && reading.has(ctx.db)) {
    stand.bereik = bereik
    return
  }
  await sql`select set_config('overlap.bereik', ${bereik}, true)`.execute(ctx.db)
  standen.set(ctx.db, { bereik })
}
