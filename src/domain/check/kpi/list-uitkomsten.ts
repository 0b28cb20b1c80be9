import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'
import { findDefinities, type Definitie } from './definities.ts'
import type { Reden } from './oordeel.ts'

export type KpiCode = 'clienttevredenheid' | 'resultaat-behaald' | 'start-zorg'
export type KpiOordeel = 'onvoldoende' | 'voldoende' | 'goed' | 'behaald' | 'niet behaald'

export type UitkomstInLijst = {
  id: string
  kpi: KpiCode
  aanbiederId: string
  aanbieder: string
  agb: string
  subregioId: string
  subregio: string
  clientenInZorg: number
  n: number
  teller: number
  waarde: string | null
  oordeel: KpiOordeel | null
  reden: Reden | null
}

/** All outcomes of one calculation, by aanbieder, KPI and subregio: one row per cell of the matrix. */
export async function listUitkomsten(
  ctx: Context,
  berekeningId: string,
  filter: { aanbiederIds?: readonly string[]; contractmanager?: string | undefined } = {},
): Promise<UitkomstInLijst[]> {
  const { rows } = await sql<UitkomstInLijst>`
    select u.id, u.kpi, u.aanbieder_id, a.naam as aanbieder, u.agb, u.subregio_id, s.naam as subregio, u.clienten_in_zorg, u.n, u.teller,
      u.waarde, u.oordeel, u.reden
    from kpi_uitkomst u
    join aanbieder a on a.regio_id = u.regio_id and a.id = u.aanbieder_id
    join subregio s on s.regio_id = u.regio_id and s.id = u.subregio_id
    where ${zicht(ctx).uitkomst('u')} and u.berekening_id = ${berekeningId}
      ${filter.aanbiederIds ? sql`and u.aanbieder_id = any(${filter.aanbiederIds}::uuid[])` : sql``}
      ${filter.contractmanager ? sql`and (a.contractmanager_id = ${filter.contractmanager} or a.achtervanger_id = ${filter.contractmanager})` : sql``}
    order by a.naam collate "nl-x-icu", u.agb, u.kpi, s.volgorde`.execute(ctx.db)
  return rows
}

/** The definitions the outcomes of one calculation were judged by, KPI 1 first. */
export async function listDefinitiesVan(ctx: Context, berekeningId: string): Promise<Definitie[]> {
  const { rows } = await sql<{ id: string }>`select distinct regelsetdeel_id as id from kpi_uitkomst
    where ${zicht(ctx).uitkomst('kpi_uitkomst')} and berekening_id = ${berekeningId}`.execute(ctx.db)
  const definities = await findDefinities(
    ctx,
    rows.map(({ id }) => id),
  )
  return [...definities.values()].toSorted((a, b) => a.nummer - b.nummer)
}
