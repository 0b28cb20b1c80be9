import { sql } from 'kysely'
import type { Periode } from '../../begrippen/periode.ts'
import type { Wet } from '../../../platform/sleutels.ts'

type Meting = { regioId: string; wetten: Wet[]; periode: Periode & { einddatum: Temporal.PlainDate } }

/**
 * Makes tel_waarneming: evaluations and answers to surveys of the period, each with the client and aanbieder of its toewijzing.
 * They name a gemeente and a number only; should two laws use the same number, the toewijzing of the Wmo is meant.
 */
export function maakWaarnemingen({ regioId, wetten, periode: { begindatum, einddatum } }: Meting) {
  return sql`create temp table tel_waarneming on commit drop as
with waarneming as materialized (
  select gemeente, nummer, datum, soort, resultaat, reden, null as cijfer, null::date as veldwerk_einde from evaluatie
  where regio_id = ${regioId} and datum between ${begindatum} and ${einddatum}
  union all
  select gemeente, nummer, datum_respons, 'respons', null, null, cijfer, veldwerk_einde from cto_respons
  where regio_id = ${regioId} and veldwerk_einde between ${begindatum} and ${einddatum}
), bekend as (
  select gemeente, nummer, wet, client_id, agb from toewijzing t
  where regio_id = ${regioId} and wet = any(${wetten}::text[]) and (wet = 'wmo' or not exists (
    select from toewijzing ander where ander.regio_id = ${regioId} and ander.gemeente = t.gemeente
      and ander.nummer = t.nummer and ander.wet = 'wmo' and ander.wet = any(${wetten}::text[])))
)
select waarneming.*, wet, client_id, agb, subregio_id
from waarneming
join bekend using (gemeente, nummer)
join gemeente on gemeente.regio_id = ${regioId} and gemeente.code = waarneming.gemeente`
}
