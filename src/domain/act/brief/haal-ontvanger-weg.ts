import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { findOntvanger, listOntvangers, lockBrief } from './queries.ts'

/** Leaves an aanbieder out of a letter that is a concept. Throws 403, 404; 409 when it no longer is, or when nobody would be left. */
export function haalOntvangerWeg(ctx: Context, briefId: string, id: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'brief:opstellen')
    const brief = await lockBrief(ctx, briefId)
    const { aanbiederId } = await findOntvanger(ctx, briefId, id)
    if (brief.stand !== 'concept') throw conflict('De ontvangers liggen vast: de brief is geen concept meer.')
    if ((await listOntvangers(ctx, briefId)).length === 1)
      throw conflict('Een brief heeft ten minste één ontvanger. Laat de brief vervallen als hij niet meer nodig is.')
    await sql`delete from brief_ontvanger where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: 'brief:ontvanger-weggehaald',
      onderwerp: { type: 'brief', id: briefId },
      gegevens: { aanbiederId },
    })
  })
}
