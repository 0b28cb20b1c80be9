import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { bewaarPlan } from './bewaar-plan.ts'
import { doeAfsluiting, type Einde } from './doe-afsluiting.ts'
import { eisPlan, wieIs } from './eis-plan.ts'
import { lockPlan } from './lees-plan.ts'
import { vertelIntrekking } from './stuur-planberichten.ts'
import { meldInZaak } from './meld-in-zaak.ts'
import { vereisPlanmandaat } from './vereis-planmandaat.ts'

/**
 * Ends a plan with a reason: realised or not (ESA-20, ESA-17), not handed in, withdrawn. Within an escalation the first two lie in the
 * case at once and the last two are decided there. Throws 403 without mandate, 404, 409, 422.
 */
export function sluitPlan(
  ctx: Context,
  id: string,
  gezien: number,
  invoer: { einde: Einde | ''; reden: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'verbeterplan:beoordelen')
    const geopend = await lockPlan(ctx, id, gezien)
    const { einde } = invoer
    if (geopend.rij.escalatieId !== null && (einde === 'niet ingediend' || einde === 'ingetrokken')) {
      throw conflict('Dit plan hoort bij een escalatie. Besluit daar hoe het verder gaat; het plan volgt vanzelf.')
    }
    const plan = eisPlan(doeAfsluiting(geopend.plan, invoer, wieIs(ctx)))
    const bevoegd = await vereisPlanmandaat(ctx, geopend.rij)
    await bewaarPlan(ctx, geopend, plan, { bevoegd })
    await recordEvent(ctx, {
      soort: 'verbeterplan:afgesloten',
      onderwerp: { type: 'verbeterplan', id },
      gegevens: { einde, reden: invoer.reden, ...bevoegd },
    })
    if (einde === 'ingetrokken') await vertelIntrekking(ctx, id)
    if (einde === 'gerealiseerd' || einde === 'niet gerealiseerd') await meldInZaak(ctx, geopend, plan, einde)
  })
}
