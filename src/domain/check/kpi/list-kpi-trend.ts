import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Kleinzicht } from '../../plan/inrichting/kleine-aantallen.ts'
import type { OpgeslagenCel, UitkomstInLijst } from './list-uitkomsten.ts'
import { schermUitkomsten } from './scherm-uitkomsten.ts'
import { standPerJaar } from './stand.ts'

type Stand = { jaar: number; voorlopig: boolean; vastgesteld: boolean }

export type KpiPunt = Stand &
  Pick<
    UitkomstInLijst,
    'id' | 'kpi' | 'subregioId' | 'clientenInZorg' | 'n' | 'waarde' | 'oordeel' | 'reden' | 'afgeschermd'
  >

/** KPI results of one aanbieder per year and subregio: those established, else the newest calculation. */
export async function listKpiTrend(ctx: Context, zicht: Kleinzicht | null, aanbiederId: string): Promise<KpiPunt[]> {
  const { rows } = await sql<OpgeslagenCel & Stand>`
    with stand as (${standPerJaar(ctx)})
    select u.*, s.voorlopig, s.vastgesteld_op is not null as vastgesteld
    from stand s join kpi_uitkomst u on u.regio_id = s.regio_id and u.berekening_id = s.berekening_id
    where u.aanbieder_id = ${aanbiederId}
    order by u.kpi, u.subregio_id, u.jaar`.execute(ctx.db)
  return schermUitkomsten(ctx, zicht, rows)
}
