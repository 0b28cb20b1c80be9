import type { Context } from '../../../platform/context.ts'
import { plusWerkdagen } from '../../begrippen/werkdagen.ts'
import type { Regels } from './lees-gespreksregels.ts'
import { listGezien, type GezienInLijst } from './list-gezien.ts'
import { stelDatumsVoor } from './stel-datums-voor.ts'
import { nogTePlannen } from './te-weinig-gezien.ts'

export type Planvoorstel = { aanbieder: GezienInLijst; datums: Temporal.PlainDate[] }

// Enough to ask the report and to give the aanbieder time: three weeks ahead; and not in the last two weeks of December.
const VOORUIT = 15
const LAATSTE = { month: 12, day: 18 }

/** For every aanbieder that is seen too little in a year, days for the meetings that are still to be planned (CAT-05, GES-01, CLS-11). */
export async function stelPlanningVoor(
  ctx: Context,
  regels: Regels,
  jaar: number,
  vanMij?: string,
): Promise<Planvoorstel[]> {
  const { kalender } = regels.termijnen
  const straks = plusWerkdagen(ctx.today, VOORUIT, kalender)
  const begin = new Temporal.PlainDate(jaar, 1, 4)
  const van = Temporal.PlainDate.compare(straks, begin) > 0 ? straks : begin
  const einde = Temporal.PlainDate.from({ year: jaar, ...LAATSTE })
  const tot = Temporal.PlainDate.compare(van, einde) <= 0 ? einde : new Temporal.PlainDate(jaar, 12, 31)
  const { rijen } = await listGezien(
    ctx,
    regels,
    { jaar, teWeinig: true, vanMij },
    { sorteer: 'naam', richting: 'op', pagina: null },
  )
  return rijen.map((aanbieder, plek) => ({
    aanbieder,
    datums: stelDatumsVoor({ aantal: nogTePlannen(aanbieder), van, tot, plek, hoeveel: rijen.length }, kalender),
  }))
}
