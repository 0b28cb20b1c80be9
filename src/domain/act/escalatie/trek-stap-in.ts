import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid, Weigering } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { bewaarZaak } from './bewaar-zaak.ts'
import { doeIntrekking } from './doe.ts'
import { lockZaak } from './lock-zaak.ts'
import { eisUitkomst } from './weiger-stap.ts'

/**
 * Takes back a step that was not carried out yet; what was decided with another's mandate only by who decided it. Throws 403, 404,
 * 409, 422 without a reason.
 */
export function trekStapIn(ctx: Context, id: string, gezien: number, reden: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'escalatie:stap-zetten')
    const geopend = await lockZaak(ctx, id, gezien)
    if (reden.trim() === '') throw invalid('Schrijf op waarom u de stap intrekt.')
    const { open } = geopend.zaak
    const { zaak: nieuw } = eisUitkomst(doeIntrekking(geopend.zaak))
    if (open?.stand === 'besloten' && open.besloten!.door !== open.zet.door && open.besloten!.door !== ctx.actor.id) {
      throw new Weigering(
        403,
        'besluit-van-ander',
        'Over deze stap is al besloten. Alleen wie dat deed, trekt haar in.',
      )
    }
    await bewaarZaak(ctx, geopend, nieuw)
    await sql`update escalatie_voorstel set stand = 'ingetrokken', reden = ${reden.trim()}
      where regio_id = ${ctx.regioId} and id = ${geopend.voorstelId}`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: 'stap:ingetrokken',
      onderwerp: { type: 'escalatie', id },
      gegevens: { stap: open!.zet.overgang, reden: reden.trim() },
    })
  })
}
