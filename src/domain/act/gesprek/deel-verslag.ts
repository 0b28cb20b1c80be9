import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { bewaarVersie } from './bewaar-versie.ts'
import { eisAct } from './eis-act.ts'
import { leesRegelsVan } from './lees-gespreksregels.ts'
import { lockGesprek } from './queries.ts'
import { stuurBerichten } from './stuur-berichten.ts'
import { reactieUiterlijk } from './termijnen.ts'
import { zetGesprek } from './zet-gesprek.ts'

/**
 * Shares the minutes as they are now (GES-17): this version is kept, the aanbieder reads it and can react until the last day of the
 * term, and the actions come on its work list. Throws 409 before it was held or written.
 */
export function deelVerslag(ctx: Context, gesprekId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gesprek:vaststellen')
    const gesprek = await lockGesprek(ctx, gesprekId)
    eisAct('verslag delen', gesprek)
    const { termijnen } = await leesRegelsVan(ctx, gesprek.regelsetdeelId)
    // only an aanbieder reacts: among ourselves the minutes can become final at once
    const uiterlijk = gesprek.aanbiederId === null ? null : (reactieUiterlijk(termijnen, ctx.today)?.einddatum ?? null)
    await bewaarVersie(ctx, gesprek, 'gedeeld')
    await sql`update actie set gedeeld_op = ${ctx.now}::timestamptz where regio_id = ${ctx.regioId} and gesprek_id = ${gesprekId}
      and gedeeld_op is null`.execute(ctx.db)
    await zetGesprek(ctx, gesprekId, {
      gedeeldOp: ctx.now,
      reactieUiterlijk: uiterlijk,
      // who was asked in another way sees the meeting from now on
      uitgenodigdOp: gesprek.uitgenodigdOp ?? ctx.now,
    })
    await stuurBerichten(ctx, gesprekId, 'verslag gedeeld')
    await recordEvent(ctx, {
      soort: 'verslag:gedeeld',
      onderwerp: { type: 'gesprek', id: gesprekId },
      gegevens: { reactieUiterlijk: uiterlijk?.toString() ?? null },
    })
  })
}
