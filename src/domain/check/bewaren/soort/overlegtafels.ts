import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import type { Bewaarsoort } from '../bewaarsoort.ts'
import { dagVan, lockRijen, wis, wisLogwaarden, wisTermijnen } from '../wis.ts'

/**
 * Consultation tables that are closed or were called off, and exclusions that are over. What a table decided can change overeenkomsten, so
 * both stay as long as those. Which table one is from stands before its id.
 */
export const overlegtafels: Bewaarsoort = {
  woorden: ['overlegtafel of uitsluiting', 'overlegtafels en uitsluitingen'],
  rijp: ({ regioId }, grens) => sql`select id, einde from (
      select 'overlegtafel ' || t.id as id, greatest(t.datum, ${dagVan(sql`coalesce(t.gesloten_op, t.vervallen_op)`)},
        (select max(${dagVan(sql`x.vastgelegd_op`)}) from overlegtafel_toets x
          where x.regio_id = t.regio_id and x.overlegtafel_id = t.id)) as einde
      from overlegtafel t where t.regio_id = ${regioId} and t.datum <= ${grens}
        and (t.gesloten_op is not null or t.vervallen_op is not null)
      union all
      select 'overlegtafel_uitsluiting ' || u.id, greatest(least(u.tot, u.opgeheven_vanaf - 1), ${dagVan(sql`u.besloten_op`)})
      from overlegtafel_uitsluiting u where u.regio_id = ${regioId} and (u.tot is not null or u.opgeheven_vanaf is not null)
    ) klaar where einde <= ${grens}`,
  inhoud: (ctx) => ({
    overlegtafels: sql`(select count(*) from rijp where id like 'overlegtafel %')`,
    uitsluitingen: sql`(select count(*) from rijp where id like 'overlegtafel_uitsluiting %')`,
    besluiten: aantal(ctx, 'overlegtafel_besluit'),
    uitnodigingen: aantal(ctx, 'overlegtafel_deelname'),
  }),
  perKeer: 200,
  async lock(ctx, ids) {
    await lockRijen(ctx, 'overlegtafel', idsVan(ids, 'overlegtafel'))
    await lockRijen(ctx, 'overlegtafel_uitsluiting', idsVan(ids, 'overlegtafel_uitsluiting'))
  },
  async wis(ctx, ids) {
    const tafels = idsVan(ids, 'overlegtafel')
    const uitsluitingen = idsVan(ids, 'overlegtafel_uitsluiting')
    const van = sql`x.overlegtafel_id = any(${tafels}::uuid[])`
    await wisTermijnen(ctx, tafels)
    await wis(ctx, 'overlegtafel_bericht', sql`(${van} or x.uitsluiting_id = any(${uitsluitingen}::uuid[]))`)
    await wis(
      ctx,
      'overlegtafel_besluit_partij',
      sql`x.besluit_id in (select b.id from overlegtafel_besluit b
        where b.regio_id = ${ctx.regioId} and b.overlegtafel_id = any(${tafels}::uuid[]))`,
    )
    const besluiten = await wis(ctx, 'overlegtafel_besluit', van)
    for (const tabel of ['aanwezigheid', 'terugkoppeling', 'toets', 'product']) {
      await wis(ctx, `overlegtafel_${tabel}`, van)
    }
    const uitnodigingen = await wis(ctx, 'overlegtafel_deelname', van)
    for (const tabel of ['overlegtafel_afwijking', 'overlegtafel_kandidaat']) await wis(ctx, tabel, van)
    const aantallen = {
      overlegtafels: await wis(ctx, 'overlegtafel', sql`x.id = any(${tafels}::uuid[])`),
      uitsluitingen: await wis(ctx, 'overlegtafel_uitsluiting', sql`x.id = any(${uitsluitingen}::uuid[])`),
      besluiten,
      uitnodigingen,
      logwaarden: await wisLogwaarden(ctx, 'overlegtafel', tafels),
    }
    return { aantallen }
  },
}

const idsVan = (ids: readonly string[], tabel: string) =>
  ids.flatMap((id) => (id.startsWith(`${tabel} `) ? [id.slice(tabel.length + 1)] : []))

const aantal = ({ regioId }: Context, tabel: string) => sql`(select count(*) from ${sql.table(tabel)} x
  where x.regio_id = ${regioId} and 'overlegtafel ' || x.overlegtafel_id in (select id from rijp))`
