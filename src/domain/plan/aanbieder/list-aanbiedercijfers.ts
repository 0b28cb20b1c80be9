import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Kleinzicht } from '../inrichting/kleine-aantallen.ts'
import { isOordeelGetoond } from '../inrichting/kleine-aantallen.sql.ts'

/** What stands beside an aanbieder in a list. Money in cents; `oordelen`: the worst of the subregio's per KPI. */
export type Aanbiedercijfers = {
  id: string
  overeenkomsten: number
  /** Last day of the overeenkomst that ends first among those still running. */
  eersteEinde: Temporal.PlainDate | null
  gedeclareerdCent: number
  plafondCent: number | null
  /** Claimed per month of the last twelve months, oldest first; a month without claims is left out. */
  perMaandCent: number[]
  openBevindingen: number
  oordelen: { kpi: string; oordeel: string | null; reden: string | null }[]
}

/** Figures of the shown aanbieders only, in the order of the rows asked; `kpiJaar` is the year whose judgements are shown. */
export async function listAanbiedercijfers(
  ctx: Context,
  zicht: Kleinzicht | null,
  aanbieders: readonly { id: string; agb: string }[],
  kpiJaar: number,
): Promise<Map<string, Aanbiedercijfers>> {
  const ids = aanbieders.map(({ id }) => id)
  const agbs = aanbieders.map(({ agb }) => agb)
  const jaar = ctx.today.year
  const vanaf = ctx.today.with({ day: 1 }).subtract({ months: 11 })
  // One look at the overeenkomsten serves both their number and their ceilings.
  const { rows } = await sql<Omit<Aanbiedercijfers, 'oordelen'>>`
    with o as materialized (select aanbieder_id, loopt_tot,
        (select p.cent from plafond p where p.regio_id = ${ctx.regioId} and p.overeenkomst_id = o.id and p.jaar = ${jaar}) as plafond
      from overeenkomst o where o.regio_id = ${ctx.regioId} and o.aanbieder_id = any(${ids}::uuid[]))
    select a.id, coalesce(o.aantal, 0) as overeenkomsten, o.eerste_einde, coalesce(d.cent, 0) as gedeclareerd_cent,
      o.plafond_cent, coalesce(d.per_maand, '{}') as per_maand_cent, coalesce(b.aantal, 0) as open_bevindingen
    from unnest(${ids}::uuid[], ${agbs}::text[]) as a (id, agb)
    left join (select aanbieder_id, count(*) as aantal, min(loopt_tot) filter (where loopt_tot >= ${ctx.today}) as eerste_einde,
        sum(plafond)::bigint as plafond_cent
      from o group by 1) o on o.aanbieder_id = a.id
    left join (select agb, coalesce(sum(cent) filter (where maand >= make_date(${jaar}, 1, 1)), 0)::bigint as cent,
        array_agg(cent order by maand) as per_maand
      from (select agb, maand, sum(bedrag_cent)::bigint as cent from declaratie_maand
        where regio_id = ${ctx.regioId} and agb = any(${agbs}::text[]) and maand between ${vanaf} and make_date(${jaar}, 12, 31)
        group by agb, maand) m
      group by agb) d on d.agb = a.agb
    left join (select aanbieder_id, count(*) as aantal from bevinding
      where regio_id = ${ctx.regioId} and aanbieder_id = any(${ids}::uuid[]) and gesloten_op is null
      group by 1) b on b.aanbieder_id = a.id`.execute(ctx.db)
  const oordelen = await listSlechtsteOordelen(ctx, zicht, ids, kpiJaar)
  return new Map(rows.map((rij) => [rij.id, { ...rij, oordelen: oordelen.get(rij.id) ?? [] }]))
}

// The worst first: what was not reached, then what was; without any value the reason why not.
const RANG = sql`case oordeel when 'niet behaald' then 0 when 'onvoldoende' then 0 when 'voldoende' then 1 when 'behaald' then 2
  when 'goed' then 2 else 3 end`

async function listSlechtsteOordelen(ctx: Context, zicht: Kleinzicht | null, ids: readonly string[], jaar: number) {
  const { rows } = await sql<{ aanbiederId: string; kpi: string; oordeel: string | null; reden: string | null }>`
    select distinct on (aanbieder_id, kpi) aanbieder_id, kpi, oordeel, reden from (
      select u.regio_id, u.berekening_id, u.aanbieder_id, u.kpi, case when ${isOordeelGetoond(zicht)} then u.oordeel end as oordeel,
        case when ${isOordeelGetoond(zicht)} then u.reden else coalesce(u.reden, 'te weinig clienten') end as reden from kpi_uitkomst u) as u
    where regio_id = ${ctx.regioId} and aanbieder_id = any(${ids}::uuid[])
      and kpi in ('clienttevredenheid', 'resultaat-behaald', 'start-zorg')
      and berekening_id = (select b.id from kpi_berekening b
        left join kpi_vaststelling v on v.regio_id = b.regio_id and v.berekening_id = b.id
        where b.regio_id = ${ctx.regioId} and b.jaar = ${jaar} order by v.vastgesteld_op desc nulls last, b.berekend_op desc limit 1)
    order by aanbieder_id, kpi, ${RANG}`.execute(ctx.db)
  return Map.groupBy(rows, ({ aanbiederId }) => aanbiederId)
}
