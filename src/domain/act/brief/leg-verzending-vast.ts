import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { Kalender } from '../../begrippen/werkdagen.ts'
import { leesRegelset } from '../../plan/inrichting/lees-regelset.ts'
import { leesInhoud } from '../../plan/inrichting/regelset-inhoud.ts'
import { authorize } from '../../rechten.ts'
import { ontvangen } from './maak-briefdocument.ts'
import { noteerUitBrief } from './normen-van-brief.ts'
import { findOntvanger, lockBrief } from './queries.ts'

export type Postbewijs = { datum: Temporal.PlainDate; nummer: string; ontvangen: Temporal.PlainDate | null }

/**
 * Records that a letter went by post: when, under which registered number (DOC-03), and when it was received (TRM-06: the next working day,
 * unless there is proof). Throws 403, 404; 409 when it was recorded already or is not made yet; 422.
 */
export function legVerzendingVast(ctx: Context, briefId: string, id: string, bewijs: Postbewijs): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'brief:opstellen')
    const brief = await lockBrief(ctx, briefId)
    const ontvanger = await findOntvanger(ctx, briefId, id)
    if (brief.wijze !== 'post') throw conflict('Deze brief gaat per e-mail: Overlap legt de verzending zelf vast.')
    if (ontvanger.documentId === null)
      throw conflict('De brief wordt nog gemaakt. Probeer het over een minuut opnieuw.')
    if (ontvanger.verzondenOp !== null) throw conflict('De verzending van deze brief is al vastgelegd.')
    const nummer = bewijs.nummer.trim()
    if (brief.aangetekend && nummer === '') throw invalid('Vul het nummer van de aangetekende brief in.')
    if (nummer.length > 60) throw invalid('Het nummer van de aangetekende brief is te lang: hooguit 60 tekens.')
    if (Temporal.PlainDate.compare(bewijs.datum, ctx.today) > 0)
      throw invalid('De dag van verzending ligt niet in de toekomst.')
    const kalender = leesInhoud(Kalender, (await leesRegelset(ctx, 'feestdagen', ctx.today)).inhoud)
    const dag = bewijs.ontvangen ?? ontvangen(bewijs.datum, 'post', kalender)
    if (Temporal.PlainDate.compare(dag, bewijs.datum) < 0)
      throw invalid('De brief kan niet eerder zijn ontvangen dan verzonden.')
    await sql`update brief_ontvanger set verzonden_op = ${ctx.now}, verzonden_datum = ${bewijs.datum}, aangetekend_nummer = ${nummer},
        ontvangen_datum = ${dag}, vastgelegd_door = ${ctx.actor.naam}
      where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    await noteerUitBrief(ctx, brief, ontvanger, dag)
    await recordEvent(ctx, {
      soort: 'brief:gepost',
      onderwerp: { type: 'brief', id: briefId },
      gegevens: {
        nummer: ontvanger.nummer,
        aangetekend: nummer,
        verzonden: bewijs.datum.toString(),
        ontvangen: dag.toString(),
      },
    })
  })
}
