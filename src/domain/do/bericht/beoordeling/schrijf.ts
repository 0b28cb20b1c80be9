import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'

const regeltabel = { '301': 'toewijzing_versie', '305': 'start_melding', '307': 'stop_melding' } as const

/** Repeats the judgement of a message on its lines; only what differs is written. Of many, the next layer should know how many. */
export async function schrijfRegels(ctx: Context, soort: keyof typeof regeltabel, veel: boolean) {
  await sql`update ${sql.table(regeltabel[soort])} r set oordeel = coalesce(b.oordeel, 'geldig') from w_bericht b
    where b.soort = ${soort} and r.regio_id = ${ctx.regioId} and r.bericht_id = b.id
      and r.oordeel is distinct from coalesce(b.oordeel, 'geldig')`.execute(ctx.db)
  if (veel) {
    await sql`analyze ${sql.table(regeltabel[soort])}`.execute(ctx.db)
  }
}

/** Writes the judgement of claim lines; gives the aanbieders and months of which the sums change, in w_maand. */
export async function schrijfDeclaratieregels(ctx: Context, veel: boolean) {
  await sql`drop table if exists pg_temp.w_maand`.execute(ctx.db)
  await sql`create temp table w_maand (agb text, maand date) on commit drop`.execute(ctx.db)
  await sql`with gewijzigd as (
      update declaratie_regel r set oordeel = coalesce(w.oordeel, 'geldig'), fout = w.fout, toegekend = w.toegekend,
        overeenkomst_id = case when w.oordeel is null then w.overeenkomst_id end
      from w_regel w where r.regio_id = ${ctx.regioId} and r.bericht_id = w.bericht_id and r.regel = w.regel
        and (r.oordeel, r.fout, r.toegekend, r.overeenkomst_id) is distinct from
          (coalesce(w.oordeel, 'geldig'), w.fout, w.toegekend, case when w.oordeel is null then w.overeenkomst_id end)
      returning r.agb, r.van
    )
    insert into w_maand select distinct agb, van - (extract(day from van)::int - 1) from gewijzigd`.execute(ctx.db)
  if (veel) {
    await sql`analyze declaratie_regel`.execute(ctx.db)
  }
  await sql`with telling as (
      select w.bericht_id, count(*) filter (where w.oordeel is null) as goed, count(*) filter (where w.oordeel is not null) as slecht,
        min(case w.oordeel when 'wachtend' then 1 when 'aangehouden' then 2 when 'afgekeurd' then 3 end) as rang
      from w_regel w join w_bericht b on b.id = w.bericht_id and b.oordeel is null group by w.bericht_id
    ), eerste as (
      select distinct on (w.bericht_id) w.bericht_id, w.regel, w.oordeel, w.fout
      from w_regel w join telling t on t.bericht_id = w.bericht_id and t.goed = 0
      where w.oordeel = (array['wachtend', 'aangehouden', 'afgekeurd'])[t.rang] order by w.bericht_id, w.regel
    )
    update w_bericht b set regelfouten = t.slecht, oordeel = e.oordeel, code = e.fout, regel = e.regel
    from telling t left join eerste e on e.bericht_id = t.bericht_id where t.bericht_id = b.id and (t.slecht > 0)`.execute(
    ctx.db,
  )
  await sql`with fout as (
      select f.bericht_id, count(*) as n from w_bericht b
      join declaratie_regel_fout f on f.regio_id = ${ctx.regioId} and f.bericht_id = b.id where b.soort = '323'
      group by f.bericht_id
    )
    update w_bericht b set regelfouten = regelfouten + f.n from fout f where f.bericht_id = b.id`.execute(ctx.db)
}

/** Writes the judgement of the messages, and lists the few that a person should look at. Gives how many changed. */
export async function schrijfBerichten(ctx: Context): Promise<number> {
  const { rows } = await sql<{ n: number }>`with nieuw as (
      select w.id, coalesce(w.oordeel, 'geldig') as oordeel, w.code, w.regelfouten, s.signaal,
        case when w.regel is not null then 'nummer ' || w.regel end as plaats
      from w_bericht w left join w_signaal s on s.bericht_id = w.id
    ), gewijzigd as (
      update bericht b set oordeel = n.oordeel, code = n.code, plaats = n.plaats, signaal = n.signaal,
        regelfouten = n.regelfouten, beoordeeld_op = ${ctx.now.toString()}::timestamptz
      from nieuw n where b.regio_id = ${ctx.regioId} and b.id = n.id
        and (b.oordeel, b.code, b.plaats, b.signaal, b.regelfouten) is distinct from
          (n.oordeel, n.code, n.plaats, n.signaal, n.regelfouten)
      returning b.id, b.agb, b.oordeel, b.code, b.signaal, b.regelfouten
    ), weg as (
      delete from bericht_aandacht a using gewijzigd g where a.regio_id = ${ctx.regioId} and a.bericht_id = g.id
        and g.oordeel = 'geldig' and g.signaal is null and g.regelfouten = 0
    ), aandacht as (
      insert into bericht_aandacht (regio_id, bericht_id, agb, oordeel, code, signaal, regelfouten)
      select ${ctx.regioId}, id, agb, oordeel, code, signaal, regelfouten from gewijzigd
      where oordeel <> 'geldig' or signaal is not null or regelfouten > 0
      on conflict (regio_id, bericht_id) do update set oordeel = excluded.oordeel, code = excluded.code,
        signaal = excluded.signaal, regelfouten = excluded.regelfouten
    )
    select count(*) as n from gewijzigd`.execute(ctx.db)
  return rows[0]!.n
}
