import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { zicht, zietHeleRegio } from '../../rechten/zicht.ts'
import type { KpiCode } from './list-uitkomsten.ts'

export type Matrixfilter = {
  /** Whose aanbieders: contract manager or back-up. */
  contractmanager?: string | undefined
}

export type Aantallen = {
  kpi: KpiCode
  subregioId: string
  /** Aanbieders with an outcome, measured or not. */
  aanbieders: number
  gemeten: number
  onder: number
  voldoende: number
  zonder: number
}

/** How the outcomes of a calculation came out, per KPI and subregio: as it was added up when it was stored, or of what somebody sees. */
export async function telUitkomsten(ctx: Context, berekeningId: string, filter: Matrixfilter): Promise<Aantallen[]> {
  const heel = zietHeleRegio(ctx) && filter.contractmanager === undefined
  const { rows } = await prepared(
    heel
      ? sql<Aantallen>`select kpi, subregio_id, aanbieders, gemeten, onder, voldoende, zonder from kpi_telling
        where regio_id = ${ctx.regioId} and berekening_id = ${berekeningId}`
      : sql<Aantallen>`select ${aantallen} from kpi_uitkomst u
        where ${zicht(ctx).uitkomst('u')} and u.berekening_id = ${berekeningId}${bijAanbieders(ctx, filter)} group by 1, 2`,
  ).execute(ctx.db)
  return rows
}

/** Below the norm. */
export const onder = sql`u.oordeel in ('onvoldoende', 'niet behaald')`

/** The columns of Aantallen over kpi_uitkomst u, grouped by the first two. */
export const aantallen = sql`u.kpi, u.subregio_id, count(*)::int as aanbieders, count(u.waarde)::int as gemeten,
  count(*) filter (where ${onder})::int as onder, count(*) filter (where u.oordeel = 'voldoende')::int as voldoende,
  count(*) filter (where u.waarde is null and u.clienten_in_zorg > 0)::int as zonder`

/** Only the aanbieders of a person, or of an aanbieder's account: looked up first, for they are few. */
export function bijAanbieders(ctx: Context, { contractmanager }: Matrixfilter): RawBuilder<unknown> {
  const voorwaarden = [
    ...(contractmanager === undefined
      ? []
      : [sql`(contractmanager_id = ${contractmanager} or achtervanger_id = ${contractmanager})`]),
    ...(ctx.actor.agb === null ? [] : [sql`agb = ${ctx.actor.agb}`]),
  ]
  return voorwaarden.length === 0
    ? sql``
    : sql` and u.aanbieder_id = any(array(select id from aanbieder
        where regio_id = ${ctx.regioId} and ${sql.join(voorwaarden, sql` and `)}))`
}
