import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { vraagVolgen } from '../../plan/kalender/vraag-volgen.ts'
import { vereisMandaat } from '../../plan/bezetting/vereis-mandaat.ts'
import { eisLopendeZaak } from './eis-lopende-zaak.ts'
import type { Gespreksinvoer } from './gesprek.ts'
import { kiesPartij } from './kies-partij.ts'
import { kiesSjabloon, kiesSoort, leesGespreksregels } from './lees-gespreksregels.ts'
import { voegDeelnemersToe } from './voeg-deelnemers-toe.ts'
import { volgGesprekken } from './volg-gesprekken.ts'
import { vulAgenda } from './vul-agenda.ts'

/**
 * Plans a meeting and fills its agenda (GES-01, GES-05, GES-06, CLS-12, PLN-07, ORG-16); gives its id. Throws 422 when kind and party do
 * not fit, 404 for an aanbieder, overeenkomst, case or person that is not there, 409 for a case that is closed, 403 for a measure without mandate.
 */
export function planGesprek(ctx: Context, invoer: Gespreksinvoer): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gesprek:plannen')
    const { id: regelsetdeelId, regels } = await leesGespreksregels(ctx)
    const soort = kiesSoort(regels, invoer.soort)
    if (soort.maatregel) await vereisMandaat(ctx, { taak: soort.maatregel, gemeenten: [] })
    const partij = await kiesPartij(ctx, soort, invoer)
    const zaak = invoer.escalatieId === '' ? null : await eisLopendeZaak(ctx, invoer.escalatieId, partij.aanbiederId)
    const { datum, begintijd, eindtijd, plaats, wijze } = invoer
    const { id } = await ctx.db
      .insertInto('gesprek')
      .values({
        regioId: ctx.regioId,
        soort: soort.code,
        titel: invoer.titel || [soort.naam, partij.naam].filter(Boolean).join(' ').slice(0, 200),
        teltMee: soort.teltMee,
        regelsetdeelId,
        aanbiederId: partij.aanbiederId,
        agb: partij.agb,
        gemeenteCode: partij.gemeenteCode,
        datum,
        begintijd,
        eindtijd,
        plaats,
        wijze,
        eigenaarId: partij.eigenaarId,
        escalatieId: zaak,
        geplandOp: ctx.now,
        geplandDoor: ctx.actor.naam,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (partij.overeenkomstIds.length > 0) {
      await ctx.db
        .insertInto('gesprekOvereenkomst')
        .values(
          partij.overeenkomstIds.map((overeenkomstId) => ({ regioId: ctx.regioId, gesprekId: id, overeenkomstId })),
        )
        .execute()
    }
    await voegDeelnemersToe(ctx, id, { ...partij, ...invoer, aanbiederId: partij.aanbiederId })
    await vulAgenda(ctx, { id, soort: soort.code, escalatieId: zaak, ...partij }, kiesSjabloon(regels, soort.sjabloon))
    await volgGesprekken(ctx, id)
    await vraagVolgen(ctx)
    await recordEvent(ctx, {
      soort: 'gesprek:gepland',
      onderwerp: { type: 'gesprek', id },
      gegevens: {
        soort: soort.code,
        datum: datum.toString(),
        aanbiederId: partij.aanbiederId,
        gemeenteCode: partij.gemeenteCode,
        ...(zaak !== null && { escalatieId: zaak }),
      },
    })
    return id
  })
}
