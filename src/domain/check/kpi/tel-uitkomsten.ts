import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { isCijferGetoond, isOordeelGetoond } from '../../plan/inrichting/kleine-aantallen.sql.ts'
import type { Kleinzicht } from '../../plan/inrichting/kleine-aantallen.ts'
import { zicht, zietHeleRegio } from '../../rechten/zicht.ts'
import type { KpiCode } from './list-uitkomsten.ts'
import type { Jaarstand } from './stand.ts'

export type Matrixfilter = {
  /** Whose aanbieders: contract manager or back-up. */
  contractmanager?: string | undefined
  /** What this person may see of small numbers. */
  klein: Kleinzicht | null
}

export type Berekening = Pick<Jaarstand, 'berekeningId' | 'getoondMinimum'>

export type Aantallen = {
  kpi: KpiCode
  subregioId: string
  /** Aanbieders with an outcome, measured or not. */
  aanbieders: number
  gemeten: number
  onder: number
  voldoende: number
  zonder: number
  /** Measured, but with a number that is too small to be shown. */
  afgeschermd: number
}

/** How the outcomes of a calculation came out, per KPI and subregio: as it was added up when it was stored, or of what somebody sees. */
export async function telUitkomsten(ctx: Context, berekening: Berekening, filter: Matrixfilter): Promise<Aantallen[]> {
  const { berekeningId } = berekening
  const van = sql`from kpi_telling where regio_id = ${ctx.regioId} and berekening_id = ${berekeningId}`
  const vragen = {
    alles: sql<Aantallen>`select kpi, subregio_id, aanbieders, gemeten, onder, voldoende, zonder, 0 as afgeschermd ${van}`,
    getoond: sql<Aantallen>`select kpi, subregio_id, aanbieders, getoond_gemeten as gemeten, getoond_onder as onder,
      getoond_voldoende as voldoende, getoond_zonder as zonder, afgeschermd ${van}`,
    niets: sql<Aantallen>`select u.kpi, u.subregio_id, ${aantallen(filter.klein)} from kpi_uitkomst u
      where ${zicht(ctx).uitkomst('u')} and u.berekening_id = ${berekeningId}${bijAanbieders(ctx, filter)} group by 1, 2`,
  }
  const { rows } = await prepared(vragen[watIsOpgeteld(ctx, berekening, filter)]).execute(ctx.db)
  return rows
}

/**
 * Which sums of a calculation are this person's: those of everything, those of what is shown of small numbers (when the calculation
 * was stored with the minimum that holds now), or none: then what somebody sees is added up on the spot.
 */
export function watIsOpgeteld(
  ctx: Context,
  { getoondMinimum }: Pick<Berekening, 'getoondMinimum'>,
  { contractmanager, klein }: Matrixfilter,
): 'alles' | 'getoond' | 'niets' {
  if (!zietHeleRegio(ctx) || contractmanager !== undefined) return 'niets'
  if (klein === null) return 'alles'
  const nergensOpen = klein.agbs.length === 0 && klein.subregios.length === 0
  return nergensOpen && klein.minimum === getoondMinimum ? 'getoond' : 'niets'
}

/** Below the norm, for kpi_uitkomst u. */
export function onder(klein: Kleinzicht | null): RawBuilder<boolean> {
  return sql`(u.oordeel in ('onvoldoende', 'niet behaald') and ${isOordeelGetoond(klein)})`
}

/** The counts of Aantallen over kpi_uitkomst u, grouped by KPI and subregio. */
export function aantallen(klein: Kleinzicht | null): RawBuilder<unknown> {
  const oordeel = isOordeelGetoond(klein)
  const gemeten = sql`(u.waarde is not null and ${oordeel})`
  return sql`count(*)::int as aanbieders, count(*) filter (where ${gemeten})::int as gemeten,
    count(*) filter (where ${onder(klein)})::int as onder,
    count(*) filter (where u.oordeel = 'voldoende' and ${oordeel})::int as voldoende,
    count(*) filter (where u.clienten_in_zorg > 0 and not ${gemeten})::int as zonder,
    count(*) filter (where ${gemeten} and not ${isCijferGetoond(klein)})::int as afgeschermd`
}

/** Only the aanbieders of a person, or of an aanbieder's account: looked up first, for they are few. */
export function bijAanbieders(
  ctx: Context,
  { contractmanager }: Pick<Matrixfilter, 'contractmanager'>,
): RawBuilder<unknown> {
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
