import type { Context } from '../../../platform/context.ts'
import { narrow } from '../../../platform/transaction.ts'
import { authorize, voorDeRegio } from '../../rechten.ts'
import { neemPlanOver } from '../escalatie/neem-plan-over.ts'
import { partijVan } from './concept.ts'
import type { Geopend } from './lees-plan.ts'
import type { Plan } from './plan.ts'
import type { Zaakgebeurtenis } from './planregels.ts'
import { zaaktekst } from './zaaktekst.ts'

/**
 * What happened to a plan becomes the record of its case, in the same transaction and without typing it twice; the step that this makes
 * possible is taken. Nothing when the plan belongs to no case. The last act of its transaction: for what is handed in the case is seen
 * as the region sees it; who judges must be allowed to move the case himself.
 */
export async function meldInZaak(
  ctx: Context,
  { rij, regels }: Geopend,
  plan: Plan,
  gebeurtenis: Zaakgebeurtenis,
): Promise<void> {
  const deel = zaaktekst(plan, regels, rij.nummer, gebeurtenis)
  if (rij.escalatieId === null || deel === null) return
  const ontvangen = gebeurtenis === 'ingediend' || gebeurtenis === 'gerapporteerd'
  const als = ontvangen ? voorDeRegio(ctx) : ctx
  if (ontvangen) await narrow(als)
  else await authorize(ctx, 'escalatie:stap-zetten')
  const datum = gebeurtenis === 'ingediend' ? plan.indieningen.at(-1)!.ontvangen : ctx.today
  await neemPlanOver(als, rij.escalatieId, { soort: deel.stuk, velden: deel.velden, datum }, deel.stap, partijVan(ctx))
}
