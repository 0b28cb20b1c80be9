import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { enqueue } from '../../jobs.ts'
import { authorize } from '../../rechten.ts'
import { bewaarZaak } from './bewaar-zaak.ts'
import { doeVerzending } from './doe.ts'
import { leesBrief } from './lees-brief.ts'
import { lockZaak } from './lock-zaak.ts'
import { eisUitkomst } from './weiger-stap.ts'
import type { Verzending } from './zaak.ts'

/**
 * Records that the letter of a decided step was sent: when, how, under which number (DOC-03). That carries out the step; the text is
 * kept as it was sent, and terms count from its receipt (TRM-06). Throws 403, 404, 409, 422.
 */
export function verzendBrief(ctx: Context, id: string, gezien: number, verzending: Verzending): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'escalatie:versturen')
    const geopend = await lockZaak(ctx, id, gezien)
    const { ladder, zaak, feiten, voorstelId } = geopend
    if (zaak.open?.stand !== 'besloten') throw conflict('Er wacht geen brief meer op verzending.')
    const brief = (await leesBrief(ctx, geopend))!
    const { zaak: nieuw } = eisUitkomst(doeVerzending(ladder, zaak, verzending, feiten))
    const { rows } = await sql<{ als: string; grond: string }>`update escalatie_voorstel set stand = 'gezet'
      where regio_id = ${ctx.regioId} and id = ${voorstelId} returning besloten_als as als, mandaat_grond as grond`.execute(
      ctx.db,
    )

    await bewaarZaak(ctx, geopend, nieuw, { bevoegd: rows[0] ?? null })
    const verstuurd = nieuw.brieven.at(-1)!
    await sql`insert into escalatie_brief (regio_id, escalatie_id, nr, soort, naam, onderwerp, alineas, verzonden, wijze, kenmerk, ontvangen, verzonden_door,
        vastgelegd_op)
      values (${ctx.regioId}, ${id}, ${nieuw.brieven.length}, ${brief.code}, ${brief.naam}, ${brief.onderwerp}, ${JSON.stringify(brief.alineas)}::jsonb,
        ${verstuurd.verzonden}, ${verzending.wijze}, ${verzending.kenmerk.trim()}, ${verstuurd.ontvangen}, ${ctx.actor.naam}, ${ctx.now})`.execute(
      ctx.db,
    )
    await recordEvent(ctx, {
      soort: 'brief:verzonden',
      onderwerp: { type: 'escalatie', id },
      gegevens: {
        brief: brief.code,
        stap: zaak.open.zet.overgang,
        van: zaak.toestand,
        naar: nieuw.toestand,
        wijze: verzending.wijze,
        kenmerk: verzending.kenmerk.trim(),
        verzonden: verstuurd.verzonden.toString(),
        ontvangen: verstuurd.ontvangen.toString(),
      },
    })
    await enqueue(ctx, 'archiveer-stukken', { regioId: ctx.regioId }, `archiveer-stukken:${ctx.regioId}`)
  })
}
