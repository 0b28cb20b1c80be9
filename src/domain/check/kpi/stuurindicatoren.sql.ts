import { sql } from 'kysely'
import type { Periode } from '../../begrippen/periode.ts'
import type { Wet } from '../../../platform/sleutels.ts'
import { GELDIG } from './clienttevredenheid.sql.ts'
import { eindredenen } from './eindereden.ts'
import type { Clientgroep } from './gemiddelde-per-client.ts'

// All of these read what telKpis left in the same transaction, for all subregio's of an aanbieder together.

/** FRM-04: clients of each aanbieder by how many evaluations they had and how many of those were behaald; also those in between. */
export function evaluatiegroepen(wetten: Wet[]) {
  return sql<Clientgroep & { agb: string }>`select agb, som, aantal, count(*)::int as clienten from (
    select agb, client_id, (count(*) filter (where resultaat = 'behaald'))::int as som, count(*)::int as aantal
    from tel_waarneming where soort <> 'respons' and wet = any(${wetten}::text[]) group by agb, client_id) per_client
  group by agb, som, aantal`
}

/** FRM-04, coverage: clients in care, how many of them were evaluated, and how many (also) in between (KPI-16). */
export function geevalueerdInZorg(wetten: Wet[]) {
  return sql<{ agb: string; inZorg: number; daarvan: number; tussentijds: number }>`with geevalueerd as (
    select agb, client_id, bool_or(soort = 'tussentijds') as tussentijds from tel_waarneming
    where soort <> 'respons' and wet = any(${wetten}::text[]) group by agb, client_id
  ), in_zorg as (
    select distinct agb, client_id from tel_client where wet = any(${wetten}::text[])
  )
  select agb, count(*)::int as in_zorg, count(geevalueerd.client_id)::int as daarvan,
    (count(*) filter (where tussentijds))::int as tussentijds
  from in_zorg left join geevalueerd using (agb, client_id) group by agb`
}

/** FRM-05: clients by how many grades they gave and what these add up to, in tenths; of all surveys (null) and of each. */
export function cijfergroepen(wetten: Wet[]) {
  return sql<Clientgroep & { agb: string; veldwerkEinde: string | null }>`with antwoord as (
    select agb, client_id, veldwerk_einde, (10 * replace(trim(cijfer), ',', '.')::numeric)::int as tienden
    from tel_waarneming where soort = 'respons' and wet = any(${wetten}::text[]) and trim(cijfer) ~ ${GELDIG}
  )
  select agb, veldwerk_einde::text, som, aantal, count(*)::int as clienten from (
    select agb, veldwerk_einde, client_id, sum(tienden)::int as som, count(*)::int as aantal from antwoord
    group by grouping sets ((agb, client_id), (agb, client_id, veldwerk_einde))) per_client
  group by agb, veldwerk_einde, som, aantal order by agb, veldwerk_einde`
}

/** FRM-15: clients whose care ended in the period, how many of them prematurely; and clients per reason, every reason (KPI-32). */
export function eindes(wetten: Wet[], regioId: string, { begindatum, einddatum }: Periode) {
  const lijst = wetten.flatMap((wet) => Object.entries(eindredenen[wet]).map(([code, einde]) => ({ wet, code, einde })))
  return sql<{ agb: string; wet: Wet | null; code: string | null; n: number; voortijdig: number }>`with einde as (
    select agb, client_id, lijst.wet, lijst.code, einde
    from tel_zorg
    join jsonb_to_recordset(${JSON.stringify(lijst)}::jsonb) as lijst (wet text, code text, einde text)
      on lijst.wet = tel_zorg.wet and lijst.code = tel_zorg.reden
    join gemeente on gemeente.regio_id = ${regioId} and gemeente.code = tel_zorg.gemeente
    where einddatum between ${begindatum} and ${einddatum}
  )
  select agb, wet, code, count(distinct client_id)::int as n, 0 as voortijdig from einde group by agb, wet, code
  union all
  select agb, null, null, count(distinct client_id)::int, (count(distinct client_id) filter (where einde = 'voortijdig'))::int
  from einde where einde in ('voortijdig', 'gewoon') group by agb`
}

/** KPI-32: waiting days of the toewijzingen that count for KPI 3 and started. */
export function wachttijden() {
  return sql<{ agb: string; n: number; mediaan: string; p90: number }>`select agb, count(*)::int as n,
    to_char(percentile_cont(0.5) within group (order by dagen), 'FM9999990.0') as mediaan,
    percentile_disc(0.9) within group (order by dagen) as p90
  from (select agb, greatest(0, startdatum - referentiedatum) as dagen from tel_geval
    where kpi = 'start-zorg' and telt is not null and startdatum is not null) geval
  group by agb`
}

/**
 * FRM-02, KPI-17: toewijzingen that ended in the period after care was delivered, and of how many a result was established at the
 * end. A number that two laws use is that of the Wmo, as for evaluations.
 */
export function dekking(
  wetten: Wet[],
  regioId: string,
  { begindatum, einddatum }: Periode,
  peildatum: Temporal.PlainDate,
) {
  return sql<{ agb: string; subregioId: string; beeindigd: number; geevalueerd: number }>`with beeindigd as (
    select t.agb, t.gemeente, t.nummer from tel_toewijzing t
    where t.wet = any(${wetten}::text[]) and t.einddatum between ${begindatum} and least(${einddatum}::date, ${peildatum}::date)
      and not (t.reden_wijziging is not distinct from '13' and t.einddatum = t.ingangsdatum)
      and exists (select from tel_zorg z where z.sleutel = t.sleutel)
      and (t.wet = 'wmo' or not exists (select from tel_toewijzing w where w.wet = 'wmo' and w.gemeente = t.gemeente
        and w.nummer = t.nummer))
  ), geevalueerd as (
    select distinct gemeente, nummer from evaluatie
    where regio_id = ${regioId} and soort = 'einde-beschikking' and datum <= ${peildatum}
  )
  select agb, subregio_id, count(*)::int as beeindigd, count(geevalueerd.nummer)::int as geevalueerd
  from beeindigd left join geevalueerd using (gemeente, nummer)
  join gemeente on gemeente.regio_id = ${regioId} and gemeente.code = beeindigd.gemeente
  group by agb, subregio_id`
}
