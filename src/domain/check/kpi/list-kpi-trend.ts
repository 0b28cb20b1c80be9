import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import type { Kleinzicht } from '../../plan/inrichting/kleine-aantallen.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { OpgeslagenCel, UitkomstInLijst } from './list-uitkomsten.ts'
import { schermUitkomsten } from './scherm-uitkomsten.ts'

type Stand = { jaar: number; voorlopig: boolean; vastgesteld: boolean }

export type KpiPunt = Stand &
  Pick<
    UitkomstInLijst,
    'id' | 'kpi' | 'subregioId' | 'clientenInZorg' | 'n' | 'teller' | 'waarde' | 'oordeel' | 'reden' | 'afgeschermd'
  >

/** KPI results of one aanbieder per year and subregio: those established, else the newest calculation. */
export async function listKpiTrend(ctx: Context, klein: Kleinzicht | null, aanbiederId: string): Promise<KpiPunt[]> {
  const { rows } = await prepared(sql<OpgeslagenCel & Stand>`with keuze as (
      select distinct on (b.jaar) b.jaar, b.id, b.voorlopig, v.id is not null as vastgesteld
      from kpi_berekening b left join kpi_vaststelling v on v.regio_id = b.regio_id and v.berekening_id = b.id
      where ${zicht(ctx).berekening('b')} order by b.jaar, v.vastgesteld_op desc nulls last, b.berekend_op desc, b.id desc)
    select u.id, k.jaar, k.voorlopig, k.vastgesteld, u.berekening_id, u.agb, u.kpi, u.subregio_id, u.clienten_in_zorg, u.n, u.teller, u.waarde,
      u.oordeel, u.reden, u.clienten, u.regelsetdeel_id
    from keuze k join kpi_uitkomst u on ${zicht(ctx).uitkomst('u')} and u.berekening_id = k.id
      and u.kpi in ('clienttevredenheid', 'resultaat-behaald', 'start-zorg') and u.aanbieder_id = ${aanbiederId}
    order by u.kpi, u.subregio_id, k.jaar`).execute(ctx.db)
  return schermUitkomsten(ctx, klein, rows)
}
