import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { enqueue } from '../../jobs.ts'
import { bewaarRegelsetdeel } from '../../plan/inrichting/bewaar-regelsetdeel.ts'
import { listVersies } from '../../plan/inrichting/lees-regelset.ts'
import { lockRegelset } from '../../plan/inrichting/lock-regelset.ts'
import { authorize } from '../../rechten.ts'
import { KpiDefinitie, statusNaam, volgendeStatussen } from './kpi-definitie.ts'
import { Raadpleging } from './raadpleging.ts'

/** What may change of a definition; what a KPI is and where its figures come from stays. */
export const Normwijziging = z.object({
  wijziging: z.object({
    status: KpiDefinitie.shape.status.optional(),
    methode: KpiDefinitie.shape.methode.optional(),
    norm: KpiDefinitie.shape.norm.optional(),
    normtekst: KpiDefinitie.shape.normtekst.optional(),
    schaal: KpiDefinitie.shape.schaal.optional(),
    minimumClienten: KpiDefinitie.shape.minimumClienten.optional(),
    minimumWaarnemingen: KpiDefinitie.shape.minimumWaarnemingen.optional(),
    termijnDagen: KpiDefinitie.shape.termijnDagen.optional(),
    raadplegingen: z.array(Raadpleging).optional(),
  }),
  geldigVanaf: z.instanceof(Temporal.PlainDate),
  bron: z.string(),
  reden: z.string(),
})

export type Normwijziging = z.infer<typeof Normwijziging>

/**
 * Changes norm, scale, minimum or method of a KPI by a new version of its definition (KPI-07); it judges measuring years that
 * begin on or after `geldigVanaf`. Results keep the version they were judged by. Throws 422 when the definition would be wrong.
 */
export function wijzigNorm(
  ctx: Context,
  kpi: KpiDefinitie['code'],
  { wijziging, geldigVanaf, bron, reden }: Normwijziging,
): Promise<{ id: string; versie: number }> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'inrichting:wijzigen')
    await lockRegelset(ctx)
    const deel = `kpi-${kpi}`
    const vorige = KpiDefinitie.parse((await listVersies(ctx, deel))[0]?.inhoud)
    keurStatus(vorige.status, wijziging.status ?? vorige.status)
    const gelezen = KpiDefinitie.safeParse({ ...vorige, ...wijziging })
    if (!gelezen.success) {
      throw invalid(gelezen.error.issues.map(({ message }) => `${message}.`).join(' '))
    }
    const nieuw = await bewaarRegelsetdeel(ctx, { deel, inhoud: gelezen.data, geldigVanaf, bron, reden })
    await enqueue(ctx, 'bereken-kpis', { regioId: ctx.regioId }, `bereken-kpis:${ctx.regioId}`)
    return nieuw
  })
}

function keurStatus(vorige: KpiDefinitie['status'], nieuwe: KpiDefinitie['status']) {
  const mag = [vorige, ...volgendeStatussen(vorige)]
  if (!mag.includes(nieuwe)) {
    throw conflict(
      `De status ${statusNaam[nieuwe]} kan niet volgen op ${statusNaam[vorige]}. Kies ${mag.map((status) => statusNaam[status]).join(' of ')}.`,
    )
  }
}
