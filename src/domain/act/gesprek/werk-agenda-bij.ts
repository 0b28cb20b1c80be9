import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { eisAct } from './eis-act.ts'
import { kiesSjabloon, kiesSoort, leesRegelsVan } from './lees-gespreksregels.ts'
import { lockGesprek } from './queries.ts'
import { vulAgenda } from './vul-agenda.ts'

/** Puts on the agenda what came up since it was made (GES-06); gives how many items are new. */
export function werkAgendaBij(ctx: Context, gesprekId: string): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gesprek:wijzigen')
    const gesprek = await lockGesprek(ctx, gesprekId)
    eisAct('agenda wijzigen', gesprek)
    const { regels } = await leesRegelsVan(ctx, gesprek.regelsetdeelId)
    const nieuw = await vulAgenda(ctx, gesprek, kiesSjabloon(regels, kiesSoort(regels, gesprek.soort).sjabloon))
    if (nieuw > 0) {
      await recordEvent(ctx, {
        soort: 'agenda:bijgewerkt',
        onderwerp: { type: 'gesprek', id: gesprekId },
        gegevens: { nieuw },
      })
    }
    return nieuw
  })
}
