import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { referentiesleutel } from './referentie.ts'
import { codeVan, oordeelVan, rang } from './rangorde.ts'
import type { Omvang } from './verzamel.ts'

/**
 * The lines of these 323's in w_regel, each with the first fault that it has by itself (toewijzing, client, aanbieder, product, period,
 * tariff, amount), and with what a 325 says of it (IV087: the listed lines are refused, all others granted; without a 325 it is not
 * known yet). Never judged by a start or a stop: care that was delivered is paid (OP364). Of many messages only the lines that are not
 * simply right, and those that another line may decide about; all others are right, at the one tariff of w_tarief.
 */
export async function toetsRegels(ctx: Context, { veel }: Omvang) {
  const { regioId } = ctx
  await sql`drop table if exists pg_temp.w_regel`.execute(ctx.db)
  await sql`create temp table w_regel on commit drop as
    with regel as (
      select r.bericht_id, r.regel, r.agb, r.wet, r.credit, r.referentie, r.vorige_referentie, r.eenheid, r.tarief_cent, r.volume,
        r.bedrag_cent, b.aanvaard or a.regel is not null as aanvaard, b.oordeel, b.code as fout,
        t.enig, t.volgorde, t.volgordes, t.eenheden_tarief, t.eenheden_declaratie, t.centen,
        case when x.id is not null then not exists (select from declaratie_antwoord_regel y
          where y.regio_id = ${regioId} and y.bericht_id = x.id and y.referentie = r.referentie) end as toegekend,
        case
          when b.oordeel is not null then null
          when v.nummer is null then ${rang('onbekende-toewijzing')}
          when r.client_id <> all (v.clienten) and ${nietAanvaard} then ${rang('client-hoort-niet-bij-toewijzing')}
          when r.agb <> all (v.agbs) and ${nietAanvaard} then ${rang('aanbieder-hoort-niet-bij-toewijzing')}
          when t.agb is null and (r.agb, r.gemeente, r.wet, r.categorie, r.code) not in
            (select agb, gemeente, wet, categorie, code from w_product) then ${rang('product-niet-in-contract')}
          when not ${periodePast} and ${nietAanvaard} then ${rang('buiten-toewijzingsperiode')}
          when t.agb is null then ${rang('tarief-wijkt-af', 'wachtend')}
          when t.enig then ${tariefRang(sql`t`)} end as rang
      from w_bericht b join declaratie_regel r on r.regio_id = ${regioId} and r.bericht_id = b.id
      left join w_antwoord x on x.heen_id = b.id and not x.afgekeurd
      left join aanvaarding a on a.regio_id = ${regioId} and a.bericht_id = r.bericht_id and a.regel = r.regel
      left join w_versie v on v.nummer = r.nummer and v.gemeente = r.gemeente and v.wet = r.wet
      left join w_tarief t on ${tariefVanRegel}
      where b.soort = '323'
    ), rangen as (
      select r.*, coalesce(r.rang, k.rang) as eerste, coalesce(k.volgorde, r.volgorde) as gekozen from regel r
      left join lateral (${besteTarief}) k on r.oordeel is null and r.rang is null and not r.enig
      ${veel ? sql`where ${bijzonder}` : sql``}
    )
    select r.bericht_id, r.regel, r.agb, r.wet, r.credit, r.referentie, r.vorige_referentie, r.aanvaard, o.overeenkomst_id,
      coalesce(r.oordeel, ${oordeelVan(sql`eerste`)}) as oordeel, coalesce(r.fout, ${codeVan(sql`eerste`)}) as fout, r.toegekend
    from rangen r left join w_overeenkomst o on o.volgorde = r.gekozen`.execute(ctx.db)
  await sql`create unique index on w_regel (bericht_id, regel)`.execute(ctx.db)
  await sql`create index on w_regel (referentie, agb, wet)`.execute(ctx.db)
  await sql`analyze w_regel`.execute(ctx.db)
}

/** The row of w_tarief for line `r`, at most one. */
export const tariefVanRegel = sql`t.agb = r.agb and t.gemeente = r.gemeente and t.wet = r.wet and t.categorie = r.categorie
  and t.code = r.code and r.van between t.van and t.tot`

const bijzonder = sql`(r.oordeel is not null or r.rang is not null or not r.enig or r.credit or r.toegekend = false
  or ${referentiesleutel(sql`r`)} in (select sleutel from w_dubbel))`

// Asked only of the few that do not fit.
const nietAanvaard = sql`not (b.aanvaard or a.regel is not null)`

// Within one version; what they say together does not count.
const periodePast = sql`case when v.enig then r.van >= v.van and r.tot <= v.tot
  else daterange(r.van, r.tot, '[]') <@ any (v.periodes) end`

// Of several tariffs for the same days the one that fits best; of those that fit as well the first overeenkomst.
const besteTarief = sql`select k.volgorde, ${tariefRang(sql`k`)} as rang
  from unnest(r.volgordes, r.eenheden_tarief, r.eenheden_declaratie, r.centen)
    as k (volgorde, eenheid_tarief, eenheid_declaratie, cent) order by rang desc nulls first, k.volgorde limit 1`

/** How line `r` differs from tariff `t`; null when it does not. */
function tariefRang(t: RawBuilder<unknown>): RawBuilder<number> {
  const eenheidPast = sql`${t}.eenheid_declaratie = r.eenheid`
  // IV081: a tariff per hour that is claimed in minutes stands in the message as a rounded tariff per minute, which is not used.
  const perMinuut = sql`(${t}.eenheid_tarief = '04' and r.eenheid = '01')`
  // Unit 83 is euros: the volume is the amount.
  const tariefPast = sql`(${perMinuut} or r.eenheid = '83' or coalesce(r.tarief_cent, ${t}.cent) = ${t}.cent)`
  // Decision 16: hourly tariff × minutes / 60, half up, on the amount without its sign.
  const bedrag = sql`case when ${perMinuut} then (2 * abs(r.volume)::bigint * ${t}.cent + 60) / 120
    when r.eenheid = '83' then abs(r.volume) else abs(r.volume)::bigint * ${t}.cent end`
  return sql`case when not (${eenheidPast} and ${tariefPast}) then ${rang('tarief-wijkt-af', 'afgekeurd')}
    when abs(r.bedrag_cent) <> ${bedrag} then ${rang('bedrag-onjuist')} end`
}
