import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { enqueue } from '../../jobs.ts'
import { kiesOntvangers, type Ontvanger } from '../overlegtafel/kies-ontvangers.ts'
import type { Berichtsoort } from './planmail.ts'

type Wie = { naam: string; email: string }

/** Tells the contactpersonen of the aanbieder that a plan is asked (CTR-04: of the overeenkomst first). Gives how many mails. */
export async function vertelVraag(
  ctx: Context,
  { id, aanbiederId, overeenkomstId }: { id: string; aanbiederId: string; overeenkomstId: string | null },
): Promise<number> {
  const { rows } = await sql<Ontvanger>`select c.naam, c.email,
      not exists (select from contactpersoon_overeenkomst b where b.regio_id = c.regio_id and b.contactpersoon_id = c.id) as vrij,
      exists (select from contactpersoon_overeenkomst b where b.regio_id = c.regio_id and b.contactpersoon_id = c.id
        and b.overeenkomst_id = ${overeenkomstId}::uuid) as gebonden
    from contactpersoon c where c.regio_id = ${ctx.regioId} and c.aanbieder_id = ${aanbiederId} order by c.naam, c.id`.execute(
    ctx.db,
  )
  return vraagMails(ctx, id, 'gevraagd', kiesOntvangers(rows))
}

/**
 * Tells who was told of a plan that it is no longer asked. A mail that did not go yet stays here: who never heard of the plan need not
 * hear that it is gone.
 */
export async function vertelIntrekking(ctx: Context, id: string): Promise<number> {
  await sql`update verbeterplan_bericht set mislukt_op = ${ctx.now}, laatste_fout = 'het plan is ingetrokken'
    where regio_id = ${ctx.regioId} and verbeterplan_id = ${id} and verzonden_op is null and mislukt_op is null`.execute(
    ctx.db,
  )
  const { rows } = await sql<Wie>`select distinct on (lower(email)) naam, email from verbeterplan_bericht
    where regio_id = ${ctx.regioId} and verbeterplan_id = ${id} and soort = 'gevraagd' and verzonden_op is not null
    order by lower(email), id`.execute(ctx.db)
  return vraagMails(ctx, id, 'ingetrokken', rows)
}

async function vraagMails(ctx: Context, planId: string, soort: Berichtsoort, wie: readonly Wie[]): Promise<number> {
  for (const { naam, email } of wie) {
    const { rows } = await sql<{
      id: string
    }>`insert into verbeterplan_bericht (regio_id, verbeterplan_id, soort, naam, email, gevraagd_op)
      values (${ctx.regioId}, ${planId}, ${soort}, ${naam}, ${email}, ${ctx.now}) returning id`.execute(ctx.db)
    await enqueue(ctx, 'verstuur-planbericht', { regioId: ctx.regioId, berichtId: rows[0]!.id })
  }
  return wie.length
}
