import { sql } from 'kysely'
import { isDeepStrictEqual } from 'node:util'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { findTaak, listBelegging } from './lees-taken.ts'
import { beleggingsfouten, verdelingsfouten } from './rasci.ts'
import type { Verdeling } from './taken.ts'

type NieuweVerdeling = {
  taak: string
  gemeente: string | null
  verdeling: Verdeling
  geldigVanaf: Temporal.PlainDate
  reden: string
}

/**
 * Divides a task anew from a day on, for the region or one gemeente; what was divided before stays as it was (ROL-12). Throws 404
 * for an unknown task, 422 when not exactly one role decides, none does it, it is belegd with others (ROL-16), nothing differs, or the day lies in the past.
 */
export function wijzigRasci(ctx: Context, nieuw: NieuweVerdeling): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'mandaat:wijzigen')
    await sql`select pg_advisory_xact_lock(hashtextextended(${`rasci ${ctx.regioId} ${nieuw.taak}`}, 0))`.execute(
      ctx.db,
    )
    const nu = await findTaak(ctx, nieuw.taak, nieuw.gemeente, nieuw.geldigVanaf)
    const belegging = await listBelegging(ctx, nieuw.geldigVanaf)
    const fouten = [...verdelingsfouten(nieuw.verdeling), ...beleggingsfouten(nu, nieuw.verdeling, belegging)]
    if (fouten.length > 0) throw invalid(fouten.join(' '))
    if (nieuw.reden.trim() === '') throw invalid('Vul de reden in.')
    if (Temporal.PlainDate.compare(nieuw.geldigVanaf, ctx.today) < 0) {
      throw invalid('De verdeling kan niet terugwerken: besluiten van toen houden de verdeling van toen.')
    }
    if (isDeepStrictEqual(nu.verdeling, nieuw.verdeling)) throw invalid('Er is niets gewijzigd.')
    await sql`insert into rasci (regio_id, taak, gemeente_code, verdeling, geldig_vanaf, reden, vastgelegd_op, vastgelegd_door)
      values (${ctx.regioId}, ${nieuw.taak}, ${nieuw.gemeente}, ${JSON.stringify(nieuw.verdeling)}::jsonb, ${nieuw.geldigVanaf},
        ${nieuw.reden.trim()}, ${ctx.now}, ${ctx.actor.naam})`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: 'rasci:gewijzigd',
      onderwerp: { type: 'taak', id: nieuw.taak },
      gegevens: {
        gemeente: nieuw.gemeente,
        oud: nu.verdeling,
        nieuw: nieuw.verdeling,
        geldigVanaf: nieuw.geldigVanaf.toString(),
        reden: nieuw.reden.trim(),
      },
    })
  })
}
