import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { bewaarPlan } from './bewaar-plan.ts'
import { doeVerzetting } from './doe-verzetting.ts'
import { eisPlan, wieIs } from './eis-plan.ts'
import { lockPlan } from './lees-plan.ts'

/**
 * Shortens or extends the term that runs, with a reason (ESA-10). In an escalation the term of the plan moves with the letter of the
 * case. Throws 403, 404, 409, 422.
 */
export function verzetTermijn(
  ctx: Context,
  id: string,
  gezien: number,
  invoer: { naar: Temporal.PlainDate | null; reden: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'verbeterplan:beoordelen')
    const geopend = await lockPlan(ctx, id, gezien)
    if (geopend.rij.escalatieId !== null && geopend.plan.stand === 'gevraagd') {
      throw conflict('Deze termijn staat in de brief van de escalatie. Verzet haar daar; het plan volgt vanzelf.')
    }
    const plan = eisPlan(doeVerzetting(geopend.plan, invoer, wieIs(ctx)))
    await bewaarPlan(ctx, geopend, plan)
    const { soort, van, naar, reden } = plan.verzettingen.at(-1)!
    await recordEvent(ctx, {
      soort: 'verbeterplan:verzet',
      onderwerp: { type: 'verbeterplan', id },
      gegevens: { soort, van: van.toString(), naar: naar.toString(), reden },
    })
  })
}
