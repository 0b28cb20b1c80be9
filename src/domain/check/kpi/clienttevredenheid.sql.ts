import { sql } from 'kysely'
import type { Wet } from '../../../platform/sleutels.ts'

// A grade from 0,0 to 10,0 with at most one decimal, as people write it.
export const GELDIG = '^(10(,0)?|[0-9](,[0-9])?)$'

/**
 * Cases of KPI 1 (FRM-01, decision 12): every answer of the surveys that ended in the period. `uitkomst` is the grade or the
 * reason it does not count, `telt` its tenths. Of one client the latest answer counts. Needs tel_waarneming and tel_client.
 */
export function clienttevredenheid({ wetten }: { wetten: Wet[] }) {
  return sql`with respons as (
  select *, case when trim(cijfer) = '' then 'geenCijfer' when trim(cijfer) !~ ${GELDIG} then 'buitenSchaal' end as fout
  from tel_waarneming where soort = 'respons' and wet = any(${wetten}::text[])
), geplaatst as (
  select respons.*, case when fout is not null then fout when tel_client.client_id is null then 'nietInZorg' end as reden_eruit
  from respons left join tel_client using (client_id, agb, subregio_id, wet)
), geordend as (
  -- equal dates: the same choice whatever the order in which the files were read
  select *, row_number() over (partition by client_id, agb, subregio_id, reden_eruit
    order by datum desc, veldwerk_einde desc, cijfer desc, gemeente, nummer) as plaats
  from geplaatst
), geval as (
  select *, coalesce(reden_eruit, case when plaats > 1 then 'dubbel' end) as eruit from geordend
)
select 'clienttevredenheid' as kpi, agb, gemeente, nummer, wet, client_id,
  coalesce(eruit, replace(trim(cijfer), ',', '.')) as uitkomst, datum as referentiedatum, null::date as startdatum,
  case when eruit is null then (10 * replace(trim(cijfer), ',', '.')::numeric)::int end as telt
from geval`
}
