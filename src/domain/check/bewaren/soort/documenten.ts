import { sql } from 'kysely'
import type { Bewaarsoort } from '../bewaarsoort.ts'
import { lockRijen } from '../wis.ts'
import { wisDocumenten } from '../wis-documenten.ts'

/**
 * Documents that were added to a file, with every version. One about an overeenkomst belongs to it (Selectielijst 2020, 16.1); any other is
 * supervision (12.1.5), and that of an aanbieder has no end while one of its overeenkomsten runs [D]. What was made of a letter, a meeting or an
 * escalation goes with that: alone it would be made again (besluit 033).
 */
export const documenten = documentenDie(true, ['document bij een overeenkomst', 'documenten bij overeenkomsten'])
export const documentenZonderOvereenkomst = documentenDie(false, [
  'document buiten een overeenkomst',
  'documenten buiten een overeenkomst',
])

function documentenDie(metOvereenkomst: boolean, woorden: [string, string]): Bewaarsoort {
  const over = metOvereenkomst ? sql`o.id = d.overeenkomst_id` : sql`o.aanbieder_id = d.aanbieder_id`
  return {
    woorden,
    rijp: ({ regioId }, grens) => sql`select id, einde from (
        select d.id::text as id, greatest(d.datum, (d.toegevoegd_op at time zone 'Europe/Amsterdam')::date,
          (select max((v.toegevoegd_op at time zone 'Europe/Amsterdam')::date) from documentversie v
            where v.regio_id = d.regio_id and v.document_id = d.id),
          (select max(o.loopt_tot) from overeenkomst o where o.regio_id = d.regio_id and ${over})) as einde
        from document d where d.regio_id = ${regioId} and d.datum <= ${grens}
          and (d.onderwerp is null or d.onderwerp not in ('brief', 'escalatie', 'gesprek'))
          and not exists (select from brief_ontvanger b where b.regio_id = d.regio_id and b.document_id = d.id)
          and d.overeenkomst_id is ${metOvereenkomst ? sql`not null` : sql`null`}
      ) klaar where einde <= ${grens}`,
    inhoud: ({ regioId }) => ({
      versies: sql`(select count(*) from documentversie x where x.regio_id = ${regioId} and x.document_id::text in (select id from rijp))`,
    }),
    perKeer: 200,
    lock: (ctx, ids) => lockRijen(ctx, 'document', ids),
    async wis(ctx, ids) {
      return { aantallen: await wisDocumenten(ctx, sql`x.id = any(${ids}::uuid[])`) }
    },
  }
}
