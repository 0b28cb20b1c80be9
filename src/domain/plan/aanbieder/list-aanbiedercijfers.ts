import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { mag } from '../../rechten.ts'
import { zicht, zietHeleRegio } from '../../rechten/zicht.ts'
import type { Kleinzicht } from '../inrichting/kleine-aantallen.ts'
import { getoondeReden, getoondOordeel } from '../inrichting/kleine-aantallen.sql.ts'
import { listMaanden, type Maanden } from './list-maanden.ts'

/** What stands beside an aanbieder in a list. Money in cents; `oordelen`: the worst of the subregio's per KPI. */
export type Aanbiedercijfers = {
  id: string
  overeenkomsten: number
  /** Last day of the overeenkomst that ends first among those still running. */
  eersteEinde: Temporal.PlainDate | null
  /** null for who may not read the budget, as is the ceiling */
  gedeclareerdCent: number | null
  plafondCent: number | null
  /** Claimed per month of the last twelve months, oldest first; a month without claims is left out. */
  perMaandCent: number[]
  openBevindingen: number
  oordelen: Kpioordeel[]
}

type Kpioordeel = { kpi: string; oordeel: string | null; reden: string | null }
type Aanbieder = { id: string; agb: string }

/** Figures of the shown aanbieders only, each for who has its right; `kpiJaar` is the year whose judgements are shown. */
export async function listAanbiedercijfers(
  ctx: Context,
  klein: Kleinzicht | null,
  aanbieders: readonly Aanbieder[],
  kpiJaar: number,
): Promise<Map<string, Aanbiedercijfers>> {
  const ids = aanbieders.map(({ id }) => id)
  const magGeld = mag(ctx.actor, 'budget:lezen')
  const [overeenkomsten, maanden, bevindingen, oordelen] = await Promise.all([
    telOvereenkomsten(ctx, ids),
    magGeld
      ? listMaanden(
          ctx,
          aanbieders.map(({ agb }) => agb),
        )
      : new Map<string, Maanden>(),
    telBevindingen(ctx, ids),
    listSlechtsteOordelen(ctx, klein, ids, kpiJaar),
  ])
  return new Map(
    aanbieders.map(({ id, agb }) => [
      id,
      {
        id,
        ...(overeenkomsten.get(id) ?? { overeenkomsten: 0, eersteEinde: null, plafondCent: null }),
        ...(maanden.get(agb) ?? { gedeclareerdCent: magGeld ? 0 : null, perMaandCent: [] }),
        openBevindingen: bevindingen.get(id) ?? 0,
        oordelen: oordelen.get(id) ?? [],
      },
    ]),
  )
}

// One aanbieder has a plan of its own: an array says nothing about its length.
function een(van: readonly string[]) {
  return van.length === 1 ? sql`= ${van[0]}::uuid` : sql`= any(${van}::uuid[])`
}

async function telOvereenkomsten(ctx: Context, ids: readonly string[]) {
  const { rows } = await prepared(
    sql<Pick<Aanbiedercijfers, 'overeenkomsten' | 'eersteEinde' | 'plafondCent'> & { aanbiederId: string }>`
      select o.aanbieder_id, count(*)::int as overeenkomsten, min(o.loopt_tot) filter (where o.loopt_tot >= ${ctx.today}) as eerste_einde,
        sum(p.cent)::bigint as plafond_cent
      from overeenkomst o
      left join plafond p on p.regio_id = ${ctx.regioId} and p.overeenkomst_id = o.id and p.jaar = ${ctx.today.year}
        and ${zicht(ctx, 'budget:lezen').overeenkomst('o')}
      where ${zicht(ctx).overeenkomst('o')} and o.aanbieder_id ${een(ids)} group by 1`,
  ).execute(ctx.db)
  return new Map(rows.map(({ aanbiederId, ...telling }) => [aanbiederId, telling]))
}

async function telBevindingen(ctx: Context, ids: readonly string[]) {
  const { rows } = await prepared(sql<{ aanbiederId: string; aantal: number }>`
    select aanbieder_id, count(*)::int as aantal from bevinding
    where ${zicht(ctx, 'bevinding:lezen').bevinding('bevinding')} and aanbieder_id ${een(ids)} and gesloten_op is null group by 1`).execute(
    ctx.db,
  )
  return new Map(rows.map(({ aanbiederId, aantal }) => [aanbiederId, aantal]))
}

// The worst first: what was not reached, then what was; without any value the reason why not (as bewaar-tellingen.ts stores it).
const RANG = sql`case oordeel when 'niet behaald' then 0 when 'onvoldoende' then 0 when 'voldoende' then 1 when 'behaald' then 2
  when 'goed' then 2 else 3 end, reden`

async function listSlechtsteOordelen(ctx: Context, klein: Kleinzicht | null, ids: readonly string[], jaar: number) {
  const berekening = sql`select b.id, b.getoond_minimum from kpi_berekening b
    left join kpi_vaststelling v on v.regio_id = b.regio_id and v.berekening_id = b.id
    where ${zicht(ctx).berekening('b')} and b.jaar = ${jaar} order by v.vastgesteld_op desc nulls last, b.berekend_op desc, b.id desc limit 1`
  const opgeteld = zietHeleRegio(ctx, 'kpi:lezen') ? await listOpgetelde(ctx, klein, ids, berekening) : undefined
  return opgeteld && opgeteld.size > 0 ? opgeteld : telSlechtsteOordelen(ctx, klein, ids, berekening)
}

type Oordelen = { aanbiederId: string; oordelen: Kpioordeel[] }

// Made when the calculation was stored; of small numbers only by the minimum it was stored with, and for who sees none of them.
async function listOpgetelde(
  ctx: Context,
  klein: Kleinzicht | null,
  ids: readonly string[],
  berekening: RawBuilder<unknown>,
) {
  if (klein !== null && klein.agbs.length + klein.subregios.length > 0) return undefined
  const { rows } =
    await prepared(sql<Oordelen>`select aanbieder_id, ${klein ? sql`getoond_oordelen` : sql`oordelen`} as oordelen
    from kpi_aanbieder where regio_id = ${ctx.regioId} and aanbieder_id ${een(ids)} and berekening_id = (select id from (${berekening}) as b
      ${klein ? sql`where getoond_minimum = ${klein.minimum}` : sql``})`).execute(ctx.db)
  return new Map(rows.map(({ aanbiederId, oordelen }) => [aanbiederId, oordelen]))
}

async function telSlechtsteOordelen(
  ctx: Context,
  klein: Kleinzicht | null,
  ids: readonly string[],
  berekening: RawBuilder<unknown>,
) {
  const { rows } = await prepared(sql<Oordelen>`
    select aanbieder_id, jsonb_agg(jsonb_build_object('kpi', kpi, 'oordeel', oordeel, 'reden', reden) order by kpi) as oordelen
    from (select distinct on (aanbieder_id, kpi) aanbieder_id, kpi, oordeel, reden
      from (select u.aanbieder_id, u.kpi, ${getoondOordeel(klein)} as oordeel, ${getoondeReden(klein)} as reden from kpi_uitkomst u
        where ${zicht(ctx, 'kpi:lezen').uitkomst('u')} and u.aanbieder_id ${een(ids)} and u.berekening_id = (select id from (${berekening}) as b)) as getoond
      order by aanbieder_id, kpi, ${RANG}) as slechtste
    group by 1`).execute(ctx.db)
  return new Map(rows.map(({ aanbiederId, oordelen }) => [aanbiederId, oordelen]))
}
