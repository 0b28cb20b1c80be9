import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Getoond } from '../../begrippen/getoond-aantal.ts'
import type { Kleinzicht } from '../../plan/inrichting/kleine-aantallen.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Reden } from './oordeel.ts'
import type { Achter, Afscherming } from './scherm-af.ts'
import { schermUitkomsten } from './scherm-uitkomsten.ts'

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
  clientenInZorg: Getoond
  n: Getoond | null
  teller: number | null
  waarde: string | null
  oordeel: KpiOordeel | null
  reden: Reden | null
  /** Set when it is about too few clients for this person: nothing is shown, or only the judgement */
  afgeschermd: Afscherming | null
}

/** A row as it is stored, before anything is hidden. */
export type OpgeslagenCel = Omit<UitkomstInLijst, 'clientenInZorg' | 'n' | 'teller' | 'afgeschermd'> & {
  berekeningId: string
  clientenInZorg: number
  n: number
  teller: number
  clienten: Achter
  regelsetdeelId: string
}

/** All outcomes of one calculation, by aanbieder, KPI and subregio. */
export async function listUitkomsten(
  ctx: Context,
  klein: Kleinzicht | null,
  berekeningId: string,
  filter: { contractmanager?: string | undefined } = {},
): Promise<UitkomstInLijst[]> {
  const { rows } = await sql<OpgeslagenCel>`
    select u.id, u.berekening_id, u.kpi, u.aanbieder_id, a.naam as aanbieder, u.agb, u.subregio_id, s.naam as subregio, u.clienten_in_zorg, u.n, u.teller,
      u.waarde, u.oordeel, u.reden, u.clienten, u.regelsetdeel_id
    from kpi_uitkomst u
    join aanbieder a on a.regio_id = u.regio_id and a.id = u.aanbieder_id
    join subregio s on s.regio_id = u.regio_id and s.id = u.subregio_id
    where ${zicht(ctx).uitkomst('u')} and u.berekening_id = ${berekeningId}
      ${filter.contractmanager ? sql`and (a.contractmanager_id = ${filter.contractmanager} or a.achtervanger_id = ${filter.contractmanager})` : sql``}
    order by a.naam collate "nl-x-icu", u.agb, u.kpi, s.volgorde`.execute(ctx.db)
  return schermUitkomsten(ctx, klein, rows)
}
