import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { listGemeenten } from '../inrichting/queries.ts'
import { lockOrganisatie } from './lock-organisatie.ts'
import { listSamenwerking } from './queries.ts'
import type { SamenwerkingInvoer } from './samenwerking.ts'

/**
 * Records what was agreed with the policy advisers or wijkteams of a gemeente, from a day on (ORG-17); what was agreed before stays
 * readable. Throws 404 for an unknown gemeente, 422 with the field as code.
 */
export function legSamenwerkingVast(ctx: Context, invoer: SamenwerkingInvoer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'organisatie:bijhouden')
    await lockOrganisatie(ctx)
    const { gemeente, met, onderwerp, tekst, vindplaats, geldigVanaf } = invoer
    if (!(await listGemeenten(ctx)).some(({ code }) => code === gemeente)) throw notFound('Deze gemeente')
    const vorige = (await listSamenwerking(ctx)).find(
      (een) => een.gemeente === gemeente && een.met === met && een.onderwerp === onderwerp,
    )
    if (vorige && Temporal.PlainDate.compare(geldigVanaf, vorige.geldigVanaf) < 0) {
      throw invalid('Er is al een afspraak met een latere ingangsdatum. Kies die dag of een dag erna.', 'geldigVanaf')
    }
    if (vorige?.tekst === tekst && vorige.vindplaats === vindplaats) {
      throw invalid('Dit is al zo afgesproken.', 'tekst')
    }
    const { id } = await ctx.db
      .insertInto('samenwerkingsafspraak')
      .values({
        regioId: ctx.regioId,
        gemeenteCode: gemeente,
        met,
        onderwerp,
        tekst,
        vindplaats,
        geldigVanaf,
        vastgelegdOp: ctx.now,
        vastgelegdDoor: ctx.actor.naam,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordEvent(ctx, {
      soort: 'samenwerkingsafspraak:vastgelegd',
      onderwerp: { type: 'samenwerkingsafspraak', id },
      gegevens: {
        gemeente,
        met,
        onderwerp,
        wijzigingen: [{ veld: 'tekst', bij: geldigVanaf.toString(), oud: vorige?.tekst ?? null, nieuw: tekst }],
      },
    })
  })
}
