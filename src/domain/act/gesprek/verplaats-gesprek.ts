import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { eisAct } from './eis-act.ts'
import type { Verplaatsing } from './gesprek.ts'
import { leesRegelsVan } from './lees-gespreksregels.ts'
import { lockGesprek } from './queries.ts'
import { stuurBerichten } from './stuur-berichten.ts'
import { rapportageUiterlijk } from './termijnen.ts'
import { zetGesprek } from './zet-gesprek.ts'

/**
 * Moves a meeting to another day, time or place, with a reason. Its agenda, report and participants go along; who was invited is told,
 * and the answers are asked again; the last day of the report follows (STM-02, CAT-05). Throws 409 when it was held or changed
 * meanwhile.
 */
export function verplaatsGesprek(ctx: Context, gesprekId: string, versie: number, naar: Verplaatsing): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gesprek:wijzigen')
    const gesprek = await lockGesprek(ctx, gesprekId)
    eisAct('verplaatsen', gesprek)
    if (gesprek.versie !== versie)
      throw conflict('Iemand anders heeft dit gesprek net gewijzigd. Kijk opnieuw voor u het verplaatst.')
    const { datum, begintijd, eindtijd, plaats, wijze, reden } = naar
    const { termijnen } = await leesRegelsVan(ctx, gesprek.regelsetdeelId)
    const gevraagd = gesprek.rapportageGevraagdOp !== null && gesprek.rapportageIngediendOp === null
    await zetGesprek(ctx, gesprekId, {
      ...{ datum, begintijd, eindtijd, plaats, wijze },
      volgnummer: gesprek.volgnummer + 1,
      versie: gesprek.versie + 1,
      ...(gevraagd && { rapportageUiterlijk: rapportageUiterlijk(termijnen, datum)?.einddatum ?? null }),
    })
    await ctx.db
      .insertInto('gesprekVerplaatsing')
      .values({
        regioId: ctx.regioId,
        gesprekId,
        vanDatum: gesprek.datum,
        naarDatum: datum,
        reden,
        verplaatstOp: ctx.now,
        verplaatstDoor: ctx.actor.naam,
      })
      .execute()
    await ctx.db
      .updateTable('deelnemer')
      .set({ antwoord: null, antwoordOp: null, antwoordDoor: null, antwoordToelichting: '' })
      .where('regioId', '=', ctx.regioId)
      .where('gesprekId', '=', gesprekId)
      .execute()
    if (gesprek.uitgenodigdOp) await stuurBerichten(ctx, gesprekId, 'verplaatst', { uitgenodigd: true })
    await recordEvent(ctx, {
      soort: 'gesprek:verplaatst',
      onderwerp: { type: 'gesprek', id: gesprekId },
      gegevens: {
        van: `${gesprek.datum.toString()} ${gesprek.begintijd}`,
        naar: `${datum.toString()} ${begintijd}`,
        reden,
      },
    })
  })
}
