import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { enqueueAll } from '../../jobs.ts'
import type { Berichtsoort } from './gespreksmail.ts'

// As long as a mail about a meeting is worth sending.
const UITERLIJK = { hours: 72 }

/**
 * Puts a mail about a meeting in the queue for who is asked to it and has an address; `alleen` names the participants. Gives how many.
 */
export async function stuurBerichten(
  ctx: Context,
  gesprekId: string,
  soort: Berichtsoort,
  alleen: { ids?: readonly string[]; hoedanigheid?: 'aanbieder'; uitgenodigd?: boolean } = {},
): Promise<number> {
  const { rows } = await sql<{
    id: string
  }>`insert into gesprek_bericht (regio_id, gesprek_id, deelnemer_id, soort, gevraagd_op, uiterlijk_op)
    select d.regio_id, d.gesprek_id, d.id, ${soort}, ${ctx.now}::timestamptz, ${ctx.now.add(UITERLIJK)}::timestamptz
    from deelnemer d left join gebruiker u on u.regio_id = d.regio_id and u.id = d.gebruiker_id
    where d.regio_id = ${ctx.regioId} and d.gesprek_id = ${gesprekId} and coalesce(u.email, d.email) <> ''
      and (${alleen.ids ?? null}::uuid[] is null or d.id = any(${alleen.ids ?? null}::uuid[]))
      and (${alleen.hoedanigheid ?? null}::text is null or d.hoedanigheid = ${alleen.hoedanigheid ?? null})
      and (${alleen.uitgenodigd !== true} or exists (select from gesprek_bericht b where b.regio_id = d.regio_id
        and b.deelnemer_id = d.id and b.soort = 'uitnodiging'))
    returning id`.execute(ctx.db)
  await enqueueAll(
    ctx,
    'verstuur-gespreksbericht',
    rows.map(({ id }) => ({ payload: { regioId: ctx.regioId, berichtId: id } })),
  )
  return rows.length
}
