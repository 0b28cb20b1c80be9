import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { codeVan, oordeelVan, rang } from './rangorde.ts'
import type { Omvang } from './verzamel.ts'

/**
 * What the valid versions say of every toewijzing that these messages refer to, one row each: w_versie. `enig`: they all say the same
 * about client, aanbieder and period.
 */
export async function maakVersies(ctx: Context, { alles }: Omvang) {
  const { regioId } = ctx
  const verwezen = sql`join (
      select s.wet, s.gemeente, s.nummer from w_bericht b join start_melding s on s.regio_id = ${regioId} and s.bericht_id = b.id
      union select s.wet, s.gemeente, s.nummer from w_bericht b join stop_melding s on s.regio_id = ${regioId} and s.bericht_id = b.id
      union select r.wet, r.gemeente, r.nummer from w_bericht b join declaratie_regel r on r.regio_id = ${regioId} and r.bericht_id = b.id
    ) k on v.gemeente = k.gemeente and v.nummer = k.nummer and v.wet = k.wet`
  await sql`drop table if exists pg_temp.w_versie`.execute(ctx.db)
  await sql`create temp table w_versie on commit drop as
    with versie as (
      select distinct v.wet, v.gemeente, v.nummer, v.client_id, v.agb, v.ingangsdatum as van, coalesce(v.einddatum, 'infinity') as tot
      from toewijzing_versie v ${alles ? sql`` : verwezen} where v.regio_id = ${regioId} and v.oordeel = 'geldig'
    )
    select wet, gemeente, nummer, count(*) = 1 as enig, array_agg(client_id) as clienten, array_agg(agb) as agbs,
      min(van) as van, min(tot) as tot, array_agg(daterange(van, tot, '[]')) as periodes
    from versie group by wet, gemeente, nummer`.execute(ctx.db)
  await sql`create unique index on w_versie (nummer, gemeente, wet)`.execute(ctx.db)
  await sql`analyze w_versie`.execute(ctx.db)
}

/** 305: the toewijzing is known and is of this client and this aanbieder. Without a number (taakgericht) there is none to know. */
export async function toetsStart(ctx: Context) {
  await velOordeel(
    ctx,
    '305',
    sql`select s.bericht_id, s.regel, case when s.nummer is not null then ${toewijzingRang} end as rang
      from w_bericht b join start_melding s on s.regio_id = ${ctx.regioId} and s.bericht_id = b.id ${metVersie}
      where b.soort = '305' and b.oordeel is null`,
  )
}

/** 307: as a 305, and there is a valid start with the same Begindatum, also when it was removed later (TR382). */
export async function toetsStop(ctx: Context) {
  const geldig = sql`t.regio_id = ${ctx.regioId} and t.oordeel = 'geldig' and t.status_aanlevering = 1`
  await velOordeel(
    ctx,
    '307',
    sql`select s.bericht_id, s.regel, coalesce(
        case when s.nummer is not null then ${toewijzingRang} end,
        case when not b.aanvaard and not exists (select from start_melding t
          where ${geldig} and t.gemeente = s.gemeente and t.nummer = s.nummer and t.wet = s.wet and t.begindatum = s.begindatum)
          and not exists (select from start_melding t
          where s.nummer is null and ${geldig} and t.nummer is null and t.client_id = s.client_id and t.gemeente = s.gemeente
            and t.agb = s.agb and t.wet = s.wet and t.categorie is not distinct from s.categorie
            and t.code is not distinct from s.code and t.begindatum = s.begindatum) then ${rang('geen-bijbehorende-start')} end) as rang
      from w_bericht b join stop_melding s on s.regio_id = ${ctx.regioId} and s.bericht_id = b.id ${metVersie}
      where b.soort = '307' and b.oordeel is null`,
  )
}

const metVersie = sql`left join w_versie v on v.nummer = s.nummer and v.gemeente = s.gemeente and v.wet = s.wet`

const toewijzingRang = sql`case when v.nummer is null then ${rang('onbekende-toewijzing')}
  when not b.aanvaard and s.client_id <> all (v.clienten) then ${rang('client-hoort-niet-bij-toewijzing')}
  when not b.aanvaard and s.agb <> all (v.agbs) then ${rang('aanbieder-hoort-niet-bij-toewijzing')} end`

/** The first fault, in the order of rangorde, is that of the message; any bad line holds all of it. */
async function velOordeel(ctx: Context, soort: string, rangen: ReturnType<typeof sql>) {
  await sql`with fout as (
      select distinct on (bericht_id) bericht_id, regel, rang from (${rangen}) r where rang is not null
      order by bericht_id, rang, regel
    )
    update w_bericht b set oordeel = ${oordeelVan(sql`f.rang`)}, code = ${codeVan(sql`f.rang`)}, regel = f.regel
    from fout f where f.bericht_id = b.id and b.soort = ${soort}`.execute(ctx.db)
}
