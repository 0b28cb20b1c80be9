import { sql } from 'kysely'
import { toonGrens, type Getoond } from '../../begrippen/getoond-aantal.ts'
import { isOpen, leesKleinzicht } from '../inrichting/kleine-aantallen.ts'
import { leesMet } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Context } from '../../../platform/context.ts'
import { leesOmvangregels, type Omvangregels } from './omvangregels.ts'
import type { Aanbieder } from './queries.ts'

/** How large an aanbieder is in a year (CTR-08). null: not known for that year; money in cents. */
export type Jaaromvang = {
  jaar: number
  medewerkers: number | null
  bron: 'bestand' | 'hand' | null
  toelichting: string | null
  vastgelegdDoor: string | null
  vastgelegdOp: Temporal.Instant | null
  /** Clients of the law of this region (part `omvang`) with care in the year, each once; from the valid messages. For who does not work with cases many or few. */
  clienten: Getoond | null
  /** Claimed on overeenkomsten of that law; null as well for who may not read the budget. */
  gedeclareerdCent: number | null
}

const JAREN = 5

/** The last five years up to this one, newest first. Years of which nothing is known are left out, but never this year. */
export async function listOmvang(ctx: Context, aanbieder: Pick<Aanbieder, 'id' | 'agb'>): Promise<Jaaromvang[]> {
  const { wet } = await leesOmvangregels(ctx)
  const bedragen = await leesMet(
    ctx,
    'budget:lezen',
    () => leesGedeclareerd(ctx, aanbieder, wet),
    new Map<number, number>(),
  )
  const { id, agb } = aanbieder
  const ditJaar = ctx.today.year
  const klein = await leesKleinzicht(ctx)
  const { rows } = await sql<Omit<Jaaromvang, 'gedeclareerdCent' | 'clienten'> & { clienten: number | null }>`
    with clienten as (select j.jaar, count(distinct t.client_id)::int as aantal
      from generate_series(${ditJaar - JAREN + 1}::int, ${ditJaar}::int) as j (jaar)
      join toewijzing t on ${zicht(ctx).regel('t')} and t.agb = ${agb} and t.wet = ${wet} and not t.ingetrokken
        and t.gestart_op <= least(make_date(j.jaar, 12, 31), ${ctx.today}) and coalesce(t.gestopt_op, 'infinity') >= make_date(j.jaar, 1, 1)
      group by j.jaar)
    select j.jaar, m.medewerkers, m.bron, m.toelichting, m.vastgelegd_door, m.vastgelegd_op, c.aantal as clienten
    from generate_series(${ditJaar - JAREN + 1}::int, ${ditJaar}::int) as j (jaar)
    left join aanbieder_omvang m on m.regio_id = ${ctx.regioId} and m.aanbieder_id = ${id} and m.jaar = j.jaar
    left join clienten c on c.jaar = j.jaar
    where j.jaar = ${ditJaar} or m.jaar is not null or c.jaar is not null or j.jaar = any(${[...bedragen.keys()]}::int[])
    order by j.jaar desc`.execute(ctx.db)
  return rows.map((rij) => ({
    ...rij,
    clienten:
      rij.clienten === null || klein === null || isOpen(klein, { agb })
        ? rij.clienten
        : toonGrens(rij.clienten, klein.minimum),
    gedeclareerdCent: bedragen.get(rij.jaar) ?? null,
  }))
}

async function leesGedeclareerd(ctx: Context, { id, agb }: Pick<Aanbieder, 'id' | 'agb'>, wet: Omvangregels['wet']) {
  const { rows } = await sql<{ jaar: number; cent: number }>`
    select extract(year from maand)::int as jaar, sum(bedrag_cent)::bigint as cent from declaratie_maand
    where regio_id = ${ctx.regioId} and agb = ${agb} and overeenkomst_id in (select o.id from overeenkomst o
      where ${zicht(ctx).overeenkomst('o')} and o.aanbieder_id = ${id} and o.domein_producten = ${wet})
    group by 1`.execute(ctx.db)
  return new Map(rows.map(({ jaar, cent }) => [jaar, cent]))
}
