import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { tariefVanRegel } from './declaratie.ts'
import type { Omvang } from './verzamel.ts'

const regeltabel = { '301': 'toewijzing_versie', '305': 'start_melding', '307': 'stop_melding' } as const

/** Repeats the judgement of a message on its lines; only what differs is written. Of many, the next layer should know how many. */
export async function schrijfRegels(ctx: Context, soort: keyof typeof regeltabel, { veel }: Omvang) {
  await sql`update ${sql.table(regeltabel[soort])} r set oordeel = coalesce(b.oordeel, 'geldig') from w_bericht b
    where b.soort = ${soort} and r.regio_id = ${ctx.regioId} and r.bericht_id = b.id
      and r.oordeel is distinct from coalesce(b.oordeel, 'geldig')`.execute(ctx.db)
  if (veel) {
    await sql`analyze ${sql.table(regeltabel[soort])}`.execute(ctx.db)
  }
}

const anders = (nieuw: RawBuilder<unknown>) =>
  sql`(r.oordeel, r.fout, r.toegekend, r.overeenkomst_id) is distinct from ${nieuw}`

/** Writes the judgement of claim lines. Of few, w_maand says whose sums change in which month. */
export async function schrijfDeclaratieregels(ctx: Context, { veel }: Omvang) {
  const nieuw = sql`(coalesce(w.oordeel, 'geldig'), w.fout, w.toegekend, case when w.oordeel is null then w.overeenkomst_id end)`
  const wijziging = sql`update declaratie_regel r set (oordeel, fout, toegekend, overeenkomst_id) = row ${nieuw}
    from w_regel w where r.regio_id = ${ctx.regioId} and r.bericht_id = w.bericht_id and r.regel = w.regel and ${anders(nieuw)}`
  if (veel) {
    await wijziging.execute(ctx.db)
    await schrijfOverigeRegels(ctx)
    await sql`analyze declaratie_regel`.execute(ctx.db)
    return
  }
  await sql`drop table if exists pg_temp.w_maand`.execute(ctx.db)
  await sql`create temp table w_maand (agb text, maand date) on commit drop`.execute(ctx.db)
  await sql`with gewijzigd as (${wijziging} returning r.agb, r.van)
    insert into w_maand select distinct agb, van - (date_part('day', van)::int - 1) from gewijzigd`.execute(ctx.db)
  await sql`analyze w_maand`.execute(ctx.db)
}

/** Of many: what is not in w_regel is right. */
async function schrijfOverigeRegels(ctx: Context) {
  await sql`update declaratie_regel r set oordeel = 'geldig', fout = null, toegekend = b.toegekend, overeenkomst_id = t.overeenkomst_id
    from (select b.id, case when x.id is not null then true end as toegekend from w_bericht b
        left join w_antwoord x on x.heen_id = b.id and not x.afgekeurd where b.soort = '323' and b.oordeel is null) b,
      (select t.*, o.overeenkomst_id from w_tarief t join w_overeenkomst o on o.volgorde = t.volgorde where t.enig) t
    where r.regio_id = ${ctx.regioId} and r.bericht_id = b.id and ${tariefVanRegel}
      and not exists (select from w_regel w where w.bericht_id = r.bericht_id and w.regel = r.regel)
      and ${anders(sql`('geldig', null, b.toegekend, t.overeenkomst_id)`)}`.execute(ctx.db)
}

/** What the lines of a 323 mean for the message: how many count nowhere, and its judgement when none counts. */
export async function telRegelfouten(ctx: Context) {
  await sql`with telling as (
      select w.bericht_id, count(*) as slecht,
        min(case w.oordeel when 'wachtend' then 1 when 'aangehouden' then 2 when 'afgekeurd' then 3 end) as rang
      from w_regel w join w_bericht b on b.id = w.bericht_id and b.oordeel is null
      where w.oordeel is not null group by w.bericht_id
    ), niets as (
      select t.bericht_id, t.rang from telling t
      where t.slecht = (select count(*) from declaratie_regel r where r.regio_id = ${ctx.regioId} and r.bericht_id = t.bericht_id)
    ), eerste as (
      select distinct on (w.bericht_id) w.bericht_id, w.regel, w.oordeel, w.fout
      from w_regel w join niets n on n.bericht_id = w.bericht_id
      where w.oordeel = (array['wachtend', 'aangehouden', 'afgekeurd'])[n.rang] order by w.bericht_id, w.regel
    )
    update w_bericht b set regelfouten = t.slecht, oordeel = e.oordeel, code = e.fout, regel = e.regel
    from telling t left join eerste e on e.bericht_id = t.bericht_id where t.bericht_id = b.id`.execute(ctx.db)
  await sql`with fout as (
      select f.bericht_id, count(*) as n from w_bericht b
      join declaratie_regel_fout f on f.regio_id = ${ctx.regioId} and f.bericht_id = b.id where b.soort = '323'
      group by f.bericht_id
    )
    update w_bericht b set regelfouten = regelfouten + f.n from fout f where f.bericht_id = b.id`.execute(ctx.db)
}

/** Writes the judgement of the messages, and lists the few that a person should look at. Gives how many changed. */
export async function schrijfBerichten(ctx: Context): Promise<number> {
  await sql`update w_bericht b set signaal = s.signaal from w_signaal s where s.bericht_id = b.id`.execute(ctx.db)
  const aandacht = sql`(w.oordeel is not null or w.signaal is not null or w.regelfouten > 0)`
  await sql`delete from bericht_aandacht a using w_bericht w where a.regio_id = ${ctx.regioId} and a.bericht_id = w.id
    and not ${aandacht}`.execute(ctx.db)
  await sql`insert into bericht_aandacht as a (regio_id, bericht_id, agb, oordeel, code, signaal, regelfouten)
    select ${ctx.regioId}, id, agb, coalesce(oordeel, 'geldig'), code, signaal, regelfouten from w_bericht w where ${aandacht}
    on conflict (regio_id, bericht_id) do update set oordeel = excluded.oordeel, code = excluded.code,
      signaal = excluded.signaal, regelfouten = excluded.regelfouten
    where (a.oordeel, a.code, a.signaal, a.regelfouten) is distinct from
      (excluded.oordeel, excluded.code, excluded.signaal, excluded.regelfouten)`.execute(ctx.db)
  const nieuw = sql`(coalesce(w.oordeel, 'geldig'), w.code, case when w.regel is not null then 'nummer ' || w.regel end, w.signaal, w.regelfouten)`
  const { numAffectedRows } =
    await sql`update bericht b set (oordeel, code, plaats, signaal, regelfouten) = row ${nieuw},
      beoordeeld_op = ${ctx.now.toString()}::timestamptz
    from w_bericht w where b.regio_id = ${ctx.regioId} and b.id = w.id
      and (b.oordeel, b.code, b.plaats, b.signaal, b.regelfouten) is distinct from ${nieuw}`.execute(ctx.db)
  return Number(numAffectedRows ?? 0)
}
