import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { geldigeStarts, geldigeStops } from './geldige-meldingen.ts'

/** The toewijzingen that the messages of w_bericht are about: w_sleutel. */
export async function verzamelSleutels(ctx: Context) {
  await sql`drop table if exists pg_temp.w_sleutel`.execute(ctx.db)
  await sql`create temp table w_sleutel on commit drop as
    select v.wet, v.gemeente, v.nummer from w_bericht b join toewijzing_versie v on v.regio_id = ${ctx.regioId} and v.bericht_id = b.id
    union select s.wet, s.gemeente, s.nummer from w_bericht b join start_melding s on s.regio_id = ${ctx.regioId}
      and s.bericht_id = b.id where s.nummer is not null
    union select s.wet, s.gemeente, s.nummer from w_bericht b join stop_melding s on s.regio_id = ${ctx.regioId}
      and s.bericht_id = b.id where s.nummer is not null`.execute(ctx.db)
  await sql`create unique index on w_sleutel (nummer, gemeente, wet)`.execute(ctx.db)
  await sql`analyze w_sleutel`.execute(ctx.db)
}

/**
 * Derives the state of the toewijzingen in w_sleutel from their valid messages (STM-13): the version of the highest moment holds
 * (IV013); of one moment the one with a RedenWijziging, then the later Dagtekening, then the higher Identificatie.
 */
export async function werkToewijzingenBij(ctx: Context) {
  const { regioId } = ctx
  await sql`drop table if exists pg_temp.w_toewijzing`.execute(ctx.db)
  await sql`create temp table w_toewijzing on commit drop as
    with versie as (
      select v.* from w_sleutel k join toewijzing_versie v on v.regio_id = ${regioId} and v.gemeente = k.gemeente
        and v.nummer = k.nummer and v.wet = k.wet where v.oordeel = 'geldig'
    ), geldend as (
      select distinct on (wet, gemeente, nummer) * from versie
      order by wet, gemeente, nummer, toewijzing_moment desc, (reden_wijziging is not null) desc, dagtekening desc,
        identificatie desc, regel desc, bericht_id
    ), begin as (
      select g.wet, g.gemeente, g.nummer, min(v.toewijzing_moment)::date as toegewezen_op,
        min(v.toewijzing_moment) filter (where v.ingangsdatum = g.ingangsdatum)::date as eerste_met_ingang
      from geldend g join versie v using (wet, gemeente, nummer) group by g.wet, g.gemeente, g.nummer
    ), start as (${geldigeStarts(regioId)}
    ), stop as (${geldigeStops(regioId)}
    ), periode as (
      select a.wet, a.gemeente, a.nummer, a.begindatum, min(o.einddatum) as einddatum
      from start a left join stop o on o.wet = a.wet and o.gemeente = a.gemeente and o.nummer = a.nummer
        and o.einddatum >= a.begindatum
      group by a.wet, a.gemeente, a.nummer, a.begindatum
    ), zorg as (
      select wet, gemeente, nummer, min(begindatum) as gestart_op,
        case when bool_and(einddatum is not null) then max(einddatum) end as gestopt_op
      from periode group by wet, gemeente, nummer
    )
    select g.wet, g.gemeente, g.nummer, g.client_id, g.agb, g.categorie, g.code, g.ingangsdatum, g.einddatum, g.reden_wijziging,
      -- OP033x1: reason 13 with Einddatum = Ingangsdatum withdraws
      coalesce(g.reden_wijziging = '13' and g.einddatum = g.ingangsdatum, false) as ingetrokken,
      b.toegewezen_op, greatest(g.ingangsdatum, b.eerste_met_ingang) as referentiedatum, z.gestart_op, z.gestopt_op,
      g.volume, g.eenheid, g.frequentie
    from geldend g join begin b using (wet, gemeente, nummer) left join zorg z using (wet, gemeente, nummer)`.execute(
    ctx.db,
  )
  await sql`create unique index on w_toewijzing (nummer, gemeente, wet)`.execute(ctx.db)
  await sql`analyze w_toewijzing`.execute(ctx.db)
  await sql`delete from toewijzing t using w_sleutel k where t.regio_id = ${regioId} and t.gemeente = k.gemeente
    and t.nummer = k.nummer and t.wet = k.wet and not exists (select from w_toewijzing w where w.gemeente = t.gemeente
      and w.nummer = t.nummer and w.wet = t.wet)`.execute(ctx.db)
  await sql`insert into toewijzing as t (regio_id, wet, gemeente, nummer, client_id, agb, categorie, code, ingangsdatum, einddatum,
      reden_wijziging, ingetrokken, toegewezen_op, referentiedatum, gestart_op, gestopt_op, volume, eenheid, frequentie)
    select ${regioId}, wet, gemeente, nummer, client_id, agb, categorie, code, ingangsdatum, einddatum, reden_wijziging,
      ingetrokken, toegewezen_op, referentiedatum, gestart_op, gestopt_op, volume, eenheid, frequentie
    from w_toewijzing
    on conflict (regio_id, gemeente, nummer, wet) do update set client_id = excluded.client_id, agb = excluded.agb,
      categorie = excluded.categorie, code = excluded.code, ingangsdatum = excluded.ingangsdatum,
      einddatum = excluded.einddatum, reden_wijziging = excluded.reden_wijziging, ingetrokken = excluded.ingetrokken,
      toegewezen_op = excluded.toegewezen_op, referentiedatum = excluded.referentiedatum, gestart_op = excluded.gestart_op,
      gestopt_op = excluded.gestopt_op, volume = excluded.volume, eenheid = excluded.eenheid, frequentie = excluded.frequentie
    where (t.client_id, t.agb, t.categorie, t.code, t.ingangsdatum, t.einddatum, t.reden_wijziging, t.ingetrokken,
        t.toegewezen_op, t.referentiedatum, t.gestart_op, t.gestopt_op, t.volume, t.eenheid, t.frequentie)
      is distinct from (excluded.client_id, excluded.agb, excluded.categorie, excluded.code, excluded.ingangsdatum,
        excluded.einddatum, excluded.reden_wijziging, excluded.ingetrokken, excluded.toegewezen_op, excluded.referentiedatum,
        excluded.gestart_op, excluded.gestopt_op, excluded.volume, excluded.eenheid, excluded.frequentie)`.execute(
    ctx.db,
  )
}
