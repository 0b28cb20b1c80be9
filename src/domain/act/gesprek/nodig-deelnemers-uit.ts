import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { eisAct } from './eis-act.ts'
import { listDeelnemers, lockGesprek } from './queries.ts'
import { stuurBerichten } from './stuur-berichten.ts'
import { zetGesprek } from './zet-gesprek.ts'

/**
 * Invites by mail, with the appointment attached, who was not invited yet; from then on the aanbieder sees the meeting (GES-10,
 * GES-11). Gives how many mails go out. Throws 409 in a state it does not fit, 422 when nobody of the aanbieder is on the list.
 */
export function nodigDeelnemersUit(ctx: Context, gesprekId: string): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gesprek:wijzigen')
    const gesprek = await lockGesprek(ctx, gesprekId)
    eisAct('uitnodigen', gesprek)
    const deelnemers = await listDeelnemers(ctx, gesprekId)
    if (gesprek.aanbiederId !== null && !deelnemers.some(({ hoedanigheid }) => hoedanigheid === 'aanbieder')) {
      throw invalid('Kies eerst wie van de aanbieder u uitnodigt.', 'deelnemers')
    }
    const nieuw = deelnemers.filter(({ bericht }) => bericht === null || bericht === 'mislukt').map(({ id }) => id)
    const aantal = await stuurBerichten(ctx, gesprekId, 'uitnodiging', { ids: nieuw })
    await zetGesprek(ctx, gesprekId, { uitgenodigdOp: gesprek.uitgenodigdOp ?? ctx.now })
    await recordEvent(ctx, {
      soort: 'gesprek:uitgenodigd',
      onderwerp: { type: 'gesprek', id: gesprekId },
      gegevens: { deelnemers: nieuw, berichten: aantal },
    })
    return aantal
  })
}
