import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import type { Bewaarsoort } from '../bewaarsoort.ts'
import { dagVan, lockRijen, wis, wisLogwaarden, wisTermijnen } from '../wis.ts'
import { documentenVan, wisDocumenten } from '../wis-documenten.ts'

/**
 * Escalations with steps, records, letters (and what lies of them in the file) and measures. One about an overeenkomst belongs to it (Selectielijst 2020, 16.1); any other is
 * supervision (12.1.5). One that was not closed, or with a measure that still runs, has no end; one
 * with a plan to improve waits for the plan.
 */
export const escalaties = escalatiesDie(true, ['escalatie bij een overeenkomst', 'escalaties bij overeenkomsten'])
export const escalatiesZonderOvereenkomst = escalatiesDie(false, [
  'escalatie buiten een overeenkomst',
  'escalaties buiten een overeenkomst',
])

function escalatiesDie(metOvereenkomst: boolean, woorden: [string, string]): Bewaarsoort {
  return {
    woorden,
    rijp: ({ regioId }, grens) => sql`select id, einde from (
        select e.id::text as id, greatest(${dagVan(sql`e.gesloten_op`)}, o.loopt_tot,
          (select max(coalesce(m.einde, ${metOvereenkomst ? sql`o.loopt_tot` : sql`'infinity'::date`})) from escalatie_maatregel m
            where m.regio_id = e.regio_id and m.escalatie_id = e.id)) as einde
        from escalatie e left join overeenkomst o on o.regio_id = e.regio_id and o.id = e.overeenkomst_id
        where e.regio_id = ${regioId} and e.gesloten_op < ${grens.add({ days: 1 })}::date::timestamp at time zone 'Europe/Amsterdam'
          and e.overeenkomst_id is ${metOvereenkomst ? sql`not null` : sql`null`}
          and not exists (select from verbeterplan v where v.regio_id = e.regio_id and v.escalatie_id = e.id)
      ) klaar where einde <= ${grens}`,
    inhoud: (ctx) => ({
      stappen: aantal(ctx, 'escalatie_stap'),
      stukken: aantal(ctx, 'escalatie_stuk'),
      brieven: aantal(ctx, 'escalatie_brief'),
      maatregelen: aantal(ctx, 'escalatie_maatregel'),
    }),
    perKeer: 200,
    lock: (ctx, ids) => lockRijen(ctx, 'escalatie', ids),
    async wis(ctx, ids) {
      const van = sql`x.escalatie_id = any(${ids}::uuid[])`
      await wisTermijnen(ctx, ids)
      for (const tabel of ['escalatie_voorstel', 'escalatie_termijn', 'escalatie_schorsing']) await wis(ctx, tabel, van)
      const stappen = await wis(ctx, 'escalatie_stap', van)
      const stukken = await wis(ctx, 'escalatie_stuk', van)
      const brieven = await wis(ctx, 'escalatie_brief', van)
      const maatregelen = await wis(ctx, 'escalatie_maatregel', van)
      const papier = await wisDocumenten(ctx, documentenVan('escalatie', ids))
      const aantallen = {
        escalaties: await wis(ctx, 'escalatie', sql`x.id = any(${ids}::uuid[])`),
        stappen,
        stukken,
        brieven,
        maatregelen,
        documenten: papier['documenten'] ?? 0,
        logwaarden: (papier['logwaarden'] ?? 0) + (await wisLogwaarden(ctx, 'escalatie', ids)),
      }
      return { aantallen }
    },
  }
}

const aantal = ({ regioId }: Context, tabel: string) =>
  sql`(select count(*) from ${sql.table(tabel)} x where x.regio_id = ${regioId} and x.escalatie_id::text in (select id from rijp))`
