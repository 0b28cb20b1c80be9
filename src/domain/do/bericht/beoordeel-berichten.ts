import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { enqueue } from '../../jobs.ts'
import { werkMaandenBij } from '../declaratie/werk-maanden-bij.ts'
import { verzamelSleutels, werkToewijzingenBij } from '../toewijzing/werk-toewijzingen-bij.ts'
import { verwerkAntwoorden } from './beoordeling/antwoord.ts'
import { toetsRegels } from './beoordeling/declaratie.ts'
import { toetsIdentiteit } from './beoordeling/identiteit.ts'
import { maakVersies, toetsStart, toetsStop } from './beoordeling/levering.ts'
import { toetsPartijen } from './beoordeling/partijen.ts'
import { maakContracten, toetsProduct } from './beoordeling/product.ts'
import { toetsCredits, toetsReferenties } from './beoordeling/referentie.ts'
import { toetsRetour } from './beoordeling/retour.ts'
import { schrijfBerichten, schrijfDeclaratieregels, schrijfRegels } from './beoordeling/schrijf.ts'
import { bepaalSignalen } from './beoordeling/signalen.ts'
import { verzamelTeBeoordelen } from './beoordeling/verzamel.ts'

// From here on one pass through the tables beats looking up message by message.
const VEEL = 2_000

/**
 * Judges what may have changed: a function of all that was read and agreed, never of the order. One at a time per region; what is
 * committed meanwhile is judged by the next. Layer by layer, for each builds on what the one before found valid.
 */
export function beoordeelBerichten(ctx: Context): Promise<{ beoordeeld: number; gewijzigd: number }> {
  return inTransaction(ctx, async (ctx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`beoordelen ${ctx.regioId}`}, 0))`.execute(ctx.db)
    await sql`set local default_statistics_target = 10`.execute(ctx.db)
    const beoordeeld = await verzamelTeBeoordelen(ctx)
    if (beoordeeld === 0) {
      return { beoordeeld, gewijzigd: 0 }
    }
    const veel = beoordeeld > VEEL
    if (veel) {
      await sql`set local work_mem = '64MB'`.execute(ctx.db)
      await sql`analyze bericht, toewijzing_versie, start_melding, stop_melding, declaratie_regel`.execute(ctx.db)
      // what was just read is guessed too small all the same
      await sql`set local enable_nestloop = off`.execute(ctx.db)
      await sql`set local enable_mergejoin = off`.execute(ctx.db)
    }
    await toetsIdentiteit(ctx)
    await toetsRetour(ctx)
    await toetsPartijen(ctx)
    await maakContracten(ctx)
    await toetsProduct(ctx)
    await schrijfRegels(ctx, '301', veel)
    await maakVersies(ctx)
    await toetsStart(ctx)
    await schrijfRegels(ctx, '305', veel)
    await toetsStop(ctx)
    await schrijfRegels(ctx, '307', veel)
    await toetsRegels(ctx)
    await verwerkAntwoorden(ctx)
    await toetsReferenties(ctx)
    await toetsCredits(ctx)
    await schrijfDeclaratieregels(ctx, veel)
    await verzamelSleutels(ctx)
    await werkToewijzingenBij(ctx)
    await werkMaandenBij(ctx)
    await bepaalSignalen(ctx)
    const gewijzigd = await schrijfBerichten(ctx)
    if (gewijzigd > 0) {
      await enqueue(ctx, 'bereken-kpis', { regioId: ctx.regioId }, `bereken-kpis:${ctx.regioId}`)
    }
    return { beoordeeld, gewijzigd }
  })
}
