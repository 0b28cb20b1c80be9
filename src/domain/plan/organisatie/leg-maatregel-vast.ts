import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { vraagVolgen } from '../kalender/vraag-volgen.ts'
import { leesOrganisatieregels } from './lees-regels.ts'
import type { MaatregelInvoer } from './maatregel.ts'
import { kiesModel } from './model.ts'
import { listModelversies } from './queries.ts'
import { zoekModel } from './regels.ts'

/**
 * Records a measure against a disadvantage or risk of the model that holds today (ORG-08): a known one, or one of our own. Throws 404
 * for somebody who is not there, 422 with the field as code.
 */
export function legMaatregelVast(ctx: Context, invoer: MaatregelInvoer): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'organisatie:bijhouden')
    const { soort, nadeelCode, maatregel, eigenaarId, uiterlijk } = invoer
    const versie = kiesModel(await listModelversies(ctx), soort, ctx.today)
    const model = versie && zoekModel(await leesOrganisatieregels(ctx), soort, versie.model)
    if (!model) throw invalid('Leg eerst vast welk model geldt.', 'nadeelCode')
    const bekend = model.nadelen.find(({ code }) => code === nadeelCode)
    if (nadeelCode !== '' && !bekend) throw invalid('Kies een nadeel van dit model.', 'nadeelCode')
    const nadeel = bekend?.tekst ?? invoer.nadeel
    if (nadeel === '') throw invalid('Kies een nadeel, of schrijf het zelf op.', 'nadeel')
    if (Temporal.PlainDate.compare(uiterlijk, ctx.today) < 0) {
      throw invalid('Kies een dag vanaf vandaag.', 'uiterlijk')
    }
    const { rows } = await sql<{
      id: string
    }>`insert into modelmaatregel (regio_id, soort, model, nadeel_code, nadeel, maatregel,
        eigenaar_id, uiterlijk, vastgelegd_op, vastgelegd_door)
      select ${ctx.regioId}, ${soort}, ${model.code}, ${bekend?.code ?? null}::text, ${nadeel}, ${maatregel}, g.id, ${uiterlijk}::date,
        ${ctx.now}::timestamptz, ${ctx.actor.naam}
      from gebruiker g where g.regio_id = ${ctx.regioId} and g.id = ${eigenaarId} and g.uitgeschakeld_op is null
        and not exists (select from roltoewijzing r where r.regio_id = g.regio_id and r.gebruiker_id = g.id and r.agb is not null
          and r.ingetrokken_op is null)
      returning id`.execute(ctx.db)
    if (!rows[0]) throw notFound('Deze collega')
    const { id } = rows[0]
    await recordEvent(ctx, {
      soort: 'modelmaatregel:vastgelegd',
      onderwerp: { type: 'modelmaatregel', id },
      gegevens: { soort, model: model.code, nadeel, maatregel, eigenaarId, uiterlijk: uiterlijk.toString() },
    })
    await vraagVolgen(ctx)
    return id
  })
}
