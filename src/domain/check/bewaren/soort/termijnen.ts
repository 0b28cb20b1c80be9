import { sql } from 'kysely'
import type { Bewaarsoort } from '../bewaarsoort.ts'
import { dagVan, lockRijen, wis, wisLogwaarden } from '../wis.ts'

// Sources that take their terms along when they are destroyed.
const GAAT_MEE = [
  'escalatie',
  'escalatie-stuk',
  'gesprek',
  'actie',
  'overlegtafel',
  'overlegtafel-toets',
  'verbeterplan',
].map((bron) => sql.lit(bron))

/**
 * Terms that were met or lapsed, with who was reminded of them (Selectielijst 2020, 12.1.5). One about an overeenkomst goes with that;
 * one that passed and was never met is
 * still open. One of a case, a meeting, an action, a table or a plan goes with that.
 */
export const termijnen: Bewaarsoort = {
  woorden: ['afgesloten termijn', 'afgesloten termijnen'],
  rijp: ({ regioId }, grens) => sql`select id, einde from (
      select t.id::text as id, greatest(t.einddatum, ${dagVan(sql`t.gesloten_op`)}) as einde from termijn t
      where t.regio_id = ${regioId} and t.overeenkomst_id is null and t.bron not in (${sql.join(GAAT_MEE)})
        and t.gesloten_op < ${grens.add({ days: 1 })}::date::timestamp at time zone 'Europe/Amsterdam'
    ) klaar where einde <= ${grens}`,
  inhoud: ({ regioId }) => ({
    herinneringen: sql`(select count(*) from herinnering x where x.regio_id = ${regioId} and x.termijn_id::text in (select id from rijp))`,
  }),
  perKeer: 1_000,
  lock: (ctx, ids) => lockRijen(ctx, 'termijn', ids),
  async wis(ctx, ids) {
    const herinneringen = await wis(ctx, 'herinnering', sql`x.termijn_id = any(${ids}::uuid[])`)
    const aantallen = {
      termijnen: await wis(ctx, 'termijn', sql`x.id = any(${ids}::uuid[])`),
      herinneringen,
      logwaarden: await wisLogwaarden(ctx, 'termijn', ids),
    }
    return { aantallen }
  },
}
