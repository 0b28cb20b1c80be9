import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { vanSleutel } from '../../toewijzing/verzamel-sleutels.ts'
import type { Omvang } from './verzamel.ts'

/**
 * What deserves a look but counts: two versions of one moment that differ, a start before the Ingangsdatum or on a withdrawn
 * toewijzing, a second start without a stop. In w_signaal.
 */
export async function bepaalSignalen(ctx: Context, omvang: Omvang) {
  const { regioId } = ctx
  await sql`drop table if exists pg_temp.w_signaal`.execute(ctx.db)
  // first what is odd, then the few messages that say so
  await sql`create temp table w_signaal on commit drop as
    with samen as (
      select v.nummer, v.gemeente, v.wet, v.toewijzing_moment from toewijzing_versie v ${vanSleutel(omvang, sql`v`)}
      where v.regio_id = ${regioId} and v.oordeel = 'geldig'
      group by v.nummer, v.gemeente, v.wet, v.toewijzing_moment having count(*) > 1
    ), versie as (
      select v.* from samen join toewijzing_versie v using (nummer, gemeente, wet, toewijzing_moment)
      where v.regio_id = ${regioId} and v.oordeel = 'geldig'
    ), inhoud as (
      select distinct wet, gemeente, nummer, toewijzing_moment, client_id, agb, categorie, code, ingangsdatum, einddatum,
        reden_wijziging, volume, eenheid, frequentie, budget_cent from versie
    ), botsing as (
      select wet, gemeente, nummer, toewijzing_moment from inhoud group by wet, gemeente, nummer, toewijzing_moment
      having count(*) > 1
    ), start as (
      select *, lag(begindatum) over (partition by nummer, gemeente, wet order by begindatum) as vorige from w_start
    ), vreemd as (
      select s.nummer, s.gemeente, s.wet, s.begindatum, 'start-voor-ingang' as code from start s
        join w_toewijzing t using (nummer, gemeente, wet) where s.begindatum < t.ingangsdatum
      union all select s.nummer, s.gemeente, s.wet, s.begindatum, 'start-ingetrokken' from start s
        join w_toewijzing t using (nummer, gemeente, wet) where t.ingetrokken
      union all select s.nummer, s.gemeente, s.wet, s.begindatum, 'twee-starts' from start s
        join w_toewijzing t using (nummer, gemeente, wet)
        where s.vorige is not null and not exists (select from w_stop g where g.nummer = s.nummer
          and g.gemeente = s.gemeente and g.wet = s.wet and g.einddatum between s.vorige and s.begindatum)
    ), signaal as (
      select v.bericht_id, 'twee-versies' as code from versie v join botsing using (wet, gemeente, nummer, toewijzing_moment)
      union select s.bericht_id, v.code from vreemd v join start_melding s on s.regio_id = ${regioId} and s.gemeente = v.gemeente
        and s.nummer = v.nummer and s.wet = v.wet and s.begindatum = v.begindatum and s.status_aanlevering = 1 and s.oordeel = 'geldig'
    )
    select bericht_id, string_agg(code, ' ' order by code) as signaal from signaal group by bericht_id`.execute(ctx.db)
}
