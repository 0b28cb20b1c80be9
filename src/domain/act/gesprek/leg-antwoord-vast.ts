import { sql } from 'kysely'
import { z } from 'zod'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'
import { authorize } from '../../rechten.ts'
import { eisAct } from './eis-act.ts'
import { antwoorden, type Antwoord } from './gesprek.ts'
import { listDeelnemers, lockGesprek } from './queries.ts'

export const Antwoordinvoer = z.object({
  antwoord: z.enum(Object.keys(antwoorden) as [Antwoord, ...Antwoord[]], 'Kies of deze persoon komt'),
  toelichting: vrijeTekst(300).default(''),
})

/**
 * Writes down whether somebody comes: the aanbieder for its own people, a participant of the region for himself, and who leads the
 * meeting for everybody who answered in another way. Throws 404 for somebody else, 409 when the meeting was held.
 */
export function legAntwoordVast(
  ctx: Context,
  gesprekId: string,
  deelnemerId: string,
  { antwoord, toelichting }: z.output<typeof Antwoordinvoer>,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, ctx.actor.agb === null ? 'gesprek:lezen' : 'gesprek:reageren')
    const gesprek = await lockGesprek(ctx, gesprekId)
    const deelnemer = (await listDeelnemers(ctx, gesprekId)).find(({ id }) => id === deelnemerId)
    if (!deelnemer) throw notFound('Deze deelnemer')
    if (ctx.actor.agb !== null && deelnemer.hoedanigheid !== 'aanbieder') throw notFound('Deze deelnemer')
    if (ctx.actor.agb === null && deelnemer.gebruikerId !== ctx.actor.id) await authorize(ctx, 'gesprek:wijzigen')
    eisAct('uitnodigen', gesprek)
    await sql`update deelnemer set antwoord = ${antwoord}, antwoord_toelichting = ${toelichting}, antwoord_op = ${ctx.now}::timestamptz,
      antwoord_door = ${ctx.actor.naam} where regio_id = ${ctx.regioId} and id = ${deelnemerId}`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: 'gesprek:beantwoord',
      onderwerp: { type: 'gesprek', id: gesprekId },
      gegevens: { wie: deelnemer.naam, oud: deelnemer.antwoord, nieuw: antwoord, toelichting },
    })
  })
}
