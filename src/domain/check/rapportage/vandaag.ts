import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { TELGRENS } from '../../begrippen/lijst.ts'
import { Termijn } from '../../begrippen/termijn.ts'
import { zicht } from '../../rechten/zicht.ts'
import { leesRegelset } from '../../plan/inrichting/lees-regelset.ts'
import { leesInhoud } from '../../plan/inrichting/regelset-inhoud.ts'

const TEAMREGELS = 5
// More than a large region has; the others of one day are there or not together, so that each number is whole.
const TEAM_AFLOPEND = 300

/** Open findings of one aanbieder. `vanMij`: I manage it; `achtervang`: I am its back-up. */
export type OpenBevindingen = {
  vanMij: boolean
  achtervang: boolean
  aanbiederId: string
  aanbieder: string
  aantal: number
  zonderBesluit: number
  oudsteOp: Temporal.Instant
  titels: string[]
}

/** Open findings by aanbieder: all of mine, and of the others the ones with most among the newest thousand. */
export async function listOpenBevindingen(ctx: Context): Promise<OpenBevindingen[]> {
  const { rows } = await prepared(sql<OpenBevindingen>`
    with ${mijn(ctx)}, open as (
      select b.*, true as van_mij, m.hoofd from mijn m
        join bevinding b on ${zicht(ctx).bevinding('b')} and b.aanbieder_id = m.id and b.gesloten_op is null
      union all
      (select b.*, false, false from bevinding b where ${zicht(ctx).bevinding('b')} and b.gesloten_op is null
        and b.aanbieder_id not in (select id from mijn)
        order by b.ontstaan_op desc, b.id limit ${sql.lit(TELGRENS)})
    ), per as (
      select van_mij, not hoofd as achtervang, aanbieder_id, count(*)::int as aantal, min(ontstaan_op) as oudste_op,
        count(*) filter (where not exists (select from bevinding_besluit d where d.regio_id = open.regio_id and d.bevinding_id = open.id))::int as zonder_besluit,
        (array_agg(titel order by ontstaan_op desc, titel))[1:3] as titels,
        row_number() over (partition by van_mij order by count(*) desc, min(ontstaan_op), aanbieder_id) as plek
      from open group by van_mij, hoofd, aanbieder_id
    )
    select p.van_mij, p.van_mij and p.achtervang as achtervang, p.aanbieder_id, a.naam as aanbieder, p.aantal, p.zonder_besluit, p.oudste_op, p.titels
    from per p join aanbieder a on a.regio_id = ${ctx.regioId} and a.id = p.aanbieder_id
    where p.van_mij or p.plek <= ${sql.lit(TEAMREGELS)}
    order by p.van_mij desc, p.zonder_besluit desc, p.aantal desc, p.oudste_op, a.naam collate "nl-x-icu"`).execute(
    ctx.db,
  )
  return rows
}

const Termijnen = z.object({ termijnen: z.array(Termijn) })

/** Measuring years of the contract phase that ended and were not established, oldest first, each with its last day. */
export async function listTeStellenJaren(
  ctx: Context,
): Promise<{ jaar: number; uiterlijk: Temporal.PlainDate; berekend: boolean }[]> {
  const [{ rows }, regels] = await Promise.all([
    prepared(sql<{ jaar: number; berekend: boolean }>`
    select j.jaar, exists (select from kpi_berekening b where b.regio_id = r.id and b.jaar = j.jaar and not b.voorlopig) as berekend
    from regio r cross join lateral generate_series(extract(year from r.contractfase_vanaf)::int, ${ctx.today.year - 1}::int) as j (jaar)
    where r.id = ${ctx.regioId}
      and not exists (select from kpi_vaststelling v where v.regio_id = r.id and v.jaar = j.jaar)
    order by j.jaar`).execute(ctx.db),
    leesRegelset(ctx, 'termijnen', ctx.today),
  ])
  const { termijnen } = leesInhoud(Termijnen, regels.inhoud)
  const termijn = termijnen.find(({ code }) => code === 'kpi-vaststellen')
  if (termijn?.eenheid !== 'vaste datum') return []
  // AMB-17: 1 April itself is still in time
  const uiterlijk = (jaar: number) => new Temporal.PlainDate(jaar + 1, termijn.maand, termijn.dag)
  return rows.map(({ jaar, berekend }) => ({ jaar, berekend, uiterlijk: uiterlijk(jaar) }))
}

/** Overeenkomsten that end on one day with the same extensions left. */
export type AflopendeOvereenkomsten = {
  vanMij: boolean
  looptTot: Temporal.PlainDate
  /** None either when it was decided not to extend. */
  optiesOver: number
  nietVerlengd: boolean
  verlengingMaanden: number
  aantal: number
  /** When it is one. */
  id: string | null
  /** The first three. */
  nummers: string[]
}

/** Overeenkomsten that end from today up to `tot`: all of mine, and of the others the first days on which some end. */
export async function listAflopende(ctx: Context, tot: Temporal.PlainDate): Promise<AflopendeOvereenkomsten[]> {
  const zichtbaar = sql`${zicht(ctx).overeenkomst('o')} and o.loopt_tot between ${ctx.today} and ${tot}`
  const kolommen = sql`o.loopt_tot, case when o.niet_verlengd_op is null then o.verlengingen - o.verlengd else 0 end as opties_over,
        o.niet_verlengd_op is not null as niet_verlengd, o.verlenging_maanden, o.nummer, o.id`
  // The others are read in the order of an index that holds all of these columns (overeenkomst_loopt_tot).
  const { rows } = await prepared(sql<AflopendeOvereenkomsten>`
    with ${mijn(ctx)}, eigen as materialized (
      select o.id from overeenkomst o where ${zichtbaar} and o.aanbieder_id = any(array(select id from mijn where hoofd))
      union
      select f.overeenkomst_id from overeenkomst_functie f where f.regio_id = ${ctx.regioId} and f.gebruiker_id = ${ik(ctx)}::uuid
        and f.loopt_tot between ${ctx.today} and ${tot} and f.functie <> 'achtervanger'
    ), aflopend as (
      select true as van_mij, ${kolommen} from overeenkomst o where ${zichtbaar} and o.id = any(array(select id from eigen))
      union all
      (select false, ${kolommen} from overeenkomst o where ${zichtbaar} and o.id not in (select id from eigen)
        order by o.loopt_tot fetch first ${sql.lit(TEAM_AFLOPEND)} rows with ties)
    )
    select van_mij, loopt_tot, opties_over, niet_verlengd, verlenging_maanden, count(*)::int as aantal,
      case when count(*) = 1 then (array_agg(id))[1] end as id, (array_agg(nummer order by nummer))[1:3] as nummers
    from aflopend group by van_mij, loopt_tot, opties_over, niet_verlengd, verlenging_maanden
    order by van_mij desc, loopt_tot, opties_over, niet_verlengd, verlenging_maanden`).execute(ctx.db)
  return rows
}

/** The aanbieders of the actor; `hoofd` when he is their contractmanager, else he is their achtervanger. An aanbieder's account: itself. */
function mijn(ctx: Context) {
  const beheert = sql`contractmanager_id = ${ik(ctx)}::uuid`
  const hoofd = ctx.actor.agb === null ? beheert : sql`(${beheert} or agb = ${ctx.actor.agb})`
  return sql`mijn as (select id, ${hoofd} is true as hoofd from aanbieder
    where ${zicht(ctx).aanbieder('aanbieder')} and (${hoofd} or achtervanger_id = ${ik(ctx)}::uuid))`
}

function ik({ actor }: Context): string | null {
  return /^[0-9a-f-]{36}$/.test(actor.id) ? actor.id : null
}
