import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { leesGespreksregels } from './lees-gespreksregels.ts'
import { planGesprek } from './plan-gesprek.ts'
import { listContactpersonenVan } from './list-contactpersonen-van.ts'

export type Voorstel = { aanbiederId: string; datum: Temporal.PlainDate }

/** Plans the meetings that the rule of the year asks for, on the proposed days (GES-01, CLS-11, CAT-05); gives how many. */
export function planVolgensRegel(ctx: Context, voorstellen: readonly Voorstel[]): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gesprek:plannen')
    const { regels } = await leesGespreksregels(ctx)
    const soort = regels.soorten.find(({ teltMee }) => teltMee)
    if (!soort) return 0
    for (const { aanbiederId, datum } of voorstellen) {
      const contactpersonen = await listContactpersonenVan(ctx, aanbiederId)
      await planGesprek(ctx, {
        soort: soort.code,
        titel: '',
        aanbiederId,
        escalatieId: '',
        gemeenteCode: '',
        overeenkomstIds: [],
        contactpersoonIds: contactpersonen.map(({ id }) => id),
        gebruikerIds: [],
        datum,
        begintijd: '10:00',
        eindtijd: '11:30',
        plaats: '',
        wijze: 'fysiek',
      })
    }
    return voorstellen.length
  })
}
