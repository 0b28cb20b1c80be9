import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { eisAct } from './eis-act.ts'
import { leesRegelsVan } from './lees-gespreksregels.ts'
import { listDeelnemers, lockGesprek } from './queries.ts'
import { verslagUiterlijk } from './termijnen.ts'
import { zetGesprek } from './zet-gesprek.ts'

/**
 * Writes down that a meeting was held and who was there (GES-10); the term of the minutes begins on the day of the meeting (GES-17).
 * Throws 409 for a meeting that is still to come or was held, 422 when nobody was there.
 */
export function meldGehouden(ctx: Context, gesprekId: string, aanwezigIds: readonly string[]): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gesprek:wijzigen')
    const gesprek = await lockGesprek(ctx, gesprekId)
    eisAct('gehouden melden', gesprek)
    if (Temporal.PlainDate.compare(gesprek.datum, ctx.today) > 0) {
      throw conflict('Dit gesprek is nog niet geweest. Was het eerder, verplaats het dan eerst naar die dag.')
    }
    const deelnemers = await listDeelnemers(ctx, gesprekId)
    const aanwezig = deelnemers.filter(({ id }) => aanwezigIds.includes(id))
    if (aanwezig.length === 0) throw invalid('Kies wie er bij het gesprek waren.', 'aanwezig')
    await sql`update deelnemer set aanwezig = id = any(${aanwezig.map(({ id }) => id)}::uuid[])
      where regio_id = ${ctx.regioId} and gesprek_id = ${gesprekId}`.execute(ctx.db)
    const { termijnen } = await leesRegelsVan(ctx, gesprek.regelsetdeelId)
    await zetGesprek(ctx, gesprekId, {
      gehoudenOp: ctx.now,
      verslagUiterlijk: verslagUiterlijk(termijnen, gesprek.datum)?.einddatum ?? null,
    })
    await recordEvent(ctx, {
      soort: 'gesprek:gehouden',
      onderwerp: { type: 'gesprek', id: gesprekId },
      gegevens: { aanwezig: aanwezig.map(({ naam }) => naam) },
    })
  })
}
