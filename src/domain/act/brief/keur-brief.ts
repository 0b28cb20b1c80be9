import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { vereisMandaat } from '../../plan/bezetting/vereis-mandaat.ts'
import { authorize } from '../../rechten.ts'
import { lockBrief } from './queries.ts'

/** Puts a letter before who may approve it. Throws 403, 404; 409 when it is no concept, or needs nobody's approval. */
export function legBriefVoor(ctx: Context, id: string, gezien: number): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'brief:opstellen')
    const brief = await lockBrief(ctx, id)
    keurVersie(brief.versie, gezien)
    if (brief.stand !== 'concept' || brief.taak === null)
      throw conflict('Deze brief hoeft niet te worden goedgekeurd, of ligt al voor.')
    await sql`update brief set stand = 'voorgelegd', voorgelegd_op = ${ctx.now}, reden = '', versie = versie + 1
      where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: 'brief:voorgelegd',
      onderwerp: { type: 'brief', id },
      gegevens: { taak: brief.taak },
    })
  })
}

/**
 * Approves a letter, or gives it back with a reason. Who has the mandate for its task decides; where the task asks two people, not who
 * wrote it (ROL-13). Throws 403, 404, 409, 422.
 */
export function keurBrief(
  ctx: Context,
  id: string,
  gezien: number,
  besluit: { goed: boolean; reden: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'brief:goedkeuren')
    const brief = await lockBrief(ctx, id)
    keurVersie(brief.versie, gezien)
    if (brief.stand !== 'voorgelegd' || brief.taak === null)
      throw conflict('Over deze brief hoeft niemand meer te besluiten.')
    if (!besluit.goed && besluit.reden.trim() === '') throw invalid('Schrijf op wat er anders moet.')
    const { als, mandaatId, grond } = await vereisMandaat(ctx, {
      taak: brief.taak,
      gemeenten: brief.gemeente === null ? [] : [brief.gemeente],
      voorbereidDoor: brief.opgesteldDoorId,
    })
    await sql`update brief set stand = ${besluit.goed ? 'goedgekeurd' : 'concept'}, besloten_op = ${ctx.now}, besloten_door = ${ctx.actor.id},
        besloten_als = ${als}, mandaat_id = ${mandaatId}, mandaat_grond = ${grond}, reden = ${besluit.reden.trim()}, versie = versie + 1
      where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: besluit.goed ? 'brief:goedgekeurd' : 'brief:teruggegeven',
      onderwerp: { type: 'brief', id },
      gegevens: { taak: brief.taak, als, grond, reden: besluit.reden.trim() },
    })
  })
}

/** Lets a letter that was not sent go. Throws 403, 404, 409. */
export function laatBriefVervallen(ctx: Context, id: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'brief:opstellen')
    const { stand } = await lockBrief(ctx, id)
    if (stand === 'verzonden' || stand === 'vervallen') throw conflict('Deze brief kan niet meer vervallen.')
    await sql`update brief set stand = 'vervallen', versie = versie + 1 where regio_id = ${ctx.regioId} and id = ${id}`.execute(
      ctx.db,
    )
    await recordEvent(ctx, { soort: 'brief:vervallen', onderwerp: { type: 'brief', id }, gegevens: { van: stand } })
  })
}

export function keurVersie(nu: number, gezien: number) {
  if (nu !== gezien) throw conflict('Iemand anders wijzigde deze brief intussen. Bekijk hem opnieuw.')
}
