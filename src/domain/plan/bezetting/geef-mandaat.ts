import { sql } from 'kysely'
import { z } from 'zod'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize, rollen, type Rol } from '../../rechten.ts'
import { findTaak } from './lees-taken.ts'
import { vraagVolgen } from '../kalender/vraag-volgen.ts'

export const NieuwMandaat = z.strictObject({
  taak: z.string().min(1, 'Kies een taak of maatregel.'),
  rol: z.enum(Object.keys(rollen) as [Rol, ...Rol[]], 'Kies een rol.'),
  gemeente: z.string().nullable(),
  grond: z.string().trim().min(1, 'Noem het besluit of artikel waarop het mandaat berust.').max(500),
  hoogsteCent: z.int().min(0).nullable(),
  hoogsteMaanden: z.int().min(1).nullable(),
  geldigVanaf: z.instanceof(Temporal.PlainDate),
  geldigTot: z.instanceof(Temporal.PlainDate).nullable(),
})

export type NieuwMandaat = z.infer<typeof NieuwMandaat>

/**
 * Enters a mandate in the register (ROL-13). Throws 404 for an unknown task or gemeente, 422 for an aanbieder's role, a role that
 * explicitly does not do it (ROL-15), a limit the task does not know, or an end before the start.
 */
export function geefMandaat(ctx: Context, invoer: NieuwMandaat): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'mandaat:wijzigen')
    const nieuw = NieuwMandaat.parse(invoer)
    const taak = await findTaak(ctx, nieuw.taak, nieuw.gemeente, ctx.today)
    keur(nieuw, taak)
    const { rows } = await sql<{
      id: string
    }>`insert into mandaat (regio_id, taak, rol, gemeente_code, grond, hoogste_cent,
        hoogste_maanden, geldig_vanaf, geldig_tot, vastgelegd_op, vastgelegd_door)
      select ${ctx.regioId}, ${nieuw.taak}, ${nieuw.rol}, ${nieuw.gemeente}::text, ${nieuw.grond}, ${nieuw.hoogsteCent}::bigint,
        ${nieuw.hoogsteMaanden}::int, ${nieuw.geldigVanaf}::date, ${nieuw.geldigTot}::date, ${ctx.now}::timestamptz, ${ctx.actor.naam}
      where ${nieuw.gemeente}::text is null
        or exists (select from gemeente where regio_id = ${ctx.regioId} and code = ${nieuw.gemeente})
      returning id`.execute(ctx.db)
    if (!rows[0]) throw notFound('Deze gemeente')
    await recordEvent(ctx, {
      soort: 'mandaat:gegeven',
      onderwerp: { type: 'mandaat', id: rows[0].id },
      gegevens: { ...nieuw, geldigVanaf: nieuw.geldigVanaf.toString(), geldigTot: nieuw.geldigTot?.toString() ?? null },
    })
    await vraagVolgen(ctx)
    return rows[0].id
  })
}

function keur(nieuw: NieuwMandaat, taak: Awaited<ReturnType<typeof findTaak>>) {
  if (nieuw.rol.startsWith('aanbieder') || nieuw.rol.includes('(')) {
    throw invalid('Een mandaat geldt voor een rol aan de kant van de opdrachtgever.')
  }
  if (taak.verdeling.some(({ rol, letter }) => rol === nieuw.rol && letter === 'N')) {
    throw invalid(`${rollen[nieuw.rol]} doet "${taak.naam}" uitdrukkelijk niet. Wijzig eerst de taakverdeling.`)
  }
  if (nieuw.hoogsteCent !== null && !taak.grensBedrag) throw invalid(`"${taak.naam}" kent geen grens in euro’s.`)
  if (nieuw.hoogsteMaanden !== null && !taak.grensMaanden) throw invalid(`"${taak.naam}" kent geen grens in maanden.`)
  if (nieuw.geldigTot && Temporal.PlainDate.compare(nieuw.geldigTot, nieuw.geldigVanaf) < 0) {
    throw invalid('De laatste dag ligt voor de eerste. Kies een latere laatste dag.')
  }
}
