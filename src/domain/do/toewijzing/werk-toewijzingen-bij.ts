import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Omvang } from '../bericht/beoordeling/verzamel.ts'
import { vanSleutel } from './verzamel-sleutels.ts'

/**
 * Derives the state of the toewijzingen that are judged from their valid messages (STM-13): the version of the highest moment holds
 * (IV013); of one moment the one with a RedenWijziging, then the later Dagtekening, then the higher Identificatie.
 */
export async function werkToewijzingenBij(ctx: Context, omvang: Omvang) {
  const { regioId } = ctx
  await sql`drop table if exists pg_temp.w_toewijzing`.execute(ctx.db)
  await sql`create temp table w_toewijzing on commit drop as
    with versie as (
      select v.* from toewijzing_versie v ${vanSleutel(omvang, sql`v`)} where v.regio_id = ${regioId} and v.oordeel = 'geldig'
    ), geldend as (
      select distinct on (nummer, gemeente, wet) * from versie
      order by nummer, gemeente, wet, toewijzing_moment desc, (reden_wijziging is not null) desc, dagtekening desc,
        identificatie desc, regel desc, bericht_id
    ), begin as (
      select g.wet, g.gemeente, g.nummer, min(v.toewijzing_moment)::date as toegewezen_op,
        min(v.toewijzing_moment) filter (where v.ingangsdatum = g.ingangsdatum)::date as eerste_met_ingang
      from geldend g join versie v using (nummer, gemeente, wet) group by g.nummer, g.gemeente, g.wet
    ), periode as (
      select a.nummer, a.gemeente, a.wet, a.begindatum, min(o.einddatum) as einddatum
      from w_start a left join w_stop o on o.nummer = a.nummer and o.gemeente = a.gemeente and o.wet = a.wet
        and o.einddatum >= a.begindatum
      group by a.nummer, a.gemeente, a.wet, a.begindatum
    ), zorg as (
      select nummer, gemeente, wet, min(begindatum) as gestart_op,
        case when bool_and(einddatum is not null) then max(einddatum) end as gestopt_op
      from periode group by nummer, gemeente, wet
    )
    select g.wet, g.gemeente, g.nummer, g.client_id, g.agb, g.categorie, g.code, g.ingangsdatum, g.einddatum, g.reden_wijziging,
      -- OP033x1: reason 13 with Einddatum = Ingangsdatum withdraws
      coalesce(g.reden_wijziging = '13' and g.einddatum = g.ingangsdatum, false) as ingetrokken,
      b.toegewezen_op, greatest(g.ingangsdatum, b.eerste_met_ingang) as referentiedatum, z.gestart_op, z.gestopt_op,
      g.volume, g.eenheid, g.frequentie
    from geldend g join begin b using (nummer, gemeente, wet) left join zorg z using (nummer, gemeente, wet)`.execute(
    ctx.db,
  )
  await sql`create unique index on w_toewijzing (nummer, gemeente, wet)`.execute(ctx.db)
  await sql`analyze w_toewijzing`.execute(ctx.db)
  const geenVersie = sql`t.regio_id = ${regioId} and not exists (select from w_toewijzing w where w.nummer = t.nummer
    and w.gemeente = t.gemeente and w.wet = t.wet)`
  await sql`delete from toewijzing t ${omvang.alles ? sql`` : sql`using w_sleutel k`} where ${geenVersie}
    ${omvang.alles ? sql`` : sql`and t.nummer = k.nummer and t.gemeente = k.gemeente and t.wet = k.wet`}`.execute(
    ctx.db,
  )
  const anders = sql.raw(STAND.map((kolom) => `t.${kolom} is distinct from w.${kolom}`).join(' or '))
  await sql`update toewijzing t set ${sql.raw(STAND.map((kolom) => `${kolom} = w.${kolom}`).join(', '))} from w_toewijzing w
    where t.regio_id = ${regioId} and t.nummer = w.nummer and t.gemeente = w.gemeente and t.wet = w.wet and (${anders})`.execute(
    ctx.db,
  )
  await sql`insert into toewijzing (regio_id, nummer, gemeente, wet, ${sql.raw(STAND.join(', '))})
    select ${regioId}, nummer, gemeente, wet, ${sql.raw(STAND.join(', '))} from w_toewijzing w where not exists (select from toewijzing t
      where t.regio_id = ${regioId} and t.nummer = w.nummer and t.gemeente = w.gemeente and t.wet = w.wet)`.execute(
    ctx.db,
  )
}

/** What is derived of a toewijzing. */
const STAND = [
  ...[
    'client_id',
    'agb',
    'categorie',
    'code',
    'ingangsdatum',
    'einddatum',
    'reden_wijziging',
    'ingetrokken',
    'toegewezen_op',
  ],
  ...['referentiedatum', 'gestart_op', 'gestopt_op', 'volume', 'eenheid', 'frequentie'],
]
