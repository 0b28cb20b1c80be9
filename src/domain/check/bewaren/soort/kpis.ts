import { sql } from 'kysely'
import { lockKpis } from '../../kpi/lock-kpis.ts'
import type { Bewaarsoort } from '../bewaarsoort.ts'
import { wis, wisLogwaarden } from '../wis.ts'

/**
 * Calculations of KPI's with results and cases, from the last day of the measuring year, of calculating or of establishing
 * (Selectielijst 2020, 12.1.5). One that a finding is about waits for it.
 */
export const kpis: Bewaarsoort = {
  woorden: ['berekening van KPI’s', 'berekeningen van KPI’s'],
  rijp: ({ regioId }, grens) => sql`select k.id, k.einde from (
      select b.id::text as id, greatest(b.periode_tot, (b.berekend_op at time zone 'Europe/Amsterdam')::date,
        (select max(v.vastgesteld_op at time zone 'Europe/Amsterdam')::date from kpi_vaststelling v
          where v.regio_id = b.regio_id and v.berekening_id = b.id)) as einde
      from kpi_berekening b where b.regio_id = ${regioId} and b.periode_tot <= ${grens}
        and not exists (select from bevinding f join kpi_uitkomst u on u.regio_id = f.regio_id and u.id = f.kpi_uitkomst_id
          where f.regio_id = b.regio_id and u.berekening_id = b.id)
    ) k where k.einde <= ${grens}`,
  inhoud: ({ regioId }) => ({
    resultaten: sql`(select count(*) from kpi_uitkomst x where x.regio_id = ${regioId} and x.berekening_id::text in (select id from rijp))`,
    gevallen: sql`(select coalesce(sum(cardinality(g.uitkomst)), 0) from kpi_gevallen g
      join kpi_uitkomst x on x.regio_id = g.regio_id and x.id = g.uitkomst_id
      where x.regio_id = ${regioId} and x.berekening_id::text in (select id from rijp))`,
  }),
  perKeer: 5,
  lock: lockKpis,
  async wis(ctx, ids) {
    const van = sql`x.berekening_id = any(${ids}::uuid[])`
    await wis(
      ctx,
      'kpi_gevallen',
      sql`x.uitkomst_id in (select u.id from kpi_uitkomst u where u.regio_id = ${ctx.regioId} and u.berekening_id = any(${ids}::uuid[]))`,
    )
    const resultaten = await wis(ctx, 'kpi_uitkomst', van)
    for (const tabel of ['kpi_telling', 'kpi_aanbieder', 'kpi_vaststelling']) await wis(ctx, tabel, van)
    const aantallen = {
      berekeningen: await wis(ctx, 'kpi_berekening', sql`x.id = any(${ids}::uuid[])`),
      resultaten,
      logwaarden: await wisLogwaarden(ctx, 'kpi-berekening', ids),
    }
    return { aantallen }
  },
}
