import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import type { Omvang } from './verzamel.ts'

/** A number for the reference of a line and its aanbieder; two may share one, so it only says where to look. */
export const referentiesleutel = (r: RawBuilder<unknown>) => sql`hashtextextended(${r}.referentie, hashtext(${r}.agb))`

/** References that more than one line in the region has, by their number: w_dubbel. Only asked when there is much to judge. */
export async function zoekDubbele(ctx: Context, { veel }: Omvang) {
  if (veel) {
    await sql`drop table if exists pg_temp.w_dubbel`.execute(ctx.db)
    await sql`create temp table w_dubbel on commit drop as select ${referentiesleutel(sql`r`)} as sleutel from declaratie_regel r
      where r.regio_id = ${ctx.regioId} group by 1 having count(*) > 1`.execute(ctx.db)
  }
}

/**
 * TR314: a reference is used once per aanbieder and wet. Of several lines that are otherwise right the earliest holds: Dagtekening,
 * then identification; the others wait for a person. A refused line counts as never sent and takes no reference.
 */
export async function toetsReferenties(ctx: Context) {
  await sql`with kandidaat as (
      select r.bericht_id, r.regel, r.agb, r.wet, r.referentie from w_regel r where r.oordeel is null and r.toegekend is not false
      union all
      select r.bericht_id, r.regel, r.agb, r.wet, r.referentie
      from (select distinct agb, wet, referentie from w_regel) w
      join declaratie_regel r on r.regio_id = ${ctx.regioId} and r.agb = w.agb and r.referentie = w.referentie and r.wet = w.wet
      where not exists (select from w_bericht x where x.id = r.bericht_id) and r.toegekend is not false
        and (r.oordeel = 'geldig' or r.fout in ('dubbele-referentie', 'credit-zonder-debet'))
    ), dubbel as (
      select agb, wet, referentie from kandidaat group by agb, wet, referentie having count(*) > 1
    ), volgorde as (
      select k.bericht_id, k.regel, row_number() over (partition by k.agb, k.wet, k.referentie
        order by b.dagtekening, b.identificatie, b.inhoud_hmac, k.regel) as plek
      from kandidaat k join dubbel using (agb, wet, referentie)
      join bericht b on b.regio_id = ${ctx.regioId} and b.id = k.bericht_id
    )
    update w_regel r set oordeel = 'aangehouden', fout = 'dubbele-referentie'
    from volgorde v where v.bericht_id = r.bericht_id and v.regel = r.regel and v.plek > 1 and r.oordeel is null
      and not r.aanvaard`.execute(ctx.db)
}

/** TR323: a credit line takes back a valid debit line of the same aanbieder; until that is there it waits. */
export async function toetsCredits(ctx: Context) {
  // a line of these messages that is not in w_regel is right; one of other messages was judged before
  await sql`with debet as (
      select r.agb, r.wet, r.referentie
      from (select distinct agb, wet, vorige_referentie as referentie from w_regel where credit) c
      join declaratie_regel r on r.regio_id = ${ctx.regioId} and r.agb = c.agb and r.referentie = c.referentie and r.wet = c.wet
      left join w_regel w on w.bericht_id = r.bericht_id and w.regel = r.regel
      left join w_bericht b on b.id = r.bericht_id
      where not r.credit and case
        when w.bericht_id is not null then w.oordeel is null and w.toegekend is not false
        when b.id is not null then true
        else r.oordeel = 'geldig' and r.toegekend is not false end
    )
    update w_regel r set oordeel = 'wachtend', fout = 'credit-zonder-debet'
    where r.credit and r.oordeel is null and not r.aanvaard and not exists (select from debet d
      where d.agb = r.agb and d.wet = r.wet and d.referentie = r.vorige_referentie)`.execute(ctx.db)
}
