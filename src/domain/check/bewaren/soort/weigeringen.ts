import { sql } from 'kysely'
import type { Bewaarsoort } from '../bewaarsoort.ts'
import { wis } from '../wis.ts'

/** Who asked what he may not, a day at a time. */
export const weigeringen: Bewaarsoort = {
  woorden: ['dag met geweigerde verzoeken', 'dagen met geweigerde verzoeken'],
  rijp: ({ regioId }, grens) => sql`select distinct to_char(minuut at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as id,
      (minuut at time zone 'Europe/Amsterdam')::date as einde from weigering
    where regio_id = ${regioId} and minuut < ${grens.add({ days: 1 })}::date::timestamp at time zone 'Europe/Amsterdam'`,
  inhoud: ({ regioId }) => ({
    verzoeken: sql`(select count(*) from weigering x where x.regio_id = ${regioId}
      and to_char(x.minuut at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') in (select id from rijp))`,
  }),
  perKeer: 31,
  async wis(ctx, ids) {
    const verzoeken = await wis(
      ctx,
      'weigering',
      sql`exists (select from unnest(${ids}::date[]) as dag where x.minuut >= dag::timestamp at time zone 'Europe/Amsterdam'
        and x.minuut < (dag + 1)::timestamp at time zone 'Europe/Amsterdam')`,
    )
    return { aantallen: { dagen: ids.length, verzoeken } }
  },
}
