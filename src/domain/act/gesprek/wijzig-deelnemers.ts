import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { eisAct } from './eis-act.ts'
import { listDeelnemers, lockGesprek } from './queries.ts'
import { voegDeelnemersToe } from './voeg-deelnemers-toe.ts'

/** Adds people to a meeting. Throws 409 after it was held, 404 for somebody who is not there. */
export function voegDeelnemerToe(
  ctx: Context,
  gesprekId: string,
  wie: { gebruikerIds: readonly string[]; contactpersoonIds: readonly string[] },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gesprek:wijzigen')
    const gesprek = await lockGesprek(ctx, gesprekId)
    eisAct('wijzigen', gesprek)
    await voegDeelnemersToe(ctx, gesprekId, { ...gesprek, ...wie })
    await recordEvent(ctx, {
      soort: 'gesprek:deelnemers gewijzigd',
      onderwerp: { type: 'gesprek', id: gesprekId },
      gegevens: { erbij: wie },
    })
  })
}

/** Takes somebody off the list who was not invited yet; who was is told, and stays on it. Throws 404 or 409. */
export function haalDeelnemerWeg(ctx: Context, gesprekId: string, deelnemerId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gesprek:wijzigen')
    const gesprek = await lockGesprek(ctx, gesprekId)
    eisAct('wijzigen', gesprek)
    const deelnemer = (await listDeelnemers(ctx, gesprekId)).find(({ id }) => id === deelnemerId)
    if (!deelnemer) throw notFound('Deze deelnemer')
    if (deelnemer.gebruikerId === gesprek.eigenaarId) throw conflict('Wie het gesprek leidt, blijft op de lijst.')
    if (deelnemer.bericht !== null) throw conflict('Deze deelnemer is al uitgenodigd. Leg vast dat hij niet komt.')
    await sql`delete from deelnemer where regio_id = ${ctx.regioId} and id = ${deelnemerId}`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: 'gesprek:deelnemers gewijzigd',
      onderwerp: { type: 'gesprek', id: gesprekId },
      gegevens: { eraf: deelnemer.naam },
    })
  })
}
