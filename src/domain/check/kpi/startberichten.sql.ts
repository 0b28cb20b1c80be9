import { sql } from 'kysely'
import type { Wet } from '../../../platform/sleutels.ts'
import { isGeldig, sleutel } from './geldige-regels.sql.ts'

const alles: { wetten: Wet[]; peildatum: Temporal.PlainDate } = {
  wetten: ['wmo', 'jw'],
  peildatum: Temporal.PlainDate.from('9999-12-31'),
}

/**
 * Makes tel_start (FRM-06, decision 14; no reference date): every valid start once, with the Dagtekening of its first valid 305
 * and the day from which its werkdagen run: the start, or the first 301 with that number when it came later.
 */
export function maakStarts(regioId: string) {
  const bereik = { regioId, ...alles }
  return sql`create temp table tel_start on commit drop as
with weg as materialized (
  select ${sleutel} as sleutel, begindatum, dagtekening from start_melding
  where ${isGeldig(bereik)} and status_aanlevering = 3
), start as (
  select sleutel, begindatum, any_value(agb) as agb, any_value(gemeente) as gemeente, min(dagtekening) as dagtekening
  from (select ${sleutel} as sleutel, begindatum, agb, gemeente, dagtekening from start_melding
    where ${isGeldig(bereik)} and status_aanlevering = 1) gemeld
  where not exists (select from weg where weg.sleutel = gemeld.sleutel and weg.begindatum = gemeld.begindatum
    and weg.dagtekening >= gemeld.dagtekening)
  group by sleutel, begindatum
), toegewezen as (
  select sleutel, min(dagtekening) as dagtekening
  from (select ${sleutel} as sleutel, dagtekening from toewijzing_versie where ${isGeldig(bereik)}) versie group by sleutel
)
select agb, gemeente, begindatum, start.dagtekening, greatest(begindatum, toegewezen.dagtekening) as vanaf
from start left join toegewezen using (sleutel)`
}

/** Valid stops per aanbieder, each key once (decision 6). */
export function telStops(regioId: string) {
  const bereik = { regioId, ...alles }
  return sql<{ agb: string; stops: number }>`select agb, count(*)::int as stops from (
  select any_value(agb) as agb from stop_melding where ${isGeldig(bereik)}
  group by wet, gemeente, nummer, begindatum, einddatum, reden_beeindiging
  having max(dagtekening) filter (where status_aanlevering = 1)
    > coalesce(max(dagtekening) filter (where status_aanlevering = 3), '-infinity')) stop
group by agb`
}
