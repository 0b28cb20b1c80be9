import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { bewaarPlan } from './bewaar-plan.ts'
import { wisConcept } from './concept.ts'
import { doeMelding, type Meldinvoer } from './doe-realisatie.ts'
import { eisPlan, wieIs } from './eis-plan.ts'
import { lockPlan } from './lees-plan.ts'
import { meldInZaak } from './meld-in-zaak.ts'

/**
 * Reports of points what was realised, with the evidence (ESA-16). With the last point the report lies in the escalation, when there is
 * one. Throws 403, 404, 409 and 422.
 */
export function meldRealisatie(ctx: Context, id: string, gezien: number, punten: readonly Meldinvoer[]): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'verbeterplan:indienen')
    const geopend = await lockPlan(ctx, id, gezien)
    const plan = eisPlan(doeMelding(geopend.plan, punten, wieIs(ctx)))
    await bewaarPlan(ctx, geopend, plan)
    await wisConcept(ctx, id, 'melding')
    await recordEvent(ctx, {
      soort: 'realisatie:gemeld',
      onderwerp: { type: 'verbeterplan', id },
      gegevens: { punten: punten.map(({ nr }) => nr), naar: plan.stand },
    })
    if (plan.stand === 'gerapporteerd') await meldInZaak(ctx, geopend, plan, 'gerapporteerd')
  })
}
