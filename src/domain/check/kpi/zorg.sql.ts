import { sql } from 'kysely'
import { isGeldig, sleutel, type Bereik } from './geldige-regels.sql.ts'

/**
 * Makes tel_zorg: delivered care (decisions 6 and 7), one row per valid start with the first stop on or after it; no stop is
 * open care. `reden` is that of the stop. A start that was reported twice gives two equal rows: whoever counts, counts clients or toewijzingen.
 */
export function maakZorg(bereik: Bereik) {
  return sql`create temp table tel_zorg on commit drop as
with start_weg as materialized (
  select ${sleutel} as sleutel, begindatum, dagtekening from start_melding
  where ${isGeldig(bereik)} and status_aanlevering = 3
), start as (
  select * from (
    select ${sleutel} as sleutel, wet, gemeente, agb, client_id, categorie, begindatum, dagtekening from start_melding
    where ${isGeldig(bereik)} and status_aanlevering = 1) gemeld
  where not exists (select from start_weg weg where weg.sleutel = gemeld.sleutel and weg.begindatum = gemeld.begindatum
    and weg.dagtekening >= gemeld.dagtekening)
), stop_weg as materialized (
  select ${sleutel} as sleutel, begindatum, einddatum, reden_beeindiging, dagtekening from stop_melding
  where ${isGeldig(bereik)} and status_aanlevering = 3
), stop as (
  -- a stop ends the care that began after the stop before it
  select sleutel, einddatum, reden_beeindiging,
    coalesce(lag(einddatum) over (partition by sleutel order by einddatum, reden_beeindiging), '-infinity') as vorige
  from (
    select ${sleutel} as sleutel, begindatum, einddatum, reden_beeindiging, dagtekening from stop_melding
    where ${isGeldig(bereik)} and status_aanlevering = 1) gemeld
  where not exists (select from stop_weg weg where weg.sleutel = gemeld.sleutel and weg.begindatum = gemeld.begindatum
    and weg.einddatum = gemeld.einddatum and weg.reden_beeindiging = gemeld.reden_beeindiging
    and weg.dagtekening >= gemeld.dagtekening)
)
select start.sleutel, wet, gemeente, agb, client_id, categorie, begindatum, einddatum, reden_beeindiging as reden
from start
left join stop on stop.sleutel = start.sleutel and begindatum > vorige and begindatum <= einddatum`
}
