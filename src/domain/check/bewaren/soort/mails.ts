import { sql, type RawBuilder } from 'kysely'
import type { Bewaarsoort } from '../bewaarsoort.ts'
import { dagVan, wis } from '../wis.ts'

/**
 * To which address a mail about a meeting, a consultation table or a plan went, and whether it arrived. That somebody was invited stays with
 * the meeting or the table, that a plan was asked with the plan. One about a day that is still to come has not ended.
 */
export const mails: Bewaarsoort = {
  woorden: [
    'mail over een gesprek, overlegtafel of verbeterplan',
    'mails over gesprekken, overlegtafels en verbeterplannen',
  ],
  rijp: ({ regioId }, grens) => sql`select id, einde from (
      select 'gesprek_bericht ' || b.id as id, greatest(${laatste}, g.datum) as einde from gesprek_bericht b
        join gesprek g on g.regio_id = b.regio_id and g.id = b.gesprek_id
        where b.regio_id = ${regioId} and ${voor(grens)} and ${WEG}
      union all
      select 'overlegtafel_bericht ' || b.id, greatest(${laatste}, t.datum, u.tot) from overlegtafel_bericht b
        left join overlegtafel t on t.regio_id = b.regio_id and t.id = b.overlegtafel_id
        left join overlegtafel_uitsluiting u on u.regio_id = b.regio_id and u.id = b.uitsluiting_id
        where b.regio_id = ${regioId} and ${voor(grens)} and ${WEG}
      union all
      select 'verbeterplan_bericht ' || b.id, greatest(${laatste}, v.uiterlijk) from verbeterplan_bericht b
        join verbeterplan v on v.regio_id = b.regio_id and v.id = b.verbeterplan_id
        where b.regio_id = ${regioId} and ${voor(grens)} and ${WEG}
    ) klaar where einde <= ${grens}`,
  inhoud: () => ({}),
  perKeer: 5_000,
  async wis(ctx, ids) {
    let aantal = 0
    for (const tabel of ['gesprek_bericht', 'overlegtafel_bericht', 'verbeterplan_bericht']) {
      const van = ids.flatMap((id) => (id.startsWith(`${tabel} `) ? [id.slice(tabel.length + 1)] : []))
      aantal += await wis(ctx, tabel, sql`x.id = any(${van}::uuid[])`)
    }
    return { aantallen: { mails: aantal } }
  },
}

// one that was neither sent nor given up is still on its way
const WEG = sql`(b.verzonden_op is not null or b.mislukt_op is not null)`
const laatste = dagVan(sql`coalesce(b.verzonden_op, b.mislukt_op)`)
const voor = (grens: Temporal.PlainDate): RawBuilder<unknown> =>
  sql`b.gevraagd_op < ${grens.add({ days: 1 })}::date::timestamp at time zone 'Europe/Amsterdam'`
