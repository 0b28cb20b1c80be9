import type { Context } from '../../../platform/context.ts'
import type { Kleinzicht } from '../../plan/inrichting/kleine-aantallen.ts'
import { zietHeleRegio } from '../../rechten/zicht.ts'
import { listKpiTrend } from './list-kpi-trend.ts'
import { listStuurindicatoren } from './list-stuurindicatoren.ts'
import { schermStuurjaarAf, type Globaaljaar } from './scherm-stuurjaar-af.ts'

/** The stuurindicatoren of one aanbieder per year, oldest first, for who does not work with cases. */
export async function listGlobaleStuurindicatoren(
  ctx: Context,
  klein: Kleinzicht,
  aanbiederId: string,
): Promise<Globaaljaar[]> {
  const jaren = await listStuurindicatoren(ctx, aanbiederId)
  // Who sees a part of the region does not see whether another subregio hides something.
  const punten = zietHeleRegio(ctx) ? await listKpiTrend(ctx, klein, aanbiederId) : []
  return jaren.map((jaar) =>
    schermStuurjaarAf(
      jaar,
      punten.filter((punt) => punt.jaar === jaar.jaar),
      klein.minimum,
    ),
  )
}
