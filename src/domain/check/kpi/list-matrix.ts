import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Kleinzicht } from '../../plan/inrichting/kleine-aantallen.ts'
import { isCijferGetoond, isOordeelGetoond } from '../../plan/inrichting/kleine-aantallen.sql.ts'
import type { KpiCode, KpiOordeel, UitkomstInLijst } from './list-uitkomsten.ts'

export type Matrixfilter = {
  /** Whose aanbieders: contract manager or back-up. */
  contractmanager?: string | undefined
  /** What this person may see of small numbers. */
  zicht: Kleinzicht | null
}

export type Aantallen = {
  kpi: KpiCode
  subregioId: string
  gemeten: number
  onder: number
  voldoende: number
  zonder: number
  /** Measured, but with a number that is too small to be shown. */
  afgeschermd: number
}

/** How the outcomes of a calculation came out, per KPI and subregio: one pass, whatever the page shows. */
export async function telUitkomsten(ctx: Context, berekeningId: string, filter: Matrixfilter): Promise<Aantallen[]> {
  const gemeten = sql`u.waarde is not null and ${isOordeelGetoond(filter.zicht)}`
  const { rows } = await sql<Aantallen>`
    select u.kpi, u.subregio_id, count(*) filter (where ${gemeten})::int as gemeten, count(*) filter (where ${onder(filter)})::int as onder,
      count(*) filter (where u.oordeel = 'voldoende' and ${isOordeelGetoond(filter.zicht)})::int as voldoende,
      count(*) filter (where u.clienten_in_zorg > 0 and not (${gemeten}))::int as zonder,
      count(*) filter (where ${gemeten} and not ${isCijferGetoond(filter.zicht)})::int as afgeschermd
    from kpi_uitkomst u ${binnen(filter)}
    where u.regio_id = ${ctx.regioId} and u.berekening_id = ${berekeningId} group by 1, 2`.execute(ctx.db)
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
      select u.aanbieder_id, count(*) filter (where ${onder(filter)}) as mis from kpi_uitkomst u
      where u.regio_id = ${ctx.regioId} and u.berekening_id = ${berekeningId} group by 1)
    select a.id, count(*) over ()::int as totaal from per join aanbieder a on a.regio_id = ${ctx.regioId} and a.id = per.aanbieder_id
    where ${eigen(filter)}
    order by ${volgorde} a.naam collate "nl-x-icu", a.id limit ${filter.limit} offset ${filter.offset}`.execute(ctx.db)
  return { ids: rows.map(({ id }) => id), totaal: rows[0]?.totaal ?? 0 }
}

export type Verdelingspunt = Pick<UitkomstInLijst, 'id' | 'kpi' | 'aanbieder' | 'subregioId' | 'subregio' | 'reden'> & {
  n: number
  waarde: string
  oordeel: KpiOordeel
}

/** The measured values of one KPI that may be shown, lowest first; at most `limit` of them. */
export async function listVerdeling(
  ctx: Context,
  berekeningId: string,
  kpi: KpiCode,
  filter: Matrixfilter,
  limit: number,
): Promise<Verdelingspunt[]> {
  const { rows } = await sql<Verdelingspunt>`
    select u.id, u.kpi, a.naam as aanbieder, u.subregio_id, s.naam as subregio, u.n, u.reden, u.waarde, u.oordeel
    from kpi_uitkomst u
    join aanbieder a on a.regio_id = u.regio_id and a.id = u.aanbieder_id
    join subregio s on s.regio_id = u.regio_id and s.id = u.subregio_id
    where u.regio_id = ${ctx.regioId} and u.berekening_id = ${berekeningId} and u.kpi = ${kpi} and u.waarde is not null and ${isCijferGetoond(filter.zicht)}
      and ${eigen(filter)}
    order by u.waarde::numeric, a.naam collate "nl-x-icu" limit ${limit}`.execute(ctx.db)
  return rows
}

function onder({ zicht }: Matrixfilter) {
  return sql`u.oordeel in ('onvoldoende', 'niet behaald') and ${isOordeelGetoond(zicht)}`
}

function binnen({ contractmanager }: Matrixfilter) {
  return contractmanager
    ? sql`join aanbieder a on a.regio_id = u.regio_id and a.id = u.aanbieder_id and ${eigen({ contractmanager })}`
    : sql``
}

function eigen({ contractmanager }: Pick<Matrixfilter, 'contractmanager'>) {
  return contractmanager
    ? sql`(a.contractmanager_id = ${contractmanager} or a.achtervanger_id = ${contractmanager})`
    : sql`true`
}
