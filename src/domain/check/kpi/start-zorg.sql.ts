import { sql } from 'kysely'
import type { Periode } from '../../begrippen/periode.ts'
import { isGeldig, sleutel, type Bereik } from './geldige-regels.sql.ts'

type Meting = Bereik & { termijnDagen: number; periode: Periode & { einddatum: Temporal.PlainDate } }

/**
 * Cases of KPI 3 (FRM-03): the toewijzingen whose reference date lies in the period, each with its outcome. `telt` is 1 for
 * tijdig, 0 for not, null when excluded. Needs tel_toewijzing and tel_zorg.
 *
 * The codes of RedenWijziging are those of the iStandaarden: 13 withdrawn; 02, 06, 07 the client died, moved or went to another
 * domain. 09 is no ground (decision 9).
 */
export function startZorg({ periode: { begindatum, einddatum }, termijnDagen, ...bereik }: Meting) {
  const uiterste = sql`(ref + ${termijnDagen}::int)`
  return sql`with kandidaat as materialized (
  select * from tel_toewijzing where wet = any(${bereik.wetten}::text[])
    and ingangsdatum <= ${einddatum} and (ingangsdatum >= ${begindatum} or toegewezen >= ${begindatum})
), eerste as (
  -- decision 5: only when the winning version was assigned after its own Ingangsdatum an earlier version can matter
  select sleutel, min(toewijzing_moment)::date as toegewezen
  from (select ${sleutel} as sleutel, ingangsdatum, toewijzing_moment from toewijzing_versie where ${isGeldig(bereik)}) versie
  where (sleutel, ingangsdatum) in (select sleutel, ingangsdatum from kandidaat where toegewezen > ingangsdatum)
  group by sleutel
), t as materialized (
  select kandidaat.*, greatest(ingangsdatum, eerste.toegewezen) as ref
  from kandidaat left join eerste using (sleutel)
  where greatest(ingangsdatum, eerste.toegewezen) between ${begindatum} and ${einddatum}
), begin as (
  select sleutel, min(begindatum) as start from tel_zorg where sleutel in (select sleutel from t) group by sleutel
), voortzetting as (
  select distinct t.sleutel from t
  join tel_zorg zorg on zorg.client_id = t.client_id and zorg.agb = t.agb and zorg.categorie = t.categorie
  where zorg.sleutel <> t.sleutel and zorg.begindatum < ref and (zorg.einddatum is null or zorg.einddatum >= ref - 1)
), geval as (
  select t.*, start, case
    when start is null and reden_wijziging = '13' and einddatum = ingangsdatum and toegewezen <= ${uiterste} then 'ingetrokken'
    when start is null and reden_wijziging in ('02', '06', '07') and einddatum <= ${uiterste} then 'clientWeg'
    when voortzetting.sleutel is not null then 'voortzetting'
    when start is null and ${uiterste} >= ${bereik.peildatum}::date then 'termijnLoopt'
    when start is null then 'geen start'
    when start <= ${uiterste} then 'tijdig'
    else 'te laat' end as uitkomst
  from t left join begin using (sleutel) left join voortzetting using (sleutel)
)
select 'start-zorg' as kpi, agb, gemeente, nummer, wet, client_id, uitkomst, ref as referentiedatum, start as startdatum,
  case when uitkomst = 'tijdig' then 1 when uitkomst in ('te laat', 'geen start') then 0 end as telt
from geval`
}
