import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { codeVan, oordeelVan, rang } from './rangorde.ts'

/**
 * The lines of these 323's in w_regel, each with the first fault that it has by itself: toewijzing, client, aanbieder, product,
 * period, tariff and amount. Never by a start or a stop: care that was delivered is paid (OP364).
 */
export async function toetsRegels(ctx: Context) {
  await sql`drop table if exists pg_temp.w_regel`.execute(ctx.db)
  await sql`create temp table w_regel on commit drop as
    with regel as materialized (
      select r.bericht_id, r.regel, r.wet, r.gemeente, r.nummer, r.client_id, r.agb, r.categorie, r.code, r.van, r.tot, r.volume,
        r.eenheid, r.tarief_cent, r.bedrag_cent, r.credit, r.referentie, r.vorige_referentie, b.oordeel, b.code as fout,
        b.aanvaard or a.regel is not null as aanvaard
      from w_bericht b join declaratie_regel r on r.regio_id = ${ctx.regioId} and r.bericht_id = b.id
      left join aanvaarding a on a.regio_id = ${ctx.regioId} and a.bericht_id = r.bericht_id and a.regel = r.regel
      where b.soort = '323'
    ), toewijzing as (
      select r.bericht_id, r.regel, bool_or(v.client_id = r.client_id) as client, bool_or(v.agb = r.agb) as aanbieder,
        bool_or(r.van >= v.ingangsdatum and (v.einddatum is null or r.tot <= v.einddatum)) as periode
      from regel r join w_versie v on v.nummer = r.nummer and v.gemeente = r.gemeente and v.wet = r.wet
      where r.oordeel is null
      group by r.bericht_id, r.regel
    ), afspraak as (
      select r.bericht_id, r.regel, bool_or(${eenheidPast} and ${tariefPast}) as past,
        min(t.volgorde) filter (where ${eenheidPast} and ${tariefPast} and ${bedragPast}) as volgorde
      from regel r join w_tarief t on t.agb = r.agb and t.gemeente = r.gemeente and t.wet = r.wet
        and t.categorie = r.categorie and t.code = r.code and r.van between t.geldig_van and t.geldig_tot
      where r.oordeel is null
      group by r.bericht_id, r.regel
    ), rangen as (
      select r.bericht_id, r.regel, r.agb, r.wet, r.van, r.credit, r.referentie, r.vorige_referentie, r.aanvaard,
        r.oordeel, r.fout, a.volgorde, case
          when r.oordeel is not null then null
          when t.client is null then ${rang('onbekende-toewijzing')}
          when not r.aanvaard and not t.client then ${rang('client-hoort-niet-bij-toewijzing')}
          when not r.aanvaard and not t.aanbieder then ${rang('aanbieder-hoort-niet-bij-toewijzing')}
          when p.agb is null then ${rang('product-niet-in-contract')}
          when not r.aanvaard and not t.periode then ${rang('buiten-toewijzingsperiode')}
          when a.past is null then ${rang('tarief-wijkt-af', 'wachtend')}
          when not a.past then ${rang('tarief-wijkt-af', 'afgekeurd')}
          when a.volgorde is null then ${rang('bedrag-onjuist')} end as rang
      from regel r left join toewijzing t using (bericht_id, regel) left join afspraak a using (bericht_id, regel)
      left join w_product p on p.agb = r.agb and p.gemeente = r.gemeente and p.wet = r.wet and p.categorie = r.categorie
        and p.code = r.code
    )
    select r.bericht_id, r.regel, r.agb, r.wet, r.van, r.credit, r.referentie, r.vorige_referentie, r.aanvaard,
      o.overeenkomst_id, coalesce(r.oordeel, ${oordeelVan(sql`rang`)}) as oordeel, coalesce(r.fout, ${codeVan(sql`rang`)}) as fout,
      null::boolean as toegekend
    from rangen r left join w_overeenkomst o on o.volgorde = r.volgorde`.execute(ctx.db)
  await sql`create unique index on w_regel (bericht_id, regel)`.execute(ctx.db)
  await sql`create index on w_regel (referentie, agb, wet)`.execute(ctx.db)
  await sql`analyze w_regel`.execute(ctx.db)
}

const eenheidPast = sql`t.eenheid_declaratie = r.eenheid`

// IV081: a tariff per hour that is claimed in minutes stands in the message as a rounded tariff per minute, which is not used.
const perMinuut = sql`(t.eenheid_tarief = '04' and r.eenheid = '01')`

// Unit 83 is euros: the volume is the amount.
const tariefPast = sql`(${perMinuut} or r.eenheid = '83' or coalesce(r.tarief_cent, t.cent) = t.cent)`

// Decision 16: hourly tariff × minutes / 60, half up, on the amount without its sign.
const bedragPast = sql`(abs(r.bedrag_cent) = case when ${perMinuut} then (2 * abs(r.volume)::bigint * t.cent + 60) / 120
  when r.eenheid = '83' then abs(r.volume) else abs(r.volume)::bigint * t.cent end)`
