import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'

/**
 * What was agreed with the aanbieders of these messages. w_overeenkomst numbers the overeenkomsten in a fixed order; w_product
 * holds what may be assigned or claimed; w_tarief at which tariffs in which days: of one product the days of its rows never overlap.
 */
export async function maakContracten(ctx: Context) {
  const { regioId } = ctx
  await sql`drop table if exists pg_temp.w_overeenkomst, pg_temp.w_tarief, pg_temp.w_product`.execute(ctx.db)
  await sql`create temp table w_overeenkomst on commit drop as
    select row_number() over (order by o.nummer collate "C")::int as volgorde, o.id as overeenkomst_id, o.agb
    from overeenkomst o where o.regio_id = ${regioId} and o.agb in (select agb from w_bericht)`.execute(ctx.db)
  await sql`create temp table w_tarief on commit drop as
    with tarief as (
      select o.agb, g.gemeente_code as gemeente, p.wet, p.categorie, p.code, o.volgorde, op.eenheid_tarief, op.eenheid_declaratie,
        t.geldig_van, t.geldig_tot, t.cent
      from w_overeenkomst o
      join overeenkomst_gemeente g on g.regio_id = ${regioId} and g.overeenkomst_id = o.overeenkomst_id
      join overeenkomst_product op on op.regio_id = ${regioId} and op.overeenkomst_id = o.overeenkomst_id
      join product p on p.regio_id = ${regioId} and p.id = op.product_id
      join tarief t on t.regio_id = ${regioId} and t.overeenkomst_product_id = op.id
    ), grens as (
      select agb, gemeente, wet, categorie, code, geldig_van as dag from tarief
      union select agb, gemeente, wet, categorie, code, geldig_tot + 1 from tarief
    ), deel as (
      select *, lead(dag) over (partition by agb, gemeente, wet, categorie, code order by dag) - 1 as tot from grens
    )
    select d.agb, d.gemeente, d.wet, d.categorie, d.code, d.dag as van, d.tot, count(*) = 1 as enig, min(t.volgorde) as volgorde,
      min(t.eenheid_tarief) as eenheid_tarief, min(t.eenheid_declaratie) as eenheid_declaratie, min(t.cent) as cent,
      array_agg(t.volgorde order by t.volgorde) as volgordes, array_agg(t.eenheid_tarief order by t.volgorde) as eenheden_tarief,
      array_agg(t.eenheid_declaratie order by t.volgorde) as eenheden_declaratie, array_agg(t.cent order by t.volgorde) as centen
    from deel d join tarief t using (agb, gemeente, wet, categorie, code)
    where d.dag between t.geldig_van and t.geldig_tot
    group by d.agb, d.gemeente, d.wet, d.categorie, d.code, d.dag, d.tot`.execute(ctx.db)
  await sql`create temp table w_product on commit drop as
    select distinct o.agb, g.gemeente_code as gemeente, p.wet, p.categorie, p.code
    from w_overeenkomst o
    join overeenkomst_gemeente g on g.regio_id = ${regioId} and g.overeenkomst_id = o.overeenkomst_id
    join overeenkomst_product op on op.regio_id = ${regioId} and op.overeenkomst_id = o.overeenkomst_id
    join product p on p.regio_id = ${regioId} and p.id = op.product_id`.execute(ctx.db)
  await sql`analyze w_overeenkomst, w_tarief, w_product`.execute(ctx.db)
}

/**
 * 301: every product is agreed with this aanbieder for this gemeente. Aspecific (no code): the category is; generic (no product):
 * anything is.
 */
export async function toetsProduct(ctx: Context) {
  await sql`with toegestaan as (
      select agb, gemeente, wet, categorie, code from w_product
      union select agb, gemeente, wet, categorie, '' from w_product
      union select agb, gemeente, wet, '', '' from w_product
    ), fout as (
      select v.bericht_id, min(v.regel) as regel
      from w_bericht b join toewijzing_versie v on v.regio_id = ${ctx.regioId} and v.bericht_id = b.id
      left join toegestaan t on t.agb = v.agb and t.gemeente = v.gemeente and t.wet = v.wet
        and t.categorie = coalesce(v.categorie, '') and t.code = coalesce(v.code, '')
      where b.soort = '301' and b.oordeel is null and t.agb is null
      group by v.bericht_id
    )
    update w_bericht b set oordeel = 'wachtend', code = 'product-niet-in-contract', regel = f.regel
    from fout f where f.bericht_id = b.id`.execute(ctx.db)
}
