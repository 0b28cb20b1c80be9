import { isDeepStrictEqual } from 'node:util'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { listGemeenten } from '../inrichting/queries.ts'
import type { HarmonisatieInvoer } from './harmonisatie.ts'
import { lockOrganisatie } from './lock-organisatie.ts'
import { listHarmonisatie } from './queries.ts'

/**
 * Records what gemeenten do alike from a day on, and which of them (ORG-18); an earlier version of the subject stays readable. Throws
 * 404 for an unknown gemeente, 422 with the field as code.
 */
export function legHarmonisatieVast(ctx: Context, invoer: HarmonisatieInvoer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'organisatie:bijhouden')
    await lockOrganisatie(ctx)
    const { onderwerp, tekst, vindplaats, geldigVanaf } = invoer
    const gekozen = new Set(invoer.gemeenten)
    const gemeenten = (await listGemeenten(ctx)).map(({ code }) => code).filter((code) => gekozen.has(code))
    if (gemeenten.length < gekozen.size) throw notFound('Een van deze gemeenten')
    const vorige = (await listHarmonisatie(ctx)).find((een) => een.onderwerp.toLowerCase() === onderwerp.toLowerCase())
    if (vorige && Temporal.PlainDate.compare(geldigVanaf, vorige.geldigVanaf) < 0) {
      throw invalid('Er is al een afspraak met een latere ingangsdatum. Kies die dag of een dag erna.', 'geldigVanaf')
    }
    const kern = { tekst, vindplaats, gemeenten }
    if (
      vorige &&
      isDeepStrictEqual(kern, { tekst: vorige.tekst, vindplaats: vorige.vindplaats, gemeenten: vorige.gemeenten })
    ) {
      throw invalid('Dit is al zo afgesproken.', 'tekst')
    }
    const { id } = await ctx.db
      .insertInto('harmonisatieafspraak')
      .values({
        regioId: ctx.regioId,
        onderwerp,
        tekst,
        vindplaats,
        geldigVanaf,
        vastgelegdOp: ctx.now,
        vastgelegdDoor: ctx.actor.naam,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await ctx.db
      .insertInto('harmonisatieafspraakGemeente')
      .values(gemeenten.map((gemeenteCode) => ({ regioId: ctx.regioId, harmonisatieafspraakId: id, gemeenteCode })))
      .execute()
    await recordEvent(ctx, {
      soort: 'harmonisatieafspraak:vastgelegd',
      onderwerp: { type: 'harmonisatieafspraak', id },
      gegevens: {
        onderwerp,
        gemeenten,
        wijzigingen: [{ veld: 'tekst', bij: geldigVanaf.toString(), oud: vorige?.tekst ?? null, nieuw: tekst }],
      },
    })
  })
}
