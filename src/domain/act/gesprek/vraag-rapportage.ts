import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { eisAct } from './eis-act.ts'
import { kiesSoort, leesRegelsVan } from './lees-gespreksregels.ts'
import { lockGesprek } from './queries.ts'
import { stuurBerichten } from './stuur-berichten.ts'
import { rapportageUiterlijk } from './termijnen.ts'
import { zetGesprek } from './zet-gesprek.ts'

/**
 * Asks the aanbieder for the report before the meeting, with its last day (GES-03, AMB-09). A day that passed already becomes today.
 * Throws 409 when this kind of meeting has none, or it was asked before.
 */
export function vraagRapportage(ctx: Context, gesprekId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gesprek:wijzigen')
    const gesprek = await lockGesprek(ctx, gesprekId)
    eisAct('rapportage vragen', gesprek)
    const { regels, termijnen } = await leesRegelsVan(ctx, gesprek.regelsetdeelId)
    if (!kiesSoort(regels, gesprek.soort).rapportage || gesprek.aanbiederId === null) {
      throw conflict('Bij dit gesprek hoort geen rapportage vooraf.')
    }
    if (gesprek.rapportageGevraagdOp) throw conflict('De rapportage is al gevraagd.')
    const berekend = rapportageUiterlijk(termijnen, gesprek.datum)?.einddatum ?? gesprek.datum
    const uiterlijk = Temporal.PlainDate.compare(berekend, ctx.today) < 0 ? ctx.today : berekend
    await zetGesprek(ctx, gesprekId, { rapportageGevraagdOp: ctx.now, rapportageUiterlijk: uiterlijk })
    await stuurBerichten(ctx, gesprekId, 'rapportage gevraagd', { hoedanigheid: 'aanbieder' })
    await recordEvent(ctx, {
      soort: 'rapportage:gevraagd',
      onderwerp: { type: 'gesprek', id: gesprekId },
      gegevens: { uiterlijk: uiterlijk.toString() },
    })
  })
}
