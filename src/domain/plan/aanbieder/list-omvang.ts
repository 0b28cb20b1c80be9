import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Aanbieder } from './queries.ts'

/** How large an aanbieder is in a year (CTR-08). null: not known for that year; money in cents. */
export type Jaaromvang = {
  jaar: number
  medewerkers: number | null
  bron: 'bestand' | 'hand' | null
  toelichting: string | null
  vastgelegdDoor: string | null
  vastgelegdOp: Temporal.Instant | null
  /** Clients of the Wmo with care in the year, each once; from the valid messages. */
  clienten: number | null
  /** Claimed on overeenkomsten of the Wmo. */
  gedeclareerdCent: number | null
}

const JAREN = 5

/** The last five years up to this one, newest first. Years of which nothing is known are left out, but never this year. */
export async function listOmvang(ctx: Context, { id, agb }: Pick<Aanbieder, 'id' | 'agb'>): Promise<Jaaromvang[]> {
  const ditJaar = ctx.today.year
  const { rows } = await sql<Jaaromvang>`
    with wmo as materialized (select o.id from overeenkomst o where o.regio_id = ${ctx.regioId} and o.aanbieder_id = ${id}
        and o.domein_producten = 'wmo'),
    clienten as (select j.jaar, count(distinct t.client_id)::int as aantal
      from generate_series(${ditJaar - JAREN + 1}::int, ${ditJaar}::int) as j (jaar)
      join toewijzing t on t.regio_id = ${ctx.regioId} and t.agb = ${agb} and t.wet = 'wmo' and not t.ingetrokken
        and t.gestart_op <= least(make_date(j.jaar, 12, 31), ${ctx.today}) and coalesce(t.gestopt_op, 'infinity') >= make_date(j.jaar, 1, 1)
      group by j.jaar),
    gedeclareerd as (select extract(year from maand)::int as jaar, sum(bedrag_cent)::bigint as cent from declaratie_maand
      where regio_id = ${ctx.regioId} and agb = ${agb} and overeenkomst_id in (select id from wmo) group by 1)
    select j.jaar, m.medewerkers, m.bron, m.toelichting, m.vastgelegd_door, m.vastgelegd_op, c.aantal as clienten,
      d.cent as gedeclareerd_cent
    from generate_series(${ditJaar - JAREN + 1}::int, ${ditJaar}::int) as j (jaar)
    left join aanbieder_omvang m on m.regio_id = ${ctx.regioId} and m.aanbieder_id = ${id} and m.jaar = j.jaar
    left join clienten c on c.jaar = j.jaar
    left join gedeclareerd d on d.jaar = j.jaar
    where j.jaar = ${ditJaar} or m.jaar is not null or c.jaar is not null or d.jaar is not null
    order by j.jaar desc`.execute(ctx.db)
  return rows
}
