import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { KpiCode, KpiOordeel, UitkomstInLijst } from './list-uitkomsten.ts'

export type Matrixfilter = {
  /** Whose aanbieders: contract manager or back-up. */
  contractmanager?: string | undefined
}

export type Aantallen = {
  kpi: KpiCode
  subregioId: string
  gemeten: number
  onder: number
  voldoende: number
  zonder: number
}

/** How the outcomes of a calculation came out, per KPI and subregio: one pass, whatever the page shows. */
export async function telUitkomsten(ctx: Context, berekeningId: string, filter: Matrixfilter): Promise<Aantallen[]> {
  const { rows } = await sql<Aantallen>`
    select u.kpi, u.subregio_id, count(u.waarde)::int as gemeten, count(*) filter (where ${onder})::int as onder,
      count(*) filter (where u.oordeel = 'voldoende')::int as voldoende,
      count(*) filter (where u.waarde is null and u.clienten_in_zorg > 0)::int as zonder
    from kpi_uitkomst u ${binnen(filter)}
    where ${zicht(ctx).uitkomst('u')} and u.berekening_id = ${berekeningId} group by 1, 2`.execute(ctx.db)
  return rows
}

/** The aanbieders of one page of the matrix: those with most results below the norm first, or by name; and how many there are. */
export async function listMatrixAanbieders(
  ctx: Context,
  berekeningId: string,
  filter: Matrixfilter & { volgorde: 'mis' | 'naam'; limit: number; offset: number },
): Promise<{ ids: string[]; totaal: number }> {
  const volgorde = filter.volgorde === 'mis' ? sql`mis desc,` : sql``
  const { rows } = await sql<{ id: string; totaal: number }>`
    with per as (
      select u.aanbieder_id, count(*) filter (where ${onder}) as mis from kpi_uitkomst u
      where ${zicht(ctx).uitkomst('u')} and u.berekening_id = ${berekeningId} group by 1)
    select a.id, count(*) over ()::int as totaal from per join aanbieder a on a.regio_id = ${ctx.regioId} and a.id = per.aanbieder_id
    where ${eigen(filter)}
    order by ${volgorde} a.naam collate "nl-x-icu", a.id limit ${filter.limit} offset ${filter.offset}`.execute(ctx.db)
  return { ids: rows.map(({ id }) => id), totaal: rows[0]?.totaal ?? 0 }
}

export type Verdelingspunt = Pick<
  UitkomstInLijst,
  'id' | 'kpi' | 'aanbieder' | 'subregioId' | 'subregio' | 'n' | 'clientenInZorg' | 'reden'
> & {
  waarde: string
  oordeel: KpiOordeel
}

/** The measured values of one KPI, lowest first; at most `limit` of them. */
export async function listVerdeling(
  ctx: Context,
  berekeningId: string,
  kpi: KpiCode,
  filter: Matrixfilter,
  limit: number,
): Promise<Verdelingspunt[]> {
  const { rows } = await sql<Verdelingspunt>`
    select u.id, u.kpi, a.naam as aanbieder, u.subregio_id, s.naam as subregio, u.n, u.clienten_in_zorg, u.reden, u.waarde, u.oordeel
    from kpi_uitkomst u
    join aanbieder a on a.regio_id = u.regio_id and a.id = u.aanbieder_id
    join subregio s on s.regio_id = u.regio_id and s.id = u.subregio_id
    where ${zicht(ctx).uitkomst('u')} and u.berekening_id = ${berekeningId} and u.kpi = ${kpi} and u.waarde is not null and ${eigen(filter)}
    order by u.waarde::numeric, a.naam collate "nl-x-icu" limit ${limit}`.execute(ctx.db)
  return rows
}

const onder = sql`u.oordeel in ('onvoldoende', 'niet behaald')`

function binnen({ contractmanager }: Matrixfilter) {
  return contractmanager
    ? sql`join aanbieder a on a.regio_id = u.regio_id and a.id = u.aanbieder_id and ${eigen({ contractmanager })}`
    : sql``
}

function eigen({ contractmanager }: Matrixfilter) {
  return contractmanager
    ? sql`(a.contractmanager_id = ${contractmanager} or a.achtervanger_id = ${contractmanager})`
    : sql`true`
}
