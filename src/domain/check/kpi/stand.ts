import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { zicht } from '../../rechten/zicht.ts'

/** The calculation that stands for a year: the one established last, else the newest. */
export type Jaarstand = {
  jaar: number
  berekeningId: string
  voorlopig: boolean
  nulmeting: boolean
  /** The minimum of small numbers its sums were made with (kpi_telling, kpi_aanbieder) */
  getoondMinimum: number | null
  peildatum: Temporal.PlainDate
  berekendOp: Temporal.Instant
  vastgesteldOp: Temporal.Instant | null
  vastgesteldDoor: string | null
  /** A later calculation that differs from the one that stands. */
  nieuwereId: string | null
}

/** As SQL: one row per year, for use in `with stand as (…)`. */
export function standPerJaar(ctx: Context) {
  return sql`select distinct on (b.jaar) b.regio_id, b.jaar, b.id as berekening_id, b.voorlopig, b.nulmeting, b.getoond_minimum, b.peildatum, b.berekend_op,
      v.vastgesteld_op, v.vastgesteld_door,
      (select n.id from kpi_berekening n where ${zicht(ctx).berekening('n')} and n.jaar = b.jaar order by n.berekend_op desc, n.id desc limit 1) as nieuwste_id
    from kpi_berekening b
    left join kpi_vaststelling v on v.regio_id = b.regio_id and v.jaar = b.jaar and v.berekening_id = b.id
    where ${zicht(ctx).berekening('b')}
    order by b.jaar, v.vastgesteld_op desc nulls last, b.berekend_op desc, b.id desc`
}

/** The years that were calculated, newest first. */
export async function listJaren(ctx: Context): Promise<Jaarstand[]> {
  const { rows } = await prepared(sql<Jaarstand>`
    with stand as (${standPerJaar(ctx)})
    select s.jaar, s.berekening_id, s.voorlopig, s.nulmeting, s.getoond_minimum, s.peildatum, s.berekend_op, s.vastgesteld_op, g.naam as vastgesteld_door,
      nullif(s.nieuwste_id, s.berekening_id) as nieuwere_id
    from stand s left join gebruiker g on g.regio_id = s.regio_id and g.id = s.vastgesteld_door
    order by s.jaar desc`).execute(ctx.db)
  return rows
}
