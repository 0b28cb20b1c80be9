import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { getoondeReden, getoondOordeel } from '../../plan/inrichting/kleine-aantallen.sql.ts'
import type { Kleinzicht } from '../../plan/inrichting/kleine-aantallen.ts'
import { aantallen, onder } from './tel-uitkomsten.ts'

/**
 * Adds up a calculation that was just stored, for it never changes again: per KPI and subregio how the outcomes came out, and per
 * aanbieder how many are below the norm and the worst of each KPI. Both of everything and of what is shown to who does not work with
 * cases, by the minimum that stands with the calculation. Pages read this instead of every outcome of a region.
 */
export async function bewaarTellingen(ctx: Context, berekeningId: string, minimum: number) {
  const grens: Kleinzicht = { minimum, agbs: [], subregios: [] }
  const uitkomsten = sql`from kpi_uitkomst u where u.regio_id = ${ctx.regioId} and u.berekening_id = ${berekeningId}`
  await sql`insert into kpi_telling (regio_id, berekening_id, kpi, subregio_id, aanbieders, gemeten, onder, voldoende, zonder,
      getoond_gemeten, getoond_onder, getoond_voldoende, getoond_zonder, afgeschermd)
    select ${ctx.regioId}, ${berekeningId}, kpi, subregio_id, a.aanbieders, a.gemeten, a.onder, a.voldoende, a.zonder,
      g.gemeten, g.onder, g.voldoende, g.zonder, g.afgeschermd
    from (select u.kpi, u.subregio_id, ${aantallen(null)} ${uitkomsten} group by 1, 2) a
    join (select u.kpi, u.subregio_id, ${aantallen(grens)} ${uitkomsten} group by 1, 2) g using (kpi, subregio_id)`.execute(
    ctx.db,
  )
  await sql`insert into kpi_aanbieder (regio_id, berekening_id, aanbieder_id, naam, onder, oordelen, getoond_onder, getoond_oordelen)
    select ${ctx.regioId}, ${berekeningId}, a.id, a.naam, sum(k.onder), ${perKpi(sql`k.slechtste`)}, sum(k.getoond_onder), ${perKpi(sql`k.getoond_slechtste`)}
    from (select u.aanbieder_id, u.kpi, count(*) filter (where ${onder(null)}) as onder, ${slechtste(null)} as slechtste,
        count(*) filter (where ${onder(grens)}) as getoond_onder, ${slechtste(grens)} as getoond_slechtste
      ${uitkomsten} group by 1, 2) k
    join aanbieder a on a.regio_id = ${ctx.regioId} and a.id = k.aanbieder_id
    group by a.id, a.naam`.execute(ctx.db)
}

function perKpi(van: RawBuilder<unknown>) {
  return sql`jsonb_agg(jsonb_build_object('kpi', k.kpi, 'oordeel', ${van} ->> 0, 'reden', ${van} ->> 1) order by k.kpi)`
}

// As [oordeel, reden].
function slechtste(klein: Kleinzicht | null) {
  const [oordeel, reden] = [getoondOordeel(klein), getoondeReden(klein)]
  return sql`(array_agg(jsonb_build_array(${oordeel}, ${reden}) order by ${rang(oordeel)}, ${reden}))[1]`
}

/** The worst first: what was not reached, then what was; without any value the reason why not. */
function rang(oordeel: RawBuilder<unknown>) {
  return sql`case ${oordeel} when 'niet behaald' then 0 when 'onvoldoende' then 0 when 'voldoende' then 1
    when 'behaald' then 2 when 'goed' then 2 else 3 end`
}
