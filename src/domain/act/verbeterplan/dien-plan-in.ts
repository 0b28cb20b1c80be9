import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { bewaarPlan } from './bewaar-plan.ts'
import { partijVan, wisConcept } from './concept.ts'
import { doeIndiening, type Indieninvoer } from './doe-indiening.ts'
import { eisPlan, wieIs } from './eis-plan.ts'
import { lockPlan } from './lees-plan.ts'
import { meldInZaak } from './meld-in-zaak.ts'

/**
 * Hands in a version of the plan (ESA-09, ESA-12): by the aanbieder, received today, or by the region for an aanbieder that sent it
 * another way. Within an escalation the plan lies in the case at once. Throws 403, 404, 409 and 422 with what is missing.
 */
export function dienPlanIn(ctx: Context, id: string, gezien: number, invoer: Indieninvoer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'verbeterplan:indienen')
    const geopend = await lockPlan(ctx, id, gezien)
    const ontvangen = partijVan(ctx) === 'aanbieder' ? ctx.today : invoer.ontvangen
    const plan = eisPlan(doeIndiening(geopend.plan, { ...invoer, ontvangen }, wieIs(ctx), geopend.regels))
    await bewaarPlan(ctx, geopend, plan, { op: ontvangen })
    await wisConcept(ctx, id, 'plan')
    await recordEvent(ctx, {
      soort: 'verbeterplan:ingediend',
      onderwerp: { type: 'verbeterplan', id },
      gegevens: { ronde: plan.ronde, punten: plan.indieningen.at(-1)!.punten.length, ontvangen: ontvangen.toString() },
    })
    await meldInZaak(ctx, geopend, plan, 'ingediend')
  })
}
