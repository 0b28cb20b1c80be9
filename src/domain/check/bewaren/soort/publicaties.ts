import { sql } from 'kysely'
import type { Bewaarsoort } from '../bewaarsoort.ts'
import { dagVan, lockRijen, wis, wisLogwaarden } from '../wis.ts'

/**
 * What was told without a letter (COM-01): one of a letter goes with it. From the last day of telling: its own day, or the day it was taken
 * off the website. What stands on the website has no end: it is still being told.
 */
export const publicaties: Bewaarsoort = {
  woorden: ['publicatie', 'publicaties'],
  rijp: ({ regioId }, grens) => sql`select id, einde from (
      select p.id::text as id, greatest(p.datum, ${dagVan(sql`p.vastgelegd_op`)}, ${dagVan(sql`p.ingetrokken_op`)}) as einde
      from publicatie p where p.regio_id = ${regioId} and p.brief_id is null and p.datum <= ${grens}
        and (p.kanaal <> 'website' or p.ingetrokken_op is not null)
    ) klaar where einde <= ${grens}`,
  inhoud: () => ({}),
  perKeer: 500,
  lock: (ctx, ids) => lockRijen(ctx, 'publicatie', ids),
  async wis(ctx, ids) {
    const aantallen = {
      publicaties: await wis(ctx, 'publicatie', sql`x.id = any(${ids}::uuid[])`),
      logwaarden: await wisLogwaarden(ctx, 'publicatie', ids),
    }
    return { aantallen }
  },
}
