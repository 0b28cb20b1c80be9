import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { bewaarPlan } from './bewaar-plan.ts'
import { wisConcept } from './concept.ts'
import { doeRealisatieoordeel, type Realisatieinvoer } from './doe-realisatie.ts'
import { eisPlan, wieIs } from './eis-plan.ts'
import { lockPlan } from './lees-plan.ts'

/** Judges the realisation of one or more points, each with a reason (ESA-15, ESA-17). Throws 403, 404, 409 and 422. */
export function beoordeelRealisatie(ctx: Context, id: string, gezien: number, invoer: Realisatieinvoer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'verbeterplan:beoordelen')
    const geopend = await lockPlan(ctx, id, gezien)
    const plan = eisPlan(doeRealisatieoordeel(geopend.plan, invoer, wieIs(ctx)))
    await bewaarPlan(ctx, geopend, plan)
    await wisConcept(ctx, id, 'realisatieoordeel')
    await recordEvent(ctx, {
      soort: 'realisatie:beoordeeld',
      onderwerp: { type: 'verbeterplan', id },
      gegevens: { punten: invoer.punten.map(({ nr, oordeel }) => ({ nr, oordeel })), naar: plan.stand },
    })
  })
}
