import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { enqueue } from '../../jobs.ts'
import { authorize } from '../../rechten.ts'
import { ontbreekt } from './aanwezigen.ts'
import { bewaarVersie } from './bewaar-versie.ts'
import { eisAct } from './eis-act.ts'
import { kiesSoort, leesRegelsVan } from './lees-gespreksregels.ts'
import { listReacties } from './list-verslag.ts'
import { listDeelnemers, lockGesprek } from './queries.ts'
import { reactiestand, waaromNietDefinitief } from './reactiestand.ts'
import { stuurBerichten } from './stuur-berichten.ts'
import { zetGesprek } from './zet-gesprek.ts'

/**
 * Makes the minutes final, when the aanbieder agreed, was silent until the end of the term, or every remark was answered (GES-17,
 * AMB-11). Without everybody who must have been there they become "overig overleg", which does not count for the year (GES-10).
 * Throws 409 with the reason when it is too early.
 */
export function maakVerslagDefinitief(ctx: Context, gesprekId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gesprek:vaststellen')
    const gesprek = await lockGesprek(ctx, gesprekId)
    eisAct('definitief maken', gesprek)
    const reacties = await listReacties(ctx, gesprekId)
    const stand = reactiestand(
      reacties.map(({ soort, verwerktOp }) => ({ soort, verwerkt: verwerktOp !== null })),
      gesprek.reactieUiterlijk,
      ctx.now,
    )
    const reden = waaromNietDefinitief(stand)
    if (reden !== null) throw conflict(reden)
    const { regels } = await leesRegelsVan(ctx, gesprek.regelsetdeelId)
    const mist = ontbreekt(kiesSoort(regels, gesprek.soort).aanwezig, await listDeelnemers(ctx, gesprekId))
    if (mist.length > 0 && ctx.actor.soort === 'systeem') {
      throw conflict('Niet iedereen die erbij hoort te zijn, was er. Een mens maakt dit verslag definitief.')
    }
    const { naam } = await bewaarVersie(ctx, gesprek, 'definitief')
    await zetGesprek(ctx, gesprekId, { definitiefOp: ctx.now, teltMee: gesprek.teltMee && mist.length === 0 })
    await stuurBerichten(ctx, gesprekId, 'verslag definitief', { hoedanigheid: 'aanbieder' })
    await recordEvent(ctx, {
      soort: 'verslag:definitief',
      onderwerp: { type: 'gesprek', id: gesprekId },
      gegevens: { naam, reactie: stand, ontbrak: mist },
    })
    await enqueue(ctx, 'archiveer-stukken', { regioId: ctx.regioId }, `archiveer-stukken:${ctx.regioId}`)
  })
}
