import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { geldigeStarts, geldigeStops } from '../../toewijzing/geldige-meldingen.ts'

/**
 * What deserves a look but counts: two versions of one moment that differ, a start before the Ingangsdatum or on a withdrawn
 * toewijzing, a second start without a stop. In w_signaal.
 */
export async function bepaalSignalen(ctx: Context) {
  const { regioId } = ctx
  await sql`drop table if exists pg_temp.w_signaal`.execute(ctx.db)
  await sql`create temp table w_signaal on commit drop as
    with versie as (
      select v.* from w_sleutel k join toewijzing_versie v on v.regio_id = ${regioId} and v.gemeente = k.gemeente
        and v.nummer = k.nummer and v.wet = k.wet where v.oordeel = 'geldig'
    ), inhoud as (
      select distinct wet, gemeente, nummer, toewijzing_moment, client_id, agb, categorie, code, ingangsdatum, einddatum,
        reden_wijziging, volume, eenheid, frequentie, budget_cent from versie
    ), botsing as (
      select wet, gemeente, nummer, toewijzing_moment from inhoud group by wet, gemeente, nummer, toewijzing_moment
      having count(*) > 1
    ), start as (${geldigeStarts(regioId)}
    ), gestopt as (${geldigeStops(regioId)}
    ), begonnen as (
      select s.bericht_id, k.*, t.ingangsdatum, t.ingetrokken
      from start k join start_melding s on s.regio_id = ${regioId} and s.gemeente = k.gemeente and s.nummer = k.nummer
        and s.wet = k.wet and s.begindatum = k.begindatum and s.status_aanlevering = 1 and s.oordeel = 'geldig'
      join toewijzing t on t.regio_id = ${regioId} and t.gemeente = s.gemeente and t.nummer = s.nummer and t.wet = s.wet
    ), opnieuw as (
      select wet, gemeente, nummer, begindatum, lag(begindatum) over (partition by wet, gemeente, nummer order by begindatum) as vorige from start
    ), signaal as (
      select v.bericht_id, 'twee-versies' as code from versie v join botsing using (wet, gemeente, nummer, toewijzing_moment)
      union select bericht_id, 'start-voor-ingang' from begonnen where begindatum < ingangsdatum
      union select bericht_id, 'start-ingetrokken' from begonnen where ingetrokken
      union select b.bericht_id, 'twee-starts' from opnieuw o join begonnen b using (wet, gemeente, nummer, begindatum)
        where o.vorige is not null and not exists (select from gestopt g where g.wet = o.wet
          and g.gemeente = o.gemeente and g.nummer = o.nummer and g.einddatum between o.vorige and o.begindatum)
    )
    select bericht_id, string_agg(code, ' ' order by code) as signaal from signaal group by bericht_id`.execute(ctx.db)
}
