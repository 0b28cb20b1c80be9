import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { enqueue } from '../../jobs.ts'
import { werkMaandenBij } from '../declaratie/werk-maanden-bij.ts'
import { verzamelMeldingen } from '../toewijzing/geldige-meldingen.ts'
import { verzamelSleutels } from '../toewijzing/verzamel-sleutels.ts'
import { werkToewijzingenBij } from '../toewijzing/werk-toewijzingen-bij.ts'
import { toetsRegels } from './beoordeling/declaratie.ts'
import { toetsIdentiteit } from './beoordeling/identiteit.ts'
import { maakVersies, toetsStart, toetsStop } from './beoordeling/levering.ts'
import { toetsPartijen } from './beoordeling/partijen.ts'
import { maakContracten, toetsProduct } from './beoordeling/product.ts'
import { toetsCredits, toetsReferenties, zoekDubbele } from './beoordeling/referentie.ts'
import { toetsRetour } from './beoordeling/retour.ts'
import { schrijfBerichten, schrijfDeclaratieregels, schrijfRegels, telRegelfouten } from './beoordeling/schrijf.ts'
import { bepaalSignalen } from './beoordeling/signalen.ts'
import { verzamelTeBeoordelen } from './beoordeling/verzamel.ts'
import { lockBeoordeling } from './lock-berichten.ts'

// From here on one pass through the tables beats looking up message by message.
const VEEL = 2_000

/**
 * Judges what may have changed: a function of all that was read and agreed, never of the order. One at a time per region; what is
 * committed meanwhile is judged by the next. Layer by layer, for each builds on what the one before found valid.
 */
export function beoordeelBerichten(ctx: Context, veel = VEEL): Promise<{ beoordeeld: number; gewijzigd: number }> {
  return inTransaction(ctx, async (ctx) => {
    await lockBeoordeling(ctx)
    await sql`set local default_statistics_target = 10`.execute(ctx.db)
    const omvang = await verzamelTeBeoordelen(ctx, veel)
    if (omvang.aantal === 0) {
      return { beoordeeld: 0, gewijzigd: 0 }
    }
    if (omvang.veel) {
      await sql`set local work_mem = '64MB'`.execute(ctx.db)
      // what was just read is guessed too small
      await sql`set local enable_nestloop = off`.execute(ctx.db)
      await sql`set local enable_mergejoin = off`.execute(ctx.db)
    }
    await toetsIdentiteit(ctx)
    await toetsRetour(ctx)
    await toetsPartijen(ctx)
    await maakContracten(ctx)
    await toetsProduct(ctx)
    await schrijfRegels(ctx, '301', omvang)
    await maakVersies(ctx, omvang)
    await toetsStart(ctx)
    await schrijfRegels(ctx, '305', omvang)
    await toetsStop(ctx)
    await schrijfRegels(ctx, '307', omvang)
    await zoekDubbele(ctx, omvang)
    await toetsRegels(ctx, omvang)
    await toetsReferenties(ctx)
    await toetsCredits(ctx)
    await schrijfDeclaratieregels(ctx, omvang)
    await telRegelfouten(ctx)
    await werkMaandenBij(ctx, omvang)
    await verzamelSleutels(ctx, omvang)
    await verzamelMeldingen(ctx, omvang)
    await werkToewijzingenBij(ctx, omvang)
    await bepaalSignalen(ctx, omvang)
    const gewijzigd = await schrijfBerichten(ctx)
    if (gewijzigd > 0) {
      await enqueue(ctx, 'bereken-kpis', { regioId: ctx.regioId }, `bereken-kpis:${ctx.regioId}`)
    }
    return { beoordeeld: omvang.aantal, gewijzigd }
  })
}
