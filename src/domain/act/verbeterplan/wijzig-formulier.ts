import type { Context } from '../../../platform/context.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { bewaarRegelsetdeel } from '../../plan/inrichting/bewaar-regelsetdeel.ts'
import { listVersies } from '../../plan/inrichting/lees-regelset.ts'
import { lockRegelset } from '../../plan/inrichting/lock-regelset.ts'
import { authorize } from '../../rechten.ts'
import { Planweigering } from './eis-plan.ts'
import { PLANDEEL, type Formulier } from './lees-planregels.ts'
import { Planregels } from './planregels.ts'
import { stelFormulierOp, type Formulierbesluit } from './stel-formulier-op.ts'
import type { Formulierinvoer } from './toets-formulier.ts'

/** The newest form, also one that still has to begin: that is the one that is changed. Throws 404 when the region has none. */
export async function findNieuwsteFormulier(ctx: Context): Promise<Formulier> {
  const [nieuwste] = await listVersies(ctx, PLANDEEL)
  if (!nieuwste) throw notFound('Het formulier van een verbeterplan')
  const { id, versie, geldigVanaf, inhoud } = nieuwste
  return { id, versie, geldigVanaf, regels: Planregels.parse(inhoud) }
}

type Ingang = Formulierbesluit & { geldigVanaf: Temporal.PlainDate }

/**
 * Changes the form of a plan (PLN-04): checked, and a new version of its part from a day on. Plans that run keep the form they were asked
 * with. Throws 403, 404, 409 when somebody changed it meanwhile, 422 with what is wrong by field.
 */
export function wijzigFormulier(
  ctx: Context,
  gezien: number,
  invoer: Formulierinvoer,
  { geldigVanaf, bron, reden }: Ingang,
): Promise<{ versie: number }> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'inrichting:wijzigen')
    await lockRegelset(ctx)
    const nu = await findNieuwsteFormulier(ctx)
    if (nu.versie !== gezien)
      throw conflict('Iemand anders wijzigde het formulier intussen. Bekijk de nieuwe versie en wijzig die.')
    const uitkomst = stelFormulierOp(nu.regels, invoer, { bron, reden })
    const gebreken = 'gebreken' in uitkomst ? [...uitkomst.gebreken] : []
    if (Temporal.PlainDate.compare(geldigVanaf, ctx.today) < 0)
      gebreken.push({ veld: 'geldigVanaf', zin: 'Een formulier kan niet met terugwerkende kracht ingaan.' })
    if (Temporal.PlainDate.compare(geldigVanaf, nu.geldigVanaf) < 0)
      gebreken.push({ veld: 'geldigVanaf', zin: 'De nieuwe versie kan niet eerder ingaan dan de vorige.' })
    if (gebreken.length > 0 || 'gebreken' in uitkomst) throw new Planweigering(gebreken)
    return bewaarRegelsetdeel(ctx, { deel: PLANDEEL, inhoud: uitkomst.regels, geldigVanaf, bron, reden })
  })
}
