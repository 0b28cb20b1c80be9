import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { bewaarRegelsetdeel } from '../inrichting/bewaar-regelsetdeel.ts'
import { listVersies } from '../inrichting/lees-regelset.ts'
import { lockRegelset } from '../inrichting/lock-regelset.ts'
import { maakDelen, Missie } from './missie.ts'
import { listTaakgebiedcodes } from './queries.ts'

type Regel = { code: string; naam: string; omschrijving: string }

export type Missiewijziging = {
  missierollen: readonly Regel[]
  taakgebieden: readonly Regel[]
  geldigVanaf: Temporal.PlainDate
  bron: string
  reden: string
}

/** Adds a version of the mission roles and task areas of the region (ORG-14, ORG-15). Throws 422 when the content or source is wrong. */
export function wijzigMissie(ctx: Context, { geldigVanaf, bron, reden, ...regels }: Missiewijziging): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'inrichting:wijzigen')
    await lockRegelset(ctx)
    const [vorige] = await listVersies(ctx, 'missie')
    const { bronnen } = Missie.parse(vorige?.inhoud)
    const gelezen = Missie.safeParse({
      missierollen: maakDelen(regels.missierollen, new Set()),
      taakgebieden: maakDelen(regels.taakgebieden, await listTaakgebiedcodes(ctx)),
      bronnen,
    })
    if (!gelezen.success)
      throw invalid(`${gelezen.error.issues[0]!.message}.`, String(gelezen.error.issues[0]!.path[0]))
    await bewaarRegelsetdeel(ctx, { deel: 'missie', inhoud: gelezen.data, geldigVanaf, bron, reden })
  })
}
