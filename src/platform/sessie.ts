import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Context, Db, Rolhouder } from './context.ts'
import { prepared } from './prepared.ts'
import { inTransaction } from './transaction.ts'

const DUUR = { hours: 12 }
const hash = (token: string) => createHash('sha256').update(token).digest()

export type Sessie = {
  sessieId: string
  regioId: string
  regioNaam: string
  gebruikerId: string
  naam: string
  functie: string
  rijhoogte: 'compact' | 'ruim'
  csrf: string
  laatstGezienOp: Temporal.Instant
  vorigeBezoekOp: Temporal.Instant | null
  rollen: Rolhouder[]
}

/** Starts a session for a person; the token is only in the answer, its hash in the database. */
export function startSessie(ctx: Context, gebruikerId: string): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const token = randomBytes(32).toString('base64url')
    await ctx.db
      .insertInto('sessie')
      .values({
        regioId: ctx.regioId,
        gebruikerId,
        tokenHash: hash(token),
        csrf: randomBytes(24).toString('base64url'),
        gestartOp: ctx.now,
        laatstGezienOp: ctx.now,
        verlooptOp: ctx.now.add(DUUR),
      })
      .execute()
    return token
  })
}

/** The running session of this token with person and roles, in one query; undefined when it ended or expired. */
export async function findSessie(
  db: Db,
  token: string,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<Sessie | undefined> {
  const { rows } = await prepared(
    sql<Sessie>`select * from vind_sessie(${hash(token)}, ${now.toString()}::timestamptz, ${today.toString()}::date)`,
  ).execute(db)
  return rows[0]
}

/** Notes that the person was here; at most once a minute, so that reading does not write. */
export async function gezien(ctx: Context, sessie: Sessie) {
  if (Temporal.Instant.compare(sessie.laatstGezienOp.add({ minutes: 1 }), ctx.now) > 0) return
  await inTransaction(ctx, (ctx) =>
    ctx.db
      .updateTable('sessie')
      .set({ laatstGezienOp: ctx.now })
      .where('regioId', '=', ctx.regioId)
      .where('id', '=', sessie.sessieId)
      .execute(),
  )
}

/** Ends a session at once, and keeps when the person was here ("changed since you were last here"). */
export function beeindigSessie(ctx: Context, sessieId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .updateTable('sessie')
      .set({ beeindigdOp: ctx.now })
      .where('regioId', '=', ctx.regioId)
      .where('id', '=', sessieId)
      .where('beeindigdOp', 'is', null)
      .execute()
    await ctx.db
      .updateTable('gebruiker')
      .set({ vorigeBezoekOp: ctx.now })
      .where('regioId', '=', ctx.regioId)
      .where('id', '=', ctx.actor.id)
      .execute()
  })
}
