import type { Context } from '../../../platform/context.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { listTaken } from '../../plan/bezetting/lees-taken.ts'
import { bewaarRegelsetdeel } from '../../plan/inrichting/bewaar-regelsetdeel.ts'
import { listVersies } from '../../plan/inrichting/lees-regelset.ts'
import { lockRegelset } from '../../plan/inrichting/lock-regelset.ts'
import { authorize } from '../../rechten.ts'
import { controleerSjabloon } from './controleer-sjabloon.ts'
import { DEEL } from './lees-sjablonen.ts'
import { Briefsjablonen, Sjabloon } from './sjabloon.ts'

export type Sjabloonwijziging = Pick<Sjabloon, 'naam' | 'wijze' | 'aangetekend' | 'taak' | 'alineas'> & {
  reden: string
  gezien: number
}

/**
 * Writes a new version of a template (DOC-02); letters that were written keep the one they began with. Throws 422 with a sentence for
 * each mandatory part that is missing, 409 when somebody else changed the templates meanwhile.
 */
export function wijzigSjabloon(
  ctx: Context,
  code: string,
  { reden, gezien, ...nieuw }: Sjabloonwijziging,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'inrichting:wijzigen')
    await lockRegelset(ctx)
    const vorige = (await listVersies(ctx, DEEL))[0]
    if (!vorige) throw notFound('Deze briefsjabloon')
    if (vorige.versie !== gezien)
      throw conflict('Iemand anders wijzigde intussen een sjabloon. Bekijk de tekst opnieuw en wijzig hem dan.')
    const { sjablonen } = Briefsjablonen.parse(vorige.inhoud)
    const oud = sjablonen.find((een) => een.code === code)
    if (!oud) throw notFound('Deze briefsjabloon')
    const gelezen = Sjabloon.safeParse({ ...oud, ...nieuw })
    if (!gelezen.success) throw invalid(gelezen.error.issues.map(({ message }) => `${message}.`).join(' '))
    const taken = new Set((await listTaken(ctx, null, ctx.today)).map((taak) => taak.code))
    const fouten = controleerSjabloon(gelezen.data, taken)
    if (fouten.length > 0) throw invalid(fouten.join(' '))

    await bewaarRegelsetdeel(ctx, {
      deel: DEEL,
      inhoud: { sjablonen: sjablonen.map((een) => (een.code === code ? gelezen.data : een)) },
      geldigVanaf: Temporal.PlainDate.compare(ctx.today, vorige.geldigVanaf) < 0 ? vorige.geldigVanaf : ctx.today,
      bron: `Besluit van de regio over de brief "${gelezen.data.naam}"`,
      reden,
    })
  })
}
