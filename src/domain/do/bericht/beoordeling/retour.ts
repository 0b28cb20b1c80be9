import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'

/**
 * OP286, IV032: a message that the receiver refused counts as never sent. Of several answers the latest holds. An answer to a
 * message that is not known waits for it.
 */
export async function toetsRetour(ctx: Context) {
  await sql`drop table if exists pg_temp.w_antwoord`.execute(ctx.db)
  await sql`create temp table w_antwoord on commit drop as
    with antwoord as (
      select h.id as heen_id, r.bericht_id as id, r.afgekeurd from w_bericht h
      join retour r on r.regio_id = ${ctx.regioId} and r.heen_soort = h.soort and r.heen_afzender = h.afzender
        and r.heen_identificatie = h.identificatie
      union all
      select h.id, d.bericht_id, d.geheel_afgekeurd from w_bericht h
      join declaratie_antwoord d on d.regio_id = ${ctx.regioId} and d.declaratie_identificatie = h.identificatie
      where h.soort = '323'
    )
    select distinct on (a.heen_id) a.heen_id, a.id, a.afgekeurd
    from antwoord a
    join w_bericht h on h.id = a.heen_id
    join bericht b on b.regio_id = ${ctx.regioId} and b.id = a.id and b.wet = h.wet and b.agb = h.agb
    left join w_bericht w on w.id = a.id
    where coalesce(case when w.id is null then b.code else w.code end, '') <> 'identificatie-hergebruikt'
    order by a.heen_id, b.dagtekening desc, b.identificatie desc, b.inhoud_hmac desc`.execute(ctx.db)
  await sql`analyze w_antwoord`.execute(ctx.db)
  await sql`update w_bericht h set oordeel = 'afgekeurd', code = 'retour-afgekeurd' from w_antwoord a
    where a.heen_id = h.id and a.afgekeurd and h.oordeel is null`.execute(ctx.db)
  await sql`update w_bericht b set oordeel = 'wachtend', code = 'onbekend-heenbericht'
    from retour r where b.oordeel is null and r.regio_id = ${ctx.regioId} and r.bericht_id = b.id
      and not exists (select from bericht h where h.regio_id = ${ctx.regioId} and h.wet = b.wet and h.soort = r.heen_soort
        and h.afzender = r.heen_afzender and h.identificatie = r.heen_identificatie)`.execute(ctx.db)
  await sql`update w_bericht b set oordeel = 'wachtend', code = 'onbekend-heenbericht'
    from declaratie_antwoord d where b.oordeel is null and d.regio_id = ${ctx.regioId} and d.bericht_id = b.id
      and not exists (select from bericht h where h.regio_id = ${ctx.regioId} and h.wet = b.wet and h.soort = '323'
        and h.afzender = b.agb and h.identificatie = d.declaratie_identificatie)`.execute(ctx.db)
}
