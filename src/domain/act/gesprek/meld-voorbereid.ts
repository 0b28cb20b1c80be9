import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { eisAct } from './eis-act.ts'
import { kiesSjabloon, kiesSoort, leesRegelsVan } from './lees-gespreksregels.ts'
import { lockGesprek } from './queries.ts'
import { vulAgenda } from './vul-agenda.ts'
import { zetGesprek } from './zet-gesprek.ts'

/** Says that the meeting is prepared (GES-18); the agenda is filled once more. Throws 409 when that does not fit. */
export function meldVoorbereid(ctx: Context, gesprekId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gesprek:wijzigen')
    const gesprek = await lockGesprek(ctx, gesprekId)
    eisAct('voorbereid melden', gesprek)
    const { regels } = await leesRegelsVan(ctx, gesprek.regelsetdeelId)
    await vulAgenda(ctx, gesprek, kiesSjabloon(regels, kiesSoort(regels, gesprek.soort).sjabloon))
    await zetGesprek(ctx, gesprekId, { voorbereidOp: ctx.now })
    await recordEvent(ctx, { soort: 'gesprek:voorbereid', onderwerp: { type: 'gesprek', id: gesprekId }, gegevens: {} })
  })
}
