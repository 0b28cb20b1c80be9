import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'
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

/** All outcomes of one calculation, by aanbieder, KPI and subregio. */
export async function listUitkomsten(
  ctx: Context,
  berekeningId: string,
  filter: { contractmanager?: string | undefined } = {},
): Promise<UitkomstInLijst[]> {
  const { rows } = await sql<UitkomstInLijst>`
    select u.id, u.kpi, u.aanbieder_id, a.naam as aanbieder, u.agb, u.subregio_id, s.naam as subregio, u.clienten_in_zorg, u.n, u.teller,
      u.waarde, u.oordeel, u.reden
    from kpi_uitkomst u
    join aanbieder a on a.regio_id = u.regio_id and a.id = u.aanbieder_id
    join subregio s on s.regio_id = u.regio_id and s.id = u.subregio_id
    where ${zicht(ctx).uitkomst('u')} and u.berekening_id = ${berekeningId}
      ${filter.contractmanager ? sql`and (a.contractmanager_id = ${filter.contractmanager} or a.achtervanger_id = ${filter.contractmanager})` : sql``}
    order by a.naam collate "nl-x-icu", u.agb, u.kpi, s.volgorde`.execute(ctx.db)
  return rows
}
