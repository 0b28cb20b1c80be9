import { sql } from 'kysely'
import type { Wet } from '../../../platform/sleutels.ts'

/**
 * Cases of KPI 2 (FRM-02, decision 11): one per client, behaald only when all its evaluations at the end of a beschikking are
 * (AMB-53), with the evaluation that decided it; and every evaluation in between, which does not count. Reasons are never
 * deducted (AMB-54). `telt` is 1 for behaald, 0 for not, null when excluded. Needs tel_waarneming.
 */
export function resultaatBehaald({ wetten }: { wetten: Wet[] }) {
  return sql`select 'resultaat-behaald' as kpi, agb, gemeente, nummer, wet, client_id, resultaat as uitkomst,
  datum as referentiedatum, null::date as startdatum, (resultaat = 'behaald')::int as telt
from (
  select distinct on (client_id, agb, subregio_id) * from tel_waarneming
  where soort = 'einde-beschikking' and wet = any(${wetten}::text[])
  order by client_id, agb, subregio_id, resultaat = 'behaald', datum desc, gemeente, nummer) per_client
union all
select 'resultaat-behaald', agb, gemeente, nummer, wet, client_id, soort, datum, null, null
from tel_waarneming where soort = 'tussentijds' and wet = any(${wetten}::text[])`
}
