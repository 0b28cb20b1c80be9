import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { bewaarPlan } from './bewaar-plan.ts'
import { wisConcept } from './concept.ts'
import { doeOordeel, type Oordeelinvoer } from './doe-oordeel.ts'
import { eisPlan, wieIs } from './eis-plan.ts'
import { lockPlan } from './lees-plan.ts'
import { meldInZaak } from './meld-in-zaak.ts'
import { vereisPlanmandaat } from './vereis-planmandaat.ts'

/**
 * Judges the version that was handed in, point by point and as a whole, each with a reason (GES-07, ESA-11). Agreed or refused within an
 * escalation, the judgement lies in the case at once. Throws 403 without mandate, 404, 409 and 422 with what is missing.
 */
export function beoordeelPlan(ctx: Context, id: string, gezien: number, invoer: Oordeelinvoer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'verbeterplan:beoordelen')
    const geopend = await lockPlan(ctx, id, gezien)
    const plan = eisPlan(doeOordeel(geopend.plan, invoer, wieIs(ctx)))
    const bevoegd = await vereisPlanmandaat(ctx, geopend.rij)
    await bewaarPlan(ctx, geopend, plan, { bevoegd })
    await wisConcept(ctx, id, 'oordeel')
    await recordEvent(ctx, {
      soort: 'verbeterplan:beoordeeld',
      onderwerp: { type: 'verbeterplan', id },
      gegevens: { ronde: plan.ronde, oordeel: invoer.geheel, reden: invoer.reden, ...bevoegd },
    })
    if (invoer.geheel === 'akkoord' || invoer.geheel === 'afgewezen')
      await meldInZaak(ctx, geopend, plan, invoer.geheel)
  })
}
