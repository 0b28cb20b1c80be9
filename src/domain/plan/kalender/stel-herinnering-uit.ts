import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { zicht } from '../../rechten/zicht.ts'
import { authorize } from '../../rechten.ts'
import { ochtend } from './volgende-herinnering.ts'

/**
 * Puts the next reminder off to a day, with a reason; the term itself stays as it is. Throws 404, 409 when the term is closed, 422
 * without a reason, or for a day that has come or lies after the end.
 */
export function stelHerinneringUit(
  ctx: Context,
  id: string,
  { tot, reden }: { tot: Temporal.PlainDate; reden: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'termijn:uitstellen')
    const { rows } = await sql<{
      einddatum: Temporal.PlainDate
      gesloten: boolean
    }>`select einddatum, gesloten_op is not null as gesloten
      from termijn t where ${zicht(ctx).termijn('t')} and t.id = ${id} for update of t`.execute(ctx.db)
    if (!rows[0]) throw notFound('Deze termijn')
    if (rows[0].gesloten) throw conflict('Deze termijn is al gesloten. Ververs de pagina.')
    keur(tot, reden, rows[0].einddatum, ctx.today)
    await sql`update termijn set volgende_herinnering_op = ${ochtend(tot)}, uitgesteld_tot = ${tot}, uitstel_reden = ${reden.trim()},
        uitgesteld_door = ${ctx.actor.naam}, gewijzigd_op = ${ctx.now}
      where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: 'termijn:uitgesteld',
      onderwerp: { type: 'termijn', id },
      gegevens: { tot: tot.toString(), reden: reden.trim() },
    })
  })
}

function keur(tot: Temporal.PlainDate, reden: string, einddatum: Temporal.PlainDate, vandaag: Temporal.PlainDate) {
  if (reden.trim() === '') throw invalid('Vul de reden in.')
  if (Temporal.PlainDate.compare(tot, vandaag) <= 0) throw invalid('Kies een dag na vandaag.')
  const voorbij = Temporal.PlainDate.compare(einddatum, vandaag) < 0
  if (!voorbij && Temporal.PlainDate.compare(tot, einddatum) > 0) {
    throw invalid('De herinnering kan niet na de laatste dag van de termijn komen. De termijn zelf verschuift niet.')
  }
  if (Temporal.PlainDate.compare(tot, vandaag.add({ months: 3 })) > 0)
    throw invalid('Kies een dag binnen drie maanden.')
}
