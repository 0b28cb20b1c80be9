import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { enqueue } from '../../jobs.ts'
import { authorize } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'
import { aanvaardbareCodes } from './meldingen.ts'

/** Of a 323: `regel` is a line, and 0 the whole message. The judgement follows at once when the queue runs. */
export async function aanvaardBericht(ctx: Context, berichtId: number, regel: number, reden: string): Promise<void> {
  if (reden.trim() === '') {
    throw invalid('Schrijf waarom u dit aanvaardt.', 'reden')
  }
  await inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'bericht:aanvaarden')
    const code = await lockCode(ctx, berichtId, regel)
    if (!(aanvaardbareCodes as readonly (string | null)[]).includes(code)) {
      throw conflict(
        'Dit is niet iets wat iemand kan aanvaarden: het telt al mee, of er ontbreekt iets dat nog moet komen.',
      )
    }
    await sql`insert into aanvaarding (regio_id, bericht_id, regel, aanvaard_op, aanvaard_door, reden)
      values (${ctx.regioId}, ${berichtId}, ${regel}, ${ctx.now.toString()}, ${ctx.actor.naam}, ${reden.trim()})
      on conflict do nothing`.execute(ctx.db)
    await sql`insert into te_beoordelen (regio_id, bericht_id) values (${ctx.regioId}, ${berichtId})
      on conflict do nothing`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: 'bericht:aanvaard',
      onderwerp: { type: 'bericht', id: String(berichtId) },
      gegevens: { regel, code, reden: reden.trim() },
    })
    await enqueue(ctx, 'beoordeel-berichten', { regioId: ctx.regioId }, `beoordeel-berichten:${ctx.regioId}`)
  })
}

// Locked, so that the judgement does not change between the question and the answer.
async function lockCode(ctx: Context, berichtId: number, regel: number): Promise<string | null> {
  const bron =
    regel === 0
      ? sql`select code from bericht where ${zicht(ctx).bericht('bericht')} and id = ${berichtId} for update`
      : sql`select fout as code from declaratie_regel where ${zicht(ctx).regel('declaratie_regel')} and bericht_id = ${berichtId}
          and regel = ${regel} for update`
  const { rows } = await sql<{ code: string | null }>`${bron}`.execute(ctx.db)
  if (!rows[0]) {
    throw notFound('Dit bericht')
  }
  return rows[0].code
}
