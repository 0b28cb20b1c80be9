import { sql } from 'kysely'
import { lockBeoordeling, lockOpslag } from '../../../do/bericht/lock-berichten.ts'
import type { Bewaarsoort } from '../bewaarsoort.ts'
import { REGELTABELLEN, wisClienten } from '../wis-clienten.ts'

/**
 * All about one client, from the last day any of it was about: care, claims, or the day of a message. A toewijzing without an end
 * that nobody stopped has none.
 */
export const clienten: Bewaarsoort = {
  woorden: ['cliënt', 'cliënten'],
  rijp: ({ regioId }, grens) => sql`select client_id::text as id, max(einde) as einde from (
      select client_id, case when ingetrokken then toegewezen_op else coalesce(gestopt_op, einddatum, 'infinity') end as einde
        from toewijzing where regio_id = ${regioId}
      union all select client_id, greatest(einddatum, ingangsdatum, dagtekening) from toewijzing_versie where regio_id = ${regioId}
      union all select client_id, greatest(begindatum, dagtekening) from start_melding where regio_id = ${regioId}
      union all select client_id, greatest(einddatum, dagtekening) from stop_melding where regio_id = ${regioId}
      union all select client_id, greatest(tot, dagtekening) from declaratie_regel where regio_id = ${regioId}
    ) x group by client_id having max(einde) <= ${grens}`,
  inhoud: ({ regioId }) => ({
    toewijzingen: sql`(select count(*) from toewijzing x where x.regio_id = ${regioId} and x.client_id in (select id::uuid from rijp))`,
    regels: sql`(${sql.join(
      REGELTABELLEN.map(
        (tabel) =>
          sql`(select count(*) from ${sql.table(tabel)} x where x.regio_id = ${regioId} and x.client_id in (select id::uuid from rijp))`,
      ),
      sql` + `,
    )})`,
  }),
  perKeer: 2_000,
  async lock(ctx) {
    await lockOpslag(ctx, 'alleen')
    await lockBeoordeling(ctx)
  },
  wis: async (ctx, ids) => ({ aantallen: await wisClienten(ctx, ids) }),
}
