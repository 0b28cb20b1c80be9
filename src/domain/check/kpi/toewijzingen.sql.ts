import { sql } from 'kysely'
import { isGeldig, sleutel, type Bereik } from './geldige-regels.sql.ts'

/** Makes tel_toewijzing: the version that holds of every toewijzing (decision 4), the newest moment of assignment, never the order of files. */
export function maakToewijzingen(bereik: Bereik) {
  return sql`create temp table tel_toewijzing on commit drop as
select distinct on (sleutel) ${sleutel} as sleutel, wet, gemeente, nummer, client_id, agb, categorie, ingangsdatum, einddatum,
  reden_wijziging, toewijzing_moment::date as toegewezen
from toewijzing_versie where ${isGeldig(bereik)}
order by sleutel, toewijzing_moment desc, (reden_wijziging is not null) desc, dagtekening desc, identificatie desc`
}
