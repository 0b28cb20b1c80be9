import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { enqueueAll } from '../../jobs.ts'
import { kiesOntvangers, type Ontvanger } from './kies-ontvangers.ts'
import type { Berichtsoort } from './tafelmail.ts'

type Over =
  | { soort: Berichtsoort; overlegtafelId: string; aan: 'genodigden' | 'relevanten' | { aanbiederId: string } }
  | { soort: Berichtsoort; uitsluitingId: string; aan: { aanbiederId: string } }

/** Asks for mails to the contactpersonen of these aanbieders, in the running transaction; the queue sends them. */
export async function stuurBerichten(ctx: Context, over: Over): Promise<void> {
  const tafelId = 'overlegtafelId' in over ? over.overlegtafelId : null
  const wie =
    over.aan === 'genodigden'
      ? sql`select d.aanbieder_id from overlegtafel_deelname d where d.regio_id = ${ctx.regioId}
          and d.overlegtafel_id = ${tafelId} and d.ingetrokken_op is null`
      : over.aan === 'relevanten'
        ? sql`select k.aanbieder_id from overlegtafel_kandidaat k where k.regio_id = ${ctx.regioId} and k.overlegtafel_id = ${tafelId}`
        : sql`select ${over.aan.aanbiederId}::uuid`
  const { rows } = await sql<Ontvanger & { aanbiederId: string }>`
    select c.aanbieder_id, c.naam, c.email,
      not exists (select from contactpersoon_overeenkomst b where b.regio_id = c.regio_id and b.contactpersoon_id = c.id) as vrij,
      exists (select from contactpersoon_overeenkomst b
        join overeenkomst_product op on op.regio_id = b.regio_id and op.overeenkomst_id = b.overeenkomst_id
        join product p on p.regio_id = op.regio_id and p.id = op.product_id
        join overlegtafel_product t on t.regio_id = p.regio_id and t.categorie = p.categorie and t.overlegtafel_id = ${tafelId}
        where b.regio_id = c.regio_id and b.contactpersoon_id = c.id) as gebonden
    from contactpersoon c where c.regio_id = ${ctx.regioId} and c.aanbieder_id in (${wie}) order by c.naam, c.id`.execute(
    ctx.db,
  )
  const ontvangers = [...Map.groupBy(rows, ({ aanbiederId }) => aanbiederId).values()].flatMap(kiesOntvangers)
  await insertBerichten(ctx, over, ontvangers)
}

/** Asks for mails to these addresses. */
export async function insertBerichten(
  ctx: Context,
  over: { soort: Berichtsoort } & ({ overlegtafelId: string } | { uitsluitingId: string }),
  ontvangers: readonly { naam: string; email: string; aanbiederId: string | null }[],
): Promise<void> {
  if (ontvangers.length === 0) return
  const ids = await ctx.db
    .insertInto('overlegtafelBericht')
    .values(
      ontvangers.map(({ naam, email, aanbiederId }) => ({
        regioId: ctx.regioId,
        soort: over.soort,
        overlegtafelId: 'overlegtafelId' in over ? over.overlegtafelId : null,
        uitsluitingId: 'uitsluitingId' in over ? over.uitsluitingId : null,
        aanbiederId,
        naam,
        email,
        gevraagdOp: ctx.now,
      })),
    )
    .returning('id')
    .execute()
  await enqueueAll(
    ctx,
    'verstuur-tafelbericht',
    ids.map(({ id }) => ({ payload: { regioId: ctx.regioId, berichtId: id } })),
  )
}
