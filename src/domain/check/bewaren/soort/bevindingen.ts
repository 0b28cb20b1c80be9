import { sql } from 'kysely'
import type { Bewaarsoort } from '../bewaarsoort.ts'
import { inDossier } from '../in-dossier.ts'
import { wis, wisLogwaarden } from '../wis.ts'

/** Findings, from the day they were closed (Selectielijst 2020, 12.1.5). An open one has no end; one of a meeting or escalation waits. */
export const bevindingen: Bewaarsoort = {
  woorden: ['gesloten bevinding', 'gesloten bevindingen'],
  rijp: (
    { regioId },
    grens,
  ) => sql`select b.id::text, (b.gesloten_op at time zone 'Europe/Amsterdam')::date as einde from bevinding b
    where b.regio_id = ${regioId} and not ${inDossier} and gesloten_op < ${grens.add({ days: 1 })}::date::timestamp at time zone 'Europe/Amsterdam'`,
  inhoud: ({ regioId }) => ({
    besluiten: sql`(select count(*) from bevinding_besluit x where x.regio_id = ${regioId} and x.bevinding_id::text in (select id from rijp))`,
  }),
  perKeer: 1_000,
  async wis(ctx, ids) {
    const besluiten = await wis(ctx, 'bevinding_besluit', sql`x.bevinding_id = any(${ids}::uuid[])`)
    const aantallen = {
      bevindingen: await wis(ctx, 'bevinding', sql`x.id = any(${ids}::uuid[])`),
      besluiten,
      logwaarden: await wisLogwaarden(ctx, 'bevinding', ids),
    }
    return { aantallen }
  },
}
