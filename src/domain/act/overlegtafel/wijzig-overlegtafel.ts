import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import type { Afspraak, TafelInvoer } from './invoer.ts'
import { keurVersie, lockOverlegtafel, zetTafel } from './lock-overlegtafel.ts'
import { keurOnderwerp, zetProducten } from './plan-overlegtafel.ts'
import { stuurBerichten } from './stuur-berichten.ts'

/** Changes subject, scope, day and place of a table that was not composed yet. 404, 409 or 422. */
export function wijzigOverlegtafel(ctx: Context, id: string, invoer: TafelInvoer, gezien: number): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overlegtafel:organiseren')
    keurVersie(await lockOverlegtafel(ctx, id, 'onderwerp'), gezien)
    await keurOnderwerp(ctx, invoer)
    keurDatum(ctx, invoer.datum)
    const { categorieen, ...tafel } = invoer
    await zetTafel(ctx, id, tafel)
    await zetProducten(ctx, id, categorieen)
    await recordEvent(ctx, {
      soort: 'overlegtafel:gewijzigd',
      onderwerp: { type: 'overlegtafel', id },
      gegevens: { ...invoer, datum: invoer.datum.toString() },
    })
  })
}

/**
 * Moves a table, or says where it is (TAF-04). Who was invited gets a mail; on another day everybody is asked again whether somebody comes,
 * and a table that was not invited to yet is composed anew for that day. 404, 409 or 422.
 */
export function verplaatsOverlegtafel(ctx: Context, id: string, afspraak: Afspraak, gezien: number): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overlegtafel:organiseren')
    const tafel = await lockOverlegtafel(ctx, id, 'afspraak')
    keurVersie(tafel, gezien)
    keurDatum(ctx, afspraak.datum)
    const { datum, begintijd, wijze, plaats } = afspraak
    if (tafel.uitgenodigdOp && !datum.equals(tafel.datum)) {
      await sql`update overlegtafel_deelname set antwoord = null, afgevaardigde = '', reden = '', beantwoord_op = null, beantwoord_door = null
        where regio_id = ${ctx.regioId} and overlegtafel_id = ${id}`.execute(ctx.db)
    }
    await zetTafel(ctx, id, { datum, begintijd, wijze, plaats })
    if (tafel.uitgenodigdOp) {
      await stuurBerichten(ctx, { soort: 'wijziging', overlegtafelId: id, aan: 'genodigden' })
    }
    await recordEvent(ctx, {
      soort: 'overlegtafel:verplaatst',
      onderwerp: { type: 'overlegtafel', id },
      gegevens: { oud: tafel.datum.toString(), datum: datum.toString(), begintijd, wijze, plaats },
    })
  })
}

function keurDatum(ctx: Context, datum: Temporal.PlainDate) {
  if (Temporal.PlainDate.compare(datum, ctx.today) < 0) {
    throw invalid('Deze dag is voorbij. Kies een latere dag.', 'datum')
  }
}
