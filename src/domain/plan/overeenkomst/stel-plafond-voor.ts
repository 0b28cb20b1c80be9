import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid, isPgError, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'

type Voorstel = { overeenkomstId: string; jaar: number; cent: number; motivering: string }

/**
 * Prepares a new ceiling for a year (ROL-01, FIN-14); somebody else with mandate decides. Throws 404, 409 while another proposal
 * for that year is open, 422 when nothing changes, the motivation is missing or the year lies outside the overeenkomst.
 */
export function stelPlafondVoor(ctx: Context, { overeenkomstId, jaar, cent, motivering }: Voorstel): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'budget:voorstellen')
    const { rows } = await sql<{
      nummer: string
      van: number
      tot: number
      oudCent: number | null
    }>`select o.nummer, extract(year from o.begindatum)::int as van, extract(year from o.loopt_tot)::int as tot,
        (select p.cent from plafond p where p.regio_id = o.regio_id and p.overeenkomst_id = o.id and p.jaar = ${jaar}) as oud_cent
      from overeenkomst o where o.regio_id = ${ctx.regioId} and o.id = ${overeenkomstId} for update`.execute(ctx.db)
    const nu = rows[0]
    if (!nu) throw notFound('Deze overeenkomst')
    if (motivering.trim() === '') throw invalid('Leg uit waarom het budget moet veranderen.')
    if (jaar < nu.van || jaar > nu.tot)
      throw invalid(`Kies een jaar van ${nu.van} tot en met ${nu.tot}: zo lang loopt deze overeenkomst.`)
    if (nu.oudCent === cent) throw invalid('Dit is het bedrag dat al geldt. Vul een ander bedrag in.')
    const id = await insertVoorstel(ctx, { overeenkomstId, jaar, cent, motivering }, nu.oudCent)
    await recordEvent(ctx, {
      soort: 'budget:voorgesteld',
      onderwerp: { type: 'overeenkomst', id: overeenkomstId },
      gegevens: { jaar, oudCent: nu.oudCent, nieuwCent: cent, motivering: motivering.trim() },
    })
    return id
  })
}

async function insertVoorstel(
  ctx: Context,
  { overeenkomstId, jaar, cent, motivering }: Voorstel,
  oudCent: number | null,
) {
  try {
    const { rows } = await sql<{
      id: string
    }>`insert into plafondvoorstel (regio_id, overeenkomst_id, jaar, oud_cent, nieuw_cent,
        motivering, voorgesteld_op, voorgesteld_door)
      values (${ctx.regioId}, ${overeenkomstId}, ${jaar}, ${oudCent}, ${cent}, ${motivering.trim()}, ${ctx.now}, ${ctx.actor.id})
      returning id`.execute(ctx.db)
    return rows[0]!.id
  } catch (error) {
    if (!isPgError(error, '23505')) throw error
    throw conflict(`Er ligt al een voorstel voor ${jaar}. Wacht op het besluit daarover, of laat het intrekken.`)
  }
}
