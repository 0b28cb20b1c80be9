import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { aantallen, onder } from './tel-uitkomsten.ts'

/**
 * Adds up a calculation that was just stored, for it never changes again: per KPI and subregio how the outcomes came out, and per
 * aanbieder how many are below the norm and the worst of each KPI. Pages read this instead of every outcome of a region.
 */
export async function bewaarTellingen(ctx: Context, berekeningId: string) {
  await sql`insert into kpi_telling (regio_id, berekening_id, kpi, subregio_id, aanbieders, gemeten, onder, voldoende, zonder)
    select ${ctx.regioId}, ${berekeningId}, ${aantallen} from kpi_uitkomst u
    where u.regio_id = ${ctx.regioId} and u.berekening_id = ${berekeningId} group by u.kpi, u.subregio_id`.execute(
    ctx.db,
  )
  await sql`insert into kpi_aanbieder (regio_id, berekening_id, aanbieder_id, naam, onder, oordelen)
    select ${ctx.regioId}, ${berekeningId}, a.id, a.naam, sum(k.onder),
      jsonb_agg(jsonb_build_object('kpi', k.kpi, 'oordeel', k.slechtste ->> 0, 'reden', k.slechtste ->> 1) order by k.kpi)
    from (select u.aanbieder_id, u.kpi, count(*) filter (where ${onder}) as onder,
        (array_agg(jsonb_build_array(u.oordeel, u.reden) order by ${rang}, u.reden))[1] as slechtste
      from kpi_uitkomst u where u.regio_id = ${ctx.regioId} and u.berekening_id = ${berekeningId} group by 1, 2) k
    join aanbieder a on a.regio_id = ${ctx.regioId} and a.id = k.aanbieder_id
    group by a.id, a.naam`.execute(ctx.db)
}

/** The worst first: what was not reached, then what was; without any value the reason why not. */
export const rang = sql`case u.oordeel when 'niet behaald' then 0 when 'onvoldoende' then 0 when 'voldoende' then 1
  when 'behaald' then 2 when 'goed' then 2 else 3 end`
