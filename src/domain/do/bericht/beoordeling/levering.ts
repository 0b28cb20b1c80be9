import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { codeVan, oordeelVan, rang } from './rangorde.ts'

/** The valid versions of every toewijzing that these messages refer to: w_versie, each combination once. */
export async function maakVersies(ctx: Context) {
  await sql`drop table if exists pg_temp.w_versie`.execute(ctx.db)
  await sql`create temp table w_versie on commit drop as
    with sleutel as (
      select s.wet, s.gemeente, s.nummer from w_bericht b join start_melding s on s.regio_id = ${ctx.regioId} and s.bericht_id = b.id
      union select s.wet, s.gemeente, s.nummer from w_bericht b join stop_melding s on s.regio_id = ${ctx.regioId} and s.bericht_id = b.id
      union select r.wet, r.gemeente, r.nummer from w_bericht b join declaratie_regel r on r.regio_id = ${ctx.regioId} and r.bericht_id = b.id
    )
    select distinct v.wet, v.gemeente, v.nummer, v.client_id, v.agb, v.ingangsdatum, v.einddatum
    from sleutel k join toewijzing_versie v on v.regio_id = ${ctx.regioId} and v.gemeente = k.gemeente and v.nummer = k.nummer
      and v.wet = k.wet
    where v.oordeel = 'geldig'`.execute(ctx.db)
  await sql`create index on w_versie (nummer, gemeente, wet)`.execute(ctx.db)
  await sql`analyze w_versie`.execute(ctx.db)
}

/** 305: the toewijzing is known and is of this client and this aanbieder. Without a number (taakgericht) there is none to know. */
export async function toetsStart(ctx: Context) {
  await velOordeel(
    ctx,
    '305',
    sql`select s.bericht_id, s.regel, ${toewijzingRang} as rang
      from w_bericht b join start_melding s on s.regio_id = ${ctx.regioId} and s.bericht_id = b.id ${metVersie}
      where b.soort = '305' and b.oordeel is null and s.nummer is not null
      group by s.bericht_id, s.regel, b.aanvaard`,
  )
}

/** 307: as a 305, and there is a valid start with the same Begindatum, also when it was removed later (TR382). */
export async function toetsStop(ctx: Context) {
  await velOordeel(
    ctx,
    '307',
    sql`select s.bericht_id, s.regel, coalesce(
        case when s.nummer is not null then ${toewijzingRang} end,
        case when not b.aanvaard and not exists (select from start_melding t
          where t.regio_id = ${ctx.regioId} and t.oordeel = 'geldig' and t.status_aanlevering = 1 and t.gemeente = s.gemeente
            and t.nummer = s.nummer and t.wet = s.wet and t.begindatum = s.begindatum)
          and not exists (select from start_melding t
          where s.nummer is null and t.regio_id = ${ctx.regioId} and t.oordeel = 'geldig' and t.status_aanlevering = 1
            and t.nummer is null and t.client_id = s.client_id and t.gemeente = s.gemeente and t.agb = s.agb and t.wet = s.wet
            and t.categorie is not distinct from s.categorie and t.code is not distinct from s.code
            and t.begindatum = s.begindatum) then ${rang('geen-bijbehorende-start')} end) as rang
      from w_bericht b join stop_melding s on s.regio_id = ${ctx.regioId} and s.bericht_id = b.id ${metVersie}
      where b.soort = '307' and b.oordeel is null
      group by s.bericht_id, s.regel, b.aanvaard, s.nummer, s.gemeente, s.wet, s.begindatum, s.client_id, s.agb, s.categorie, s.code`,
  )
}

const metVersie = sql`left join w_versie v on v.nummer = s.nummer and v.gemeente = s.gemeente and v.wet = s.wet`

const toewijzingRang = sql`case when count(v.nummer) = 0 then ${rang('onbekende-toewijzing')}
  when not b.aanvaard and not bool_or(v.client_id = s.client_id) then ${rang('client-hoort-niet-bij-toewijzing')}
  when not b.aanvaard and not bool_or(v.agb = s.agb) then ${rang('aanbieder-hoort-niet-bij-toewijzing')} end`

/** The first fault, in the order of rangorde, is that of the message; any bad line holds all of it. */
async function velOordeel(ctx: Context, soort: string, rangen: ReturnType<typeof sql>) {
  await sql`with fout as (
      select distinct on (bericht_id) bericht_id, regel, rang from (${rangen}) r where rang is not null
      order by bericht_id, rang, regel
    )
    update w_bericht b set oordeel = ${oordeelVan(sql`f.rang`)}, code = ${codeVan(sql`f.rang`)}, regel = f.regel
    from fout f where f.bericht_id = b.id and b.soort = ${soort}`.execute(ctx.db)
}
