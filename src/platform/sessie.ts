import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Context, Db, Rolhouder } from './context.ts'
import { prepared } from './prepared.ts'
import { readOnce } from './read-only.ts'
import { inTransaction } from './transaction.ts'

/** How long a session lasts: without anything happening (`stil`), and at most (`hoogstens`). */
export type Sessieduur = { stil: Temporal.Duration; hoogstens: Temporal.Duration }

export const SESSIEDUUR: Sessieduur = {
  stil: Temporal.Duration.from({ minutes: 30 }),
  hoogstens: Temporal.Duration.from({ hours: 12 }),
}

/** The way of signing in that only the demonstration has: the database knows it by this name. */
export const VOORBEELDWIJZE = 'voorbeeld'

export const tokenHash = (token: string | Uint8Array) => createHash('sha256').update(token).digest()

export type Sessie = {
  sessieId: string
  regioId: string
  regioNaam: string
  gebruikerId: string
  naam: string
  functie: string
  rijhoogte: 'compact' | 'ruim'
  sneltoetsen: boolean
  csrf: string
  /** How this person signed in. */
  wijze: string
  laatstGezienOp: Temporal.Instant
  verlooptOp: Temporal.Instant
  vorigeBezoekOp: Temporal.Instant | null
  rollen: Rolhouder[]
}

/** `uitgeverSessie`: which session at the identity provider it came from, hashed. */
type Begin = { wijze: string; toestel: string; duur?: Sessieduur; uitgeverSessie?: Buffer | null }

/** Starts a session for a person; the token is only in the answer, its hash in the database. */
export function startSessie(
  ctx: Context,
  gebruikerId: string,
  { wijze, toestel, duur = SESSIEDUUR, uitgeverSessie = null }: Begin,
): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const token = randomBytes(32).toString('base64url')
    await ctx.db
      .insertInto('sessie')
      .values({
        regioId: ctx.regioId,
        gebruikerId,
        tokenHash: tokenHash(token),
        csrf: maakCsrf(),
        gestartOp: ctx.now,
        laatstGezienOp: ctx.now,
        verlooptOp: ctx.now.add(duur.hoogstens),
        wijze,
        toestel,
        uitgeverSessie,
      })
      .execute()
    return token
  })
}

/** The running session of this token with person and roles, in one query; undefined when it ended or expired. */
export async function findSessie(
  db: Db,
  token: string,
  { now, today, stil = SESSIEDUUR.stil, voorbeeld }: SessieVraag,
): Promise<Sessie | undefined> {
  const query = prepared(
    sql<Sessie>`select * from vind_sessie(${tokenHash(token)}, ${now.toString()}::timestamptz, ${today.toString()}::date,
      make_interval(secs => ${stil.total('seconds')}), ${voorbeeld})`,
  )
  const { rows } = await (db.isTransaction ? query.execute(db) : readOnce(db, query))
  return rows[0]
}

export type SessieVraag = {
  now: Temporal.Instant
  today: Temporal.PlainDate
  stil?: Temporal.Duration
  /** Whether the demonstration runs: its sessions are nobody's elsewhere. */
  voorbeeld: boolean
}

/** Notes that the person was here; at most once a minute, so that reading does not write. Gives when he was seen last. */
export async function gezien(ctx: Context, sessie: Sessie): Promise<Temporal.Instant> {
  if (Temporal.Instant.compare(sessie.laatstGezienOp.add({ minutes: 1 }), ctx.now) > 0) return sessie.laatstGezienOp
  await inTransaction(ctx, (ctx) =>
    ctx.db
      .updateTable('sessie')
      .set({ laatstGezienOp: ctx.now })
      .where('regioId', '=', ctx.regioId)
      .where('id', '=', sessie.sessieId)
      .where('beeindigdOp', 'is', null)
      .execute(),
  )
  return ctx.now
}

/** Gives a running session a new token and a new csrf value: what was known of it before is worth nothing any more. */
export async function vernieuwSessie(ctx: Context, sessieId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await ctx.db
    .updateTable('sessie')
    .set({ tokenHash: tokenHash(token), csrf: maakCsrf() })
    .where('regioId', '=', ctx.regioId)
    .where('id', '=', sessieId)
    .where('beeindigdOp', 'is', null)
    .execute()
  return token
}

/** Ends the sessions of a person at once, but for one; gives how many. */
export async function beeindigSessies(ctx: Context, gebruikerId: string, behalve?: string): Promise<number> {
  const beeindigd = await ctx.db
    .updateTable('sessie')
    .set({ beeindigdOp: ctx.now })
    .where('regioId', '=', ctx.regioId)
    .where('gebruikerId', '=', gebruikerId)
    .where('beeindigdOp', 'is', null)
    .$if(behalve !== undefined, (query) => query.where('id', '!=', behalve!))
    .returning('id')
    .execute()
  return beeindigd.length
}

/** The aanbieder (AGB-code) that was chosen in this session; null when nothing was chosen, or the region. */
export function findWerktVoor(ctx: Context, sessieId: string): Promise<string | null> {
  return inTransaction(ctx, async (ctx) => {
    const { werktVoor } = await ctx.db
      .selectFrom('sessie')
      .select('werktVoor')
      .where('regioId', '=', ctx.regioId)
      .where('id', '=', sessieId)
      .executeTakeFirstOrThrow()
    return werktVoor
  })
}

/** From the next request on the person works for this aanbieder; null is the region. */
export function kiesWerktVoor(ctx: Context, sessieId: string, agb: string | null): Promise<unknown> {
  return inTransaction(ctx, (ctx) =>
    ctx.db
      .updateTable('sessie')
      .set({ werktVoor: agb })
      .where('regioId', '=', ctx.regioId)
      .where('id', '=', sessieId)
      .execute(),
  )
}

/** Ends a session at once. */
export function sluitSessie(ctx: Context, sessieId: string): Promise<unknown> {
  return inTransaction(ctx, (ctx) =>
    ctx.db
      .updateTable('sessie')
      .set({ beeindigdOp: ctx.now })
      .where('regioId', '=', ctx.regioId)
      .where('id', '=', sessieId)
      .where('beeindigdOp', 'is', null)
      .execute(),
  )
}

/** Ends a session at once, and keeps when the person was here ("changed since you were last here"). */
export function beeindigSessie(ctx: Context, sessieId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await sluitSessie(ctx, sessieId)
    await ctx.db
      .updateTable('gebruiker')
      .set({ vorigeBezoekOp: ctx.now })
      .where('regioId', '=', ctx.regioId)
      .where('id', '=', ctx.actor.id)
      .execute()
  })
}

function maakCsrf() {
  return randomBytes(24).toString('base64url')
}
