import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { eisAct } from './eis-act.ts'
import { lockGesprek } from './queries.ts'
import { stuurBerichten } from './stuur-berichten.ts'
import { zetGesprek } from './zet-gesprek.ts'

/** Cancels a meeting with a reason; what people put on its agenda goes to the next one. Throws 409 when it was held. */
export function annuleerGesprek(ctx: Context, gesprekId: string, reden: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gesprek:plannen')
    const gesprek = await lockGesprek(ctx, gesprekId)
    eisAct('annuleren', gesprek)
    await zetGesprek(ctx, gesprekId, {
      geannuleerdOp: ctx.now,
      annuleringReden: reden,
      volgnummer: gesprek.volgnummer + 1,
    })
    if (gesprek.uitgenodigdOp) await stuurBerichten(ctx, gesprekId, 'geannuleerd', { uitgenodigd: true })
    await recordEvent(ctx, {
      soort: 'gesprek:geannuleerd',
      onderwerp: { type: 'gesprek', id: gesprekId },
      gegevens: { reden },
    })
  })
}
