import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { TIJDZONE } from '../../../platform/clock.ts'
import { within } from '../../../platform/transaction.ts'
import { houdersVan } from '../../rechten.ts'
import { zietKleineAantallen } from '../../rechten/kleine-aantallen.ts'
import { zicht } from '../../rechten/zicht.ts'

const HOOGSTENS = 1000
const HOOGSTENS_DAGEN = 100

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

/**
 * What others did since `sinds`, newest first. Looks at the newest thousand acts, gives at most forty lines. Of who does not work with
 * cases, acts on a bevinding he does not see are not there, not even as one of several: that it is there is a judgement about few
 * clients (S44, besluit 017). For the same reason he is not told that establishing made bevindingen: how many acts that were depends on
 * those he does not see; those he sees stand in the list.
 */
export async function listVeranderingen(ctx: Context, sinds: Temporal.Instant): Promise<Verandering[]> {
  const zichtbaar = zietKleineAantallen(ctx.actor)
    ? sql``
    : sql`and soort <> 'bevinding:gemaakt' and (onderwerp_type <> 'bevinding' or exists (select from bevinding b
        where b.id = case when onderwerp_type = 'bevinding' then onderwerp_id::uuid end and ${zicht(ctx, 'bevinding:lezen').bevinding('b')}))`
  // In the scope of that right: row-level security asks the same.
  const { rows } = await within(ctx, houdersVan(ctx.actor, 'bevinding:lezen'), () =>
    prepared(sql<Verandering>`
    with per as (
      select max(volgnr) as volgnr, count(*)::int as aantal
      from (select volgnr, tijdstip, actor_id, soort from audit_regel where regio_id = ${ctx.regioId} ${zichtbaar}
        order by volgnr desc limit ${sql.lit(HOOGSTENS)}) as recent
      where tijdstip > ${sinds.toString()}::timestamptz and actor_id <> ${ctx.actor.id}
      group by actor_id, soort, ${dag(sinds, ctx.now)}
      order by 1 desc limit 40
    )
    select r.tijdstip, r.actor_naam, r.soort, r.onderwerp_type, r.onderwerp_id, w.waarden, p.aantal
    from per p
    join audit_regel r on r.regio_id = ${ctx.regioId} and r.volgnr = p.volgnr
    left join audit_waarden w on w.regio_id = ${ctx.regioId} and w.volgnr = p.volgnr
    order by r.volgnr desc`).execute(ctx.db),
  )
  return rows
}

/** Something that is the same for moments of one Dutch day. Looking a moment up between midnights costs a third of turning it into a date. */
function dag(sinds: Temporal.Instant, nu: Temporal.Instant) {
  const [van, tot] = [sinds, nu].map((op) => op.toZonedDateTimeISO(TIJDZONE).toPlainDate()) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
  ]
  const dagen = van.until(tot).days + 1
  if (dagen < 1 || dagen > HOOGSTENS_DAGEN) return sql`(tijdstip at time zone ${sql.lit(TIJDZONE)})::date`
  const middernachten = Array.from({ length: dagen }, (_, i) =>
    van
      .add({ days: i + 1 })
      .toZonedDateTime(TIJDZONE)
      .toInstant(),
  )
  return sql`width_bucket(tijdstip, ${middernachten}::timestamptz[])`
}
