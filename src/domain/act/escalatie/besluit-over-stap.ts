import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { bewaarZaak } from './bewaar-zaak.ts'
import { doeBesluit } from './doe.ts'
import { lockZaak } from './lock-zaak.ts'
import { vereisMandaatStap } from './vereis-mandaat-stap.ts'
import { eisUitkomst } from './weiger-stap.ts'

/**
 * Decides on a proposed step, with mandate and never on an own proposal (ROL-13). Refused, the case stays where it was (A23) or goes
 * back (B22); agreed, it is done or waits for its letter. Throws 403 naming the role that may, 404, 409, 422.
 */
export function besluitOverStap(
  ctx: Context,
  id: string,
  gezien: number,
  { akkoord, reden }: { akkoord: boolean; reden: string },
): Promise<{ gezet: boolean }> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'escalatie:besluiten')
    const geopend = await lockZaak(ctx, id, gezien)
    const { rij, ladder, zaak, feiten, voorstelId } = geopend
    if (zaak.open?.stand !== 'voorgesteld') throw conflict('Er ligt geen voorstel meer om over te besluiten.')
    const { zet } = zaak.open
    const { taken, bevoegdheid } = await vereisMandaatStap(ctx, ladder, zet, rij.overeenkomstId, zet.door)
    const besluit = { akkoord, reden, door: ctx.actor.id, datum: ctx.today }
    const { zaak: nieuw, gezet } = eisUitkomst(doeBesluit(ladder, zaak, besluit, taken, feiten))

    await bewaarZaak(ctx, geopend, nieuw, { bevoegd: bevoegdheid })
    const stand = !akkoord ? 'afgewezen' : gezet ? 'gezet' : 'besloten'
    await sql`update escalatie_voorstel set stand = ${stand}, zet = ${JSON.stringify(nieuw.open?.zet ?? zet)}::jsonb, besloten_op = ${ctx.now},
        besloten_door = ${ctx.actor.id}, besloten_als = ${bevoegdheid?.als ?? null}, mandaat_id = ${bevoegdheid?.mandaatId ?? null},
        mandaat_grond = ${bevoegdheid?.grond ?? null}, reden = ${reden.trim() || null}
      where regio_id = ${ctx.regioId} and id = ${voorstelId}`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: akkoord ? 'stap:besloten' : 'stap:afgewezen',
      onderwerp: { type: 'escalatie', id },
      gegevens: { stap: zet.overgang, van: zaak.toestand, naar: nieuw.toestand, reden: reden.trim(), ...bevoegdheid },
    })
    return { gezet }
  })
}
