import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './context.ts'

/** At most `aantal` turns at once, which come back evenly over `seconden`. */
export type Beurtgrens = { aantal: number; seconden: number }

/** What is counted, and for whom: only a hash of it is kept. */
export const telsleutel = (...delen: string[]) => createHash('sha256').update(JSON.stringify(delen)).digest()

/**
 * Takes a turn; gives the seconds to wait when there is none, else 0. One statement, so that processes that count together never
 * give a turn twice; outside the transaction of the request, so that a turn stays taken when the request fails.
 */
export async function neemBeurt(
  db: Db,
  sleutel: Buffer,
  { aantal, seconden }: Beurtgrens,
  now: Temporal.Instant,
): Promise<number> {
  const nu = sql`${now.toString()}::timestamptz`
  const periode = sql`make_interval(secs => ${seconden})`
  const stap = sql`make_interval(secs => ${seconden / aantal}::double precision)`
  // a moment further away than the period comes from a clock that was put back: it counts as now
  const vol = sql`case when b.vol_tot > ${nu} + ${periode} then ${nu} else greatest(b.vol_tot, ${nu}) end`
  const { rows } = await sql<{ wacht: number }>`
    with genomen as (
      insert into beurt as b (sleutel, vol_tot) values (${sleutel}, ${nu} + ${stap})
      on conflict (sleutel) do update set vol_tot = ${vol} + ${stap} where ${vol} + ${stap} <= ${nu} + ${periode}
      returning 0 as wacht)
    select coalesce((select wacht from genomen),
      (select greatest(1, ceil(extract(epoch from ${vol} + ${stap} - ${periode} - ${nu})))::int from beurt b
        where b.sleutel = ${sleutel}), 1) as wacht`.execute(db)
  return rows[0]!.wacht
}

/** Throws away counters that say nothing any more. */
export async function ruimBeurtenOp(db: Db, now: Temporal.Instant) {
  const tot = sql`${now.subtract({ hours: 24 }).toString()}::timestamptz`
  await sql`delete from beurt where vol_tot < ${tot}`.execute(db)
  await sql`delete from mislukking where laatst_op < ${tot} - interval '30 days'`.execute(db)
}
