import { isDeepStrictEqual } from 'node:util'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize, rollen } from '../../rechten.ts'
import { vereisMandaat } from '../bezetting/vereis-mandaat.ts'
import { leesOrganisatieregels } from './lees-regels.ts'
import { lockOrganisatie } from './lock-organisatie.ts'
import type { OpdrachtInvoer } from './opdracht.ts'
import { listOpdrachten } from './queries.ts'

/**
 * The opdrachtgever says what contract management is asked to do in a year, and with which priority among the core tasks (ROL-11).
 * An earlier one of the year stays readable. Throws 403 without the right or the mandate, 422 when nothing differs.
 */
export function geefOpdracht(ctx: Context, { jaar, tekst, prioriteiten }: OpdrachtInvoer): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'opdracht:geven')
    const { als } = await vereisMandaat(ctx, { taak: 'opdracht-geven', gemeenten: [] })
    await lockOrganisatie(ctx)
    const bekend = new Set((await leesOrganisatieregels(ctx)).kerntaken.map(({ code }) => code))
    if (Object.keys(prioriteiten).some((code) => !bekend.has(code))) {
      throw invalid('Kies een prioriteit bij de kerntaken van de regio.', 'tekst')
    }
    const [vorige] = await listOpdrachten(ctx, jaar)
    if (vorige && vorige.tekst === tekst && isDeepStrictEqual(vorige.prioriteiten, prioriteiten)) {
      throw invalid('Deze opdracht geldt al.', 'tekst')
    }
    const { id } = await ctx.db
      .insertInto('opdracht')
      .values({
        regioId: ctx.regioId,
        jaar,
        tekst,
        prioriteiten: JSON.stringify(prioriteiten),
        gegevenOp: ctx.now,
        gegevenDoor: ctx.actor.naam,
        gegevenAls: rollen[als],
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordEvent(ctx, {
      soort: 'opdracht:gegeven',
      onderwerp: { type: 'opdracht', id },
      gegevens: { jaar, als, oud: vorige?.prioriteiten ?? null, nieuw: prioriteiten },
    })
    return id
  })
}
