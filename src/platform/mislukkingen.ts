import { sql } from 'kysely'
import type { Db } from './context.ts'

/**
 * How long to wait after 1, 2, 3, … failures in a row, in seconds; the last one holds for all after it. `vergeet`: after so many
 * seconds without a failure the count begins again.
 */
export type Wachtregel = { wachttijden: readonly number[]; vergeet: number }

/**
 * Counts an attempt as failed before it is judged, in one statement: many at the same time do not slip through. Gives the seconds to
 * wait when it is too soon (then nothing is counted), and how many failed in a row. A success gives it back or wipes the counter.
 */
export async function neemPoging(
  db: Db,
  sleutel: Buffer,
  { wachttijden, vergeet }: Wachtregel,
  now: Temporal.Instant,
): Promise<{ wacht: number; aantal: number }> {
  const nu = sql`${now.toString()}::timestamptz`
  const wacht = sql`make_interval(secs => (${wachttijden}::int[])[least(m.aantal, ${wachttijden.length}::int)])`
  // a moment far ahead comes from a clock that was put back
  const vrij = sql`(m.aantal < 1 or m.laatst_op + ${wacht} <= ${nu} or m.laatst_op > ${nu} + interval '1 hour')`
  const { rows } = await sql<{ wacht: number; aantal: number }>`
    with genomen as (
      insert into mislukking as m (sleutel, aantal, laatst_op) values (${sleutel}, 1, ${nu})
      on conflict (sleutel) do update set laatst_op = ${nu}, aantal = case
        when m.laatst_op < ${nu} - make_interval(secs => ${vergeet}) then 1 else m.aantal + 1 end where ${vrij}
      returning 0 as wacht, m.aantal)
    select wacht, aantal from genomen
    union all
    select greatest(1, ceil(extract(epoch from m.laatst_op + ${wacht} - ${nu})))::int, m.aantal from mislukking m
      where m.sleutel = ${sleutel} and not exists (select from genomen)
    limit 1`.execute(db)
  // refused by a row that was made while this began: it is not seen, so the refusal is short
  return rows[0] ?? { wacht: 1, aantal: 0 }
}

/** Takes back one attempt that turned out well. */
export async function geefPogingTerug(db: Db, sleutels: readonly Buffer[]) {
  await sql`update mislukking set aantal = aantal - 1 where sleutel = any(${sleutels}::bytea[]) and aantal > 0`.execute(
    db,
  )
}

/** Begins again at nothing. */
export async function wisPogingen(db: Db, sleutels: readonly Buffer[]) {
  await sql`delete from mislukking where sleutel = any(${sleutels}::bytea[])`.execute(db)
}
