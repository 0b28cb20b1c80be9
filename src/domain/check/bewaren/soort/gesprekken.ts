import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import type { Bewaarsoort } from '../bewaarsoort.ts'
import { dagVan, lockRijen, wis, wisLogwaarden, wisTermijnen } from '../wis.ts'
import { documentenVan, wisDocumenten } from '../wis-documenten.ts'

/**
 * Meetings with agenda, minutes (and what lies of them in the file), reactions, reports and actions. One about overeenkomsten belongs to them (Selectielijst 2020, 16.1); any
 * other is supervision (12.1.5). A meeting that nobody finished or cancelled, with an action that
 * still runs, or held for a case that runs, has no end.
 */
export const gesprekken = gesprekkenDie(true, ['gesprek over een overeenkomst', 'gesprekken over overeenkomsten'])
export const gesprekkenZonderOvereenkomst = gesprekkenDie(false, [
  'gesprek buiten een overeenkomst',
  'gesprekken buiten een overeenkomst',
])

function gesprekkenDie(metOvereenkomst: boolean, woorden: [string, string]): Bewaarsoort {
  const over = sql`from gesprek_overeenkomst x join overeenkomst o on o.regio_id = x.regio_id and o.id = x.overeenkomst_id
    where x.regio_id = g.regio_id and x.gesprek_id = g.id`
  return {
    woorden,
    rijp: ({ regioId }, grens) => sql`select id, einde from (
        select g.id::text as id, greatest(g.datum, ${dagVan(sql`coalesce(g.definitief_op, g.geannuleerd_op)`)},
          (select max(${dagVan(sql`coalesce(x.vervallen_op, x.geaccepteerd_op)`)}) from actie x
            where x.regio_id = g.regio_id and x.gesprek_id = g.id),
          (select max(o.loopt_tot) ${over})) as einde
        from gesprek g where g.regio_id = ${regioId} and g.datum <= ${grens}
          and (g.definitief_op is not null or g.geannuleerd_op is not null)
          and not exists (select from actie x where x.regio_id = g.regio_id and x.gesprek_id = g.id
            and x.vervallen_op is null and x.geaccepteerd_op is null)
          and not exists (select from escalatie e where e.regio_id = g.regio_id and e.id = g.escalatie_id and e.gesloten_op is null)
          and not exists (select from verbeterplan v where v.regio_id = g.regio_id and v.gesprek_id = g.id)
          and ${metOvereenkomst ? sql`exists (select ${over})` : sql`not exists (select ${over})`}
      ) klaar where einde <= ${grens}`,
    inhoud: (ctx) => ({
      agendapunten: aantal(ctx, 'agendapunt'),
      besluiten: aantal(ctx, 'gesprek_besluit'),
      acties: aantal(ctx, 'actie'),
      verslagen: aantal(ctx, 'verslagversie'),
    }),
    perKeer: 200,
    lock: (ctx, ids) => lockRijen(ctx, 'gesprek', ids),
    async wis(ctx, ids) {
      const van = sql`x.gesprek_id = any(${ids}::uuid[])`
      const punten = sql`select p.id from agendapunt p where p.regio_id = ${ctx.regioId} and p.gesprek_id = any(${ids}::uuid[])`
      const acties = await sql<{ id: string }>`select x.id::text from actie x
        where x.regio_id = ${ctx.regioId} and ${van}`.execute(ctx.db)
      const actieIds = acties.rows.map(({ id }) => id)
      // an item that was carried over stays on the later agenda, without where it came from
      await sql`update agendapunt x set van_punt_id = null
        where x.regio_id = ${ctx.regioId} and x.van_punt_id in (${punten})`.execute(ctx.db)
      await wisTermijnen(ctx, [...ids, ...actieIds])
      for (const tabel of ['actie', 'verslagtekst', 'verslagreactie', 'rapportagedeel', 'gesprek_bericht']) {
        await wis(ctx, tabel, van)
      }
      const besluiten = await wis(ctx, 'gesprek_besluit', van)
      const verslagen = await wis(ctx, 'verslagversie', van)
      const agendapunten = await wis(ctx, 'agendapunt', van)
      for (const tabel of ['deelnemer', 'gesprek_verplaatsing', 'gesprek_overeenkomst']) await wis(ctx, tabel, van)
      const stukken = await wisDocumenten(ctx, documentenVan('gesprek', ids))
      const aantallen = {
        gesprekken: await wis(ctx, 'gesprek', sql`x.id = any(${ids}::uuid[])`),
        agendapunten,
        besluiten,
        acties: actieIds.length,
        verslagen,
        documenten: stukken['documenten'] ?? 0,
        logwaarden:
          (stukken['logwaarden'] ?? 0) +
          (await wisLogwaarden(ctx, 'gesprek', ids)) +
          (await wisLogwaarden(ctx, 'actie', actieIds)),
      }
      return { aantallen }
    },
  }
}

const aantal = ({ regioId }: Context, tabel: string) =>
  sql`(select count(*) from ${sql.table(tabel)} x where x.regio_id = ${regioId} and x.gesprek_id::text in (select id from rijp))`
