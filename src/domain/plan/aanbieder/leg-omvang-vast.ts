import { sql } from 'kysely'
import { z } from 'zod'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'
import { authorize } from '../../rechten.ts'
import { findAanbieder } from './queries.ts'

const geheel = (melding: string, max: number) =>
  z
    .string()
    .trim()
    .regex(/^[0-9]{1,7}$/, melding)
    .transform(Number)
    .refine((n) => n <= max, melding)

export const OmvangInvoer = z.object({
  jaar: geheel('Vul een jaar in, bijvoorbeeld 2026', 2100),
  medewerkers: geheel('Vul een heel getal in van ten hoogste 1000000', 1_000_000),
  toelichting: vrijeTekst(300).pipe(z.string().min(1, 'Noem waar dit aantal vandaan komt')),
})

export type OmvangInvoer = z.infer<typeof OmvangInvoer>

/**
 * Writes down the number of employees of an aanbieder in a year (CTR-08), with where it comes from. What a person wrote stands: a file
 * that is read in later leaves it. Throws 404, or 422 for a year that has not begun or lies before 2000.
 */
export function legOmvangVast(ctx: Context, aanbiederId: string, invoer: OmvangInvoer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'aanbieder:wijzigen')
    await findAanbieder(ctx, aanbiederId)
    const { jaar, medewerkers, toelichting } = invoer
    if (jaar < 2000 || jaar > ctx.today.year) {
      throw invalid(`Kies een jaar van 2000 tot en met ${ctx.today.year}.`, 'jaar')
    }
    const { rows } = await sql<{ medewerkers: number }>`select medewerkers from aanbieder_omvang
      where regio_id = ${ctx.regioId} and aanbieder_id = ${aanbiederId} and jaar = ${jaar} for update`.execute(ctx.db)
    await sql`insert into aanbieder_omvang (regio_id, aanbieder_id, jaar, medewerkers, bron, toelichting, vastgelegd_op, vastgelegd_door)
      values (${ctx.regioId}, ${aanbiederId}, ${jaar}, ${medewerkers}, 'hand', ${toelichting}, ${ctx.now.toString()}::timestamptz,
        ${ctx.actor.naam})
      on conflict (regio_id, aanbieder_id, jaar) do update set medewerkers = excluded.medewerkers, bron = excluded.bron,
        toelichting = excluded.toelichting, vastgelegd_op = excluded.vastgelegd_op, vastgelegd_door = excluded.vastgelegd_door`.execute(
      ctx.db,
    )
    // the list and the card show this year's
    if (jaar === ctx.today.year) {
      await sql`update aanbieder set medewerkers = ${medewerkers} where regio_id = ${ctx.regioId} and id = ${aanbiederId}`.execute(
        ctx.db,
      )
    }
    const oud = rows[0] ? String(rows[0].medewerkers) : null
    await recordEvent(ctx, {
      soort: 'omvang:vastgelegd',
      onderwerp: { type: 'aanbieder', id: aanbiederId },
      gegevens: {
        toelichting,
        wijzigingen: [{ veld: 'medewerkers', bij: String(jaar), oud, nieuw: String(medewerkers) }],
      },
    })
  })
}
