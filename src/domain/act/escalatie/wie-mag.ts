import type { Context } from '../../../platform/context.ts'
import { listTaken } from '../../plan/bezetting/lees-taken.ts'
import { wieMag } from '../../plan/bezetting/mandaat.ts'
import { listMandaten } from '../../plan/bezetting/queries.ts'
import { rollen } from '../../rechten.ts'

/** Per task of the mandate register the roles that may decide on it in the region today, in words: "contracteigenaar of directie". */
export async function leesWieMag(ctx: Context): Promise<ReadonlyMap<string, string>> {
  const [taken, mandaten] = await Promise.all([listTaken(ctx, null, ctx.today), listMandaten(ctx)])
  return new Map(
    taken.map(({ code, verdeling }) => {
      const eigen = mandaten.filter(({ taak }) => taak === code)
      // Without an amount: whoever has a mandate up to some limit may decide as far as it goes.
      const ruim = eigen.map((mandaat) => ({ ...mandaat, hoogsteCent: null, hoogsteMaanden: null }))
      const bevoegd = wieMag(verdeling, ruim, { gemeente: null, datum: ctx.today })
      const namen = [...new Set(bevoegd.map(({ rol }) => rollen[rol].toLowerCase()))]
      return [code, namen.length === 0 ? 'niemand heeft mandaat' : namen.join(' of ')] as const
    }),
  )
}
