import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { vereisMandaat } from '../bezetting/vereis-mandaat.ts'

type Besluit = { besluit: 'goedgekeurd' | 'afgewezen'; reden: string }

type Voorstel = {
  overeenkomstId: string
  jaar: number
  oudCent: number | null
  nieuwCent: number
  besluit: string | null
  voorgesteldDoor: string
  gemeenten: string[]
  geldendCent: number | null
}

/**
 * Decides on a proposed ceiling (ROL-01, FIN-14): asks the mandate "budget-wijzigen" for the new amount in every gemeente of the
 * overeenkomst, and another person than who proposed it. Throws 403 naming the role that may, 404, 409 when somebody decided
 * already or the ceiling changed meanwhile, 422 without a reason. Gives the id of the overeenkomst.
 */
export function besluitOverPlafond(ctx: Context, id: string, { besluit, reden }: Besluit): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'budget:besluiten')
    const voorstel = await lockVoorstel(ctx, id)
    if (reden.trim() === '') throw invalid('Vul de reden van het besluit in.')
    const bevoegdheid = await vereisMandaat(ctx, {
      taak: 'budget-wijzigen',
      gemeenten: voorstel.gemeenten,
      bedragCent: voorstel.nieuwCent,
      voorbereidDoor: voorstel.voorgesteldDoor,
    })
    if (voorstel.geldendCent !== voorstel.oudCent) {
      throw conflict('Het budget is na dit voorstel gewijzigd. Trek het voorstel in en maak een nieuw.')
    }
    await sql`update plafondvoorstel set besluit = ${besluit}, besluit_reden = ${reden.trim()}, besloten_op = ${ctx.now},
        besloten_door = ${ctx.actor.id}, besloten_als = ${bevoegdheid.als}, mandaat_id = ${bevoegdheid.mandaatId}
      where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    if (besluit === 'goedgekeurd') {
      await sql`insert into plafond (regio_id, overeenkomst_id, jaar, cent)
        values (${ctx.regioId}, ${voorstel.overeenkomstId}, ${voorstel.jaar}, ${voorstel.nieuwCent})
        on conflict (regio_id, overeenkomst_id, jaar) do update set cent = excluded.cent`.execute(ctx.db)
    }
    await recordEvent(ctx, {
      soort: `budget:${besluit}`,
      onderwerp: { type: 'overeenkomst', id: voorstel.overeenkomstId },
      gegevens: {
        jaar: voorstel.jaar,
        oudCent: voorstel.oudCent,
        nieuwCent: voorstel.nieuwCent,
        reden: reden.trim(),
        ...bevoegdheid,
      },
    })
    return voorstel.overeenkomstId
  })
}

/** Takes back a proposal before it is decided on; only who made it. Gives the id of the overeenkomst. */
export function trekPlafondvoorstelIn(ctx: Context, id: string): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'budget:voorstellen')
    const voorstel = await lockVoorstel(ctx, id)
    if (voorstel.voorgesteldDoor !== ctx.actor.id) throw notFound('Dit voorstel van u')
    await sql`update plafondvoorstel set besluit = 'ingetrokken', besloten_op = ${ctx.now}, besloten_door = ${ctx.actor.id}
      where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: 'budget:ingetrokken',
      onderwerp: { type: 'overeenkomst', id: voorstel.overeenkomstId },
      gegevens: { jaar: voorstel.jaar, nieuwCent: voorstel.nieuwCent },
    })
    return voorstel.overeenkomstId
  })
}

async function lockVoorstel(ctx: Context, id: string): Promise<Voorstel> {
  const { rows } = await sql<Voorstel>`select v.overeenkomst_id, v.jaar, v.oud_cent, v.nieuw_cent, v.besluit,
      v.voorgesteld_door::text as voorgesteld_door,
      array(select g.gemeente_code from overeenkomst_gemeente g
        where g.regio_id = v.regio_id and g.overeenkomst_id = v.overeenkomst_id order by 1) as gemeenten,
      (select p.cent from plafond p where p.regio_id = v.regio_id and p.overeenkomst_id = v.overeenkomst_id
        and p.jaar = v.jaar) as geldend_cent
    from plafondvoorstel v where v.regio_id = ${ctx.regioId} and v.id = ${id} for update`.execute(ctx.db)
  if (!rows[0]) throw notFound('Dit voorstel')
  if (rows[0].besluit) throw conflict('Over dit voorstel is al besloten. Ververs de pagina.')
  return rows[0]
}
