import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { listVersies } from '../../plan/inrichting/lees-regelset.ts'
import { lockRegelset } from '../../plan/inrichting/lock-regelset.ts'
import { authorize } from '../../rechten.ts'
import { KpiDefinitie } from './kpi-definitie.ts'
import type { Raadpleging } from './raadpleging.ts'
import { wijzigNorm } from './wijzig-norm.ts'

export type Evaluatie = {
  raadpleging: Raadpleging
  status: KpiDefinitie['status']
  /** Only while the definition has none. */
  methode?: string | undefined
  geldigVanaf: Temporal.PlainDate
  bron: string
}

/**
 * Records that aanbieders were heard about a KPI and what its status is after that (KPI-07, KPI-08): a new version of the definition,
 * which keeps the rounds before it. Throws 409 for a round in the future or a status that cannot follow, 422 when a method is missing.
 */
export function legEvaluatieVast(
  ctx: Context,
  kpi: KpiDefinitie['code'],
  { raadpleging, status, methode, geldigVanaf, bron }: Evaluatie,
): Promise<{ id: string; versie: number }> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'inrichting:wijzigen')
    await lockRegelset(ctx)
    if (Temporal.PlainDate.compare(raadpleging.datum, ctx.today) > 0) {
      throw conflict('Deze raadpleging ligt in de toekomst. Leg haar vast als zij is geweest.')
    }
    const nu = KpiDefinitie.parse((await listVersies(ctx, `kpi-${kpi}`))[0]?.inhoud)
    return wijzigNorm(ctx, kpi, {
      wijziging: {
        status,
        raadplegingen: [...nu.raadplegingen, raadpleging],
        ...(nu.methode === null && methode && { methode }),
      },
      geldigVanaf,
      bron,
      reden: `Evaluatie met aanbieders: ${raadpleging.uitkomst}`,
    })
  })
}
