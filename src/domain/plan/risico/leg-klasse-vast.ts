import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { findAanbieder } from '../aanbieder/queries.ts'
import type { KlasseInvoer } from './klasse.ts'
import { listKlassen } from './list-klassen.ts'

/**
 * Sets the class of an aanbieder by hand from a day on (CLS-01, CLS-08); what was set before stays readable. Throws 404, or 422 for
 * a day before the newest version or when nothing changes.
 */
export function legKlasseVast(ctx: Context, aanbiederId: string, invoer: KlasseInvoer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'klasse:vastleggen')
    const { agb } = await findAanbieder(ctx, aanbiederId)
    // one at a time: the newest version is what the next one is compared with
    await ctx.db
      .selectFrom('aanbieder')
      .select('id')
      .where('regioId', '=', ctx.regioId)
      .where('id', '=', aanbiederId)
      .forUpdate()
      .execute()
    const [vorige] = await listKlassen(ctx, aanbiederId)
    const { klasse, geldigVanaf, reden } = invoer
    if (vorige && Temporal.PlainDate.compare(geldigVanaf, vorige.geldigVanaf) < 0) {
      throw invalid('Er is al een klasse met een latere ingangsdatum. Kies die dag of een dag erna.', 'geldigVanaf')
    }
    if (vorige?.klasse === klasse) {
      throw invalid('De aanbieder heeft deze klasse al.', 'klasse')
    }
    await ctx.db
      .insertInto('aanbiederKlasse')
      .values({
        regioId: ctx.regioId,
        aanbiederId,
        agb,
        klasse,
        geldigVanaf,
        reden,
        vastgelegdOp: ctx.now,
        vastgelegdDoor: ctx.actor.naam,
      })
      .execute()
    await recordEvent(ctx, {
      soort: 'klasse:vastgelegd',
      onderwerp: { type: 'aanbieder', id: aanbiederId },
      gegevens: {
        reden,
        wijzigingen: [
          {
            veld: 'klasse',
            bij: geldigVanaf.toString(),
            oud: vorige ? String(vorige.klasse) : null,
            nieuw: String(klasse),
          },
        ],
      },
    })
  })
}
