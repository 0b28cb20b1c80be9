import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { authorize } from '../../rechten.ts'
import { standPerJaar } from './stand.ts'
import { Resultaatrealisatie, TevredenheidPerClient, VoortijdigeUitval, Wachttijd } from './stuurindicator.ts'

// A calculation from before something was measured does not have it: then it is not there, which is not the same as nothing measured.
const Gemeten = z.object({
  resultaatrealisatie: Resultaatrealisatie.optional().catch(undefined),
  tevredenheidPerClient: TevredenheidPerClient.optional().catch(undefined),
  voortijdigeUitval: VoortijdigeUitval.optional().catch(undefined),
  wachttijd: Wachttijd.optional().catch(undefined),
})

export type Stuurjaar = z.infer<typeof Gemeten> & { jaar: number; voorlopig: boolean; vastgesteld: boolean }

/** The stuurindicatoren of one aanbieder per year, oldest first, of the calculation that stands (KPI-27 to KPI-33). */
export async function listStuurindicatoren(ctx: Context, aanbiederId: string): Promise<Stuurjaar[]> {
  await authorize(ctx, 'kpi:lezen')
  const { rows } = await sql<{ jaar: number; voorlopig: boolean; vastgesteld: boolean; kenmerken: unknown[] }>`
    with stand as (${standPerJaar(ctx)})
    select s.jaar, s.voorlopig, s.vastgesteld_op is not null as vastgesteld, jsonb_agg(u.kenmerken) as kenmerken
    from stand s join kpi_uitkomst u on u.regio_id = s.regio_id and u.berekening_id = s.berekening_id
    where u.aanbieder_id = ${aanbiederId}
    group by s.jaar, s.voorlopig, s.vastgesteld_op order by s.jaar`.execute(ctx.db)
  return rows.map(({ kenmerken, ...jaar }) => ({ ...Gemeten.parse(Object.assign({}, ...kenmerken)), ...jaar }))
}
