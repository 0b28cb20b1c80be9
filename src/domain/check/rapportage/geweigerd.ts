import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** A request that was refused: `route` is a pattern, `recht` the right that was missing (null: the form was not of this session). */
export type Geweigerd = {
  minuut: Temporal.Instant
  naam: string
  gebruikerId: string
  methode: string
  route: string
  code: string
  recht: string | null
}

/** Refused requests of the region, the newest first; once per person, route and minute. */
export async function listGeweigerd(
  ctx: Context,
  { offset, limit }: { offset: number; limit: number },
): Promise<Geweigerd[]> {
  const { rows } = await sql<Geweigerd>`select w.minuut, g.naam, w.gebruiker_id, w.methode, w.route, w.code, w.recht
    from weigering w join gebruiker g on g.regio_id = w.regio_id and g.id = w.gebruiker_id
    where w.regio_id = ${ctx.regioId}
    order by w.minuut desc, g.naam collate "nl-x-icu", w.methode, w.route limit ${limit} offset ${offset}`.execute(
    ctx.db,
  )
  return rows
}

/** At most `hoogstens`: one more than is shown means "more than". */
export async function countGeweigerd(ctx: Context, hoogstens: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n
    from (select from weigering where regio_id = ${ctx.regioId} limit ${hoogstens}) as w`.execute(ctx.db)
  return rows[0]!.n
}
