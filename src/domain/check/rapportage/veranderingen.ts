import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

const HOOGSTENS = 1000

/** Acts of one kind by one person on one day; subject and values (JSON text) are those of the last of them. */
export type Verandering = {
  tijdstip: Temporal.Instant
  actorNaam: string
  soort: string
  onderwerpType: string
  onderwerpId: string
  waarden: string | null
  aantal: number
}

/** What others did since `sinds`, newest first. Looks at the newest thousand acts, gives at most forty lines. */
export async function listVeranderingen(ctx: Context, sinds: Temporal.Instant): Promise<Verandering[]> {
  const { rows } = await sql<Verandering>`
    with recent as (
      select * from audit_regel where regio_id = ${ctx.regioId} order by volgnr desc limit ${HOOGSTENS}
    ), per as (
      select max(volgnr) as volgnr, count(*)::int as aantal from recent
      where tijdstip > ${sinds.toString()}::timestamptz and actor_id <> ${ctx.actor.id}
      group by actor_id, soort, (tijdstip at time zone 'Europe/Amsterdam')::date
    )
    select r.tijdstip, r.actor_naam, r.soort, r.onderwerp_type, r.onderwerp_id, w.waarden, p.aantal
    from per p join recent r using (volgnr)
    left join audit_waarden w on w.regio_id = ${ctx.regioId} and w.volgnr = p.volgnr
    order by r.volgnr desc limit 40`.execute(ctx.db)
  return rows
}
