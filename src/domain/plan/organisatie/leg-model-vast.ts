import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { listGemeenten } from '../inrichting/queries.ts'
import { leesOrganisatieregels } from './lees-regels.ts'
import { lockOrganisatie } from './lock-organisatie.ts'
import { keurModel, type ModelInvoer } from './model.ts'
import { listModelversies } from './queries.ts'

/**
 * Records which model of positioning or of functions holds from a day on (ORG-05, ORG-07); what held before stays readable, and no
 * role of anybody changes. Throws 422, with the field as code.
 */
export function legModelVast(ctx: Context, invoer: ModelInvoer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'organisatie:wijzigen')
    await lockOrganisatie(ctx)
    const vorige = (await listModelversies(ctx)).find(({ soort }) => soort === invoer.soort)
    const fout = keurModel(await leesOrganisatieregels(ctx), invoer, { gemeenten: await listGemeenten(ctx), vorige })
    if (fout) throw invalid(fout.melding, fout.veld)
    const { soort, model, uitvoerder, geldigVanaf, besluit, reden } = invoer
    const { id } = await ctx.db
      .insertInto('organisatiemodel')
      .values({
        regioId: ctx.regioId,
        soort,
        model,
        centrumgemeenteCode: invoer.centrumgemeente || null,
        uitvoerder,
        geldigVanaf,
        besluit,
        reden,
        vastgelegdOp: ctx.now,
        vastgelegdDoor: ctx.actor.naam,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordEvent(ctx, {
      soort: 'organisatiemodel:vastgelegd',
      onderwerp: { type: 'organisatiemodel', id },
      gegevens: {
        reden,
        besluit,
        wijzigingen: [{ veld: soort, bij: geldigVanaf.toString(), oud: vorige?.model ?? null, nieuw: model }],
      },
    })
  })
}
