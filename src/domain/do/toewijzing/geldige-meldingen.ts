import { sql } from 'kysely'

// Decision 6 (proefregio/LEESMIJ.md): a delivery counts unless a removal (StatusAanlevering 3) with the same key has a later or the
// same Dagtekening. Both fragments need w_sleutel and give each key once.

/** Valid starts of the toewijzingen in w_sleutel: wet, gemeente, nummer, begindatum. */
export const geldigeStarts = (regioId: string) => sql`
  select distinct s.wet, s.gemeente, s.nummer, s.begindatum
  from w_sleutel k join start_melding s on s.regio_id = ${regioId} and s.gemeente = k.gemeente and s.nummer = k.nummer
    and s.wet = k.wet and s.status_aanlevering = 1 and s.oordeel = 'geldig'
  where not exists (select from start_melding x where x.regio_id = ${regioId} and x.gemeente = s.gemeente
    and x.nummer = s.nummer and x.wet = s.wet and x.begindatum = s.begindatum and x.status_aanlevering = 3
    and x.oordeel = 'geldig' and x.dagtekening >= s.dagtekening)`

/** Valid stops of the toewijzingen in w_sleutel: wet, gemeente, nummer, einddatum. */
export const geldigeStops = (regioId: string) => sql`
  select distinct s.wet, s.gemeente, s.nummer, s.einddatum
  from w_sleutel k join stop_melding s on s.regio_id = ${regioId} and s.gemeente = k.gemeente and s.nummer = k.nummer
    and s.wet = k.wet and s.status_aanlevering = 1 and s.oordeel = 'geldig'
  where not exists (select from stop_melding x where x.regio_id = ${regioId} and x.gemeente = s.gemeente
    and x.nummer = s.nummer and x.wet = s.wet and x.begindatum = s.begindatum and x.einddatum = s.einddatum
    and x.reden_beeindiging = s.reden_beeindiging and x.status_aanlevering = 3 and x.oordeel = 'geldig'
    and x.dagtekening >= s.dagtekening)`
