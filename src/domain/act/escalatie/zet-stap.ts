import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { weigerUitPlan } from '../verbeterplan/uit-plan.ts'
import { bewaarZaak } from './bewaar-zaak.ts'
import { doeStap } from './doe.ts'
import { lockZaak } from './lock-zaak.ts'
import { toetsZet } from './toets.ts'
import { vulUitGesprekken } from './uit-gesprek.ts'
import { vereisMandaatStap, type Bevoegd } from './vereis-mandaat-stap.ts'
import { eisUitkomst, Stapweigering } from './weiger-stap.ts'
import type { Zet } from './zaak.ts'

export type Stapinvoer = Omit<Zet, 'partij' | 'door'>

/**
 * Takes a step on a case as far as one person can: proposed where another decides, decided where its letter must still be sent,
 * else done. `gezien`: the version of the case that was looked at. Throws 403 without mandate, 404, 409 when somebody was first,
 * 422 with everything that is missing.
 */
export function zetStap(ctx: Context, id: string, gezien: number, invoer: Stapinvoer): Promise<{ gezet: boolean }> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'escalatie:stap-zetten')
    const geopend = await lockZaak(ctx, id, gezien)
    const { rij, ladder, zaak, feiten } = geopend
    const stukken = await vulUitGesprekken(ctx, id, ladder, invoer.stukken)
    const zet: Zet = { ...invoer, stukken, partij: 'opdrachtgever', door: ctx.actor.id }
    await weigerUitPlan(ctx, id, zet.stukken)
    const gebreken = toetsZet(ladder, zaak, zet, feiten)
    if (gebreken.length > 0) throw new Stapweigering(gebreken)

    const voorstel = ladder.overgangen.some(({ code, voorstel }) => code === zet.overgang && voorstel)
    const bevoegd: Bevoegd = voorstel
      ? { taken: new Set(), bevoegdheid: null }
      : await vereisMandaatStap(ctx, ladder, zet, rij.overeenkomstId)
    const { zaak: nieuw, gezet } = eisUitkomst(doeStap(ladder, zaak, zet, bevoegd.taken, feiten))
    await bewaarZaak(ctx, geopend, nieuw, { bevoegd: bevoegd.bevoegdheid })
    if (nieuw.open) {
      const { stand, besloten, zet: kaal } = nieuw.open
      await sql`insert into escalatie_voorstel (regio_id, escalatie_id, overgang, zet, stand, voorgesteld_op, voorgesteld_door, besloten_op,
          besloten_door, besloten_als, mandaat_id, mandaat_grond)
        values (${ctx.regioId}, ${id}, ${kaal.overgang}, ${JSON.stringify(kaal)}::jsonb, ${stand}, ${ctx.now}, ${ctx.actor.id},
          ${besloten && ctx.now}, ${besloten?.door ?? null}, ${bevoegd.bevoegdheid?.als ?? null}, ${bevoegd.bevoegdheid?.mandaatId ?? null},
          ${bevoegd.bevoegdheid?.grond ?? null})`.execute(ctx.db)
    }
    await recordEvent(ctx, {
      soort: gezet ? 'stap:gezet' : voorstel ? 'stap:voorgesteld' : 'stap:voorbereid',
      onderwerp: { type: 'escalatie', id },
      gegevens: {
        stap: zet.overgang,
        van: zaak.toestand,
        naar: nieuw.toestand,
        grond: zet.grond ?? null,
        motivering: zet.motivering,
        ...bevoegd.bevoegdheid,
      },
    })
    return { gezet }
  })
}
