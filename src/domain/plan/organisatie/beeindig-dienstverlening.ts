import { z } from 'zod'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { vraagVolgen } from '../kalender/vraag-volgen.ts'
import { dag, tekst } from './invoer.ts'
import { eisOpen } from './leg-dienstverlening-vast.ts'
import { lockOrganisatie } from './lock-organisatie.ts'
import { listDienstverlening } from './queries.ts'

export const Beeindiging = z.object({
  versie: z.coerce.number('Ververs de pagina').int(),
  einddatum: dag,
  reden: tekst(1000, 'Schrijf op waarom de overeenkomst eindigt'),
})
export type Beeindiging = z.output<typeof Beeindiging>

/**
 * Ends an agreement with a partner on a day before its own last day (ORG-06). Throws 404, 409 when it was ended or changed since, 422
 * with the field as code when the day lies before the first or after the last.
 */
export function beeindigDienstverlening(ctx: Context, id: string, { versie, einddatum, reden }: Beeindiging) {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'organisatie:bijhouden')
    await lockOrganisatie(ctx)
    const oud = (await listDienstverlening(ctx)).find((een) => een.id === id)
    eisOpen(oud, versie)
    if (Temporal.PlainDate.compare(einddatum, oud.begindatum) < 0) {
      throw invalid('De laatste dag ligt voor de eerste. Kies een latere dag.', 'einddatum')
    }
    if (oud.einddatum && Temporal.PlainDate.compare(einddatum, oud.einddatum) > 0) {
      throw invalid('De overeenkomst eindigt al eerder. Kies een dag daarvoor, of wijzig de overeenkomst.', 'einddatum')
    }
    await ctx.db
      .updateTable('dienstverleningsovereenkomst')
      .set({ einddatum, beeindigdOp: ctx.now, beeindigingReden: reden, versie: oud.versie + 1 })
      .where('regioId', '=', ctx.regioId)
      .where('id', '=', id)
      .execute()
    await recordEvent(ctx, {
      soort: 'dienstverlening:beeindigd',
      onderwerp: { type: 'dienstverlening', id },
      gegevens: {
        reden,
        wijzigingen: [{ veld: 'einddatum', oud: oud.einddatum?.toString() ?? null, nieuw: einddatum.toString() }],
      },
    })
    await vraagVolgen(ctx)
  })
}
