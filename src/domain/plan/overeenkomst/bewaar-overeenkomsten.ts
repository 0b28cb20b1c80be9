import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Overeenkomstinvoer, Productinvoer } from './groepeer-overeenkomsten.ts'

/** Writes these overeenkomsten with everything below them: new rows added, differing values replaced, nothing else touched. */
export async function bewaarOvereenkomsten(ctx: Context, invoer: readonly Overeenkomstinvoer[]) {
  await upsertOvereenkomsten(ctx, invoer)
  await vervangGemeenten(ctx, invoer)
  await upsertProducten(ctx, invoer)
  await leidDomeinAf(ctx, invoer)
  await upsertTarieven(ctx, invoer)
  await upsertPlafonds(ctx, invoer)
}

/** Adds products to the catalogue of the region (CTR-03), and gives known ones the name of the file. */
export async function bewaarCatalogus(ctx: Context, producten: readonly Productinvoer[]) {
  await sql`insert into product (regio_id, categorie, code, naam)
    select distinct on (u.categorie, u.code) ${ctx.regioId}::uuid, u.categorie, u.code, u.naam
    from unnest(${producten.map((p) => p.productcategorie)}::text[], ${producten.map((p) => p.productcode)}::text[],
      ${producten.map((p) => p.product)}::text[]) as u (categorie, code, naam)
    on conflict (regio_id, categorie, code) do update set naam = excluded.naam where product.naam <> excluded.naam`.execute(
    ctx.db,
  )
}

async function upsertOvereenkomsten(ctx: Context, invoer: readonly Overeenkomstinvoer[]) {
  const kolom = <Naam extends keyof Overeenkomstinvoer>(naam: Naam) => invoer.map((overeenkomst) => overeenkomst[naam])
  await sql`insert into overeenkomst (regio_id, nummer, agb, aanbieder_id, onderwerp, begindatum, einddatum, verlengingen,
      verlenging_maanden, aangemaakt_op)
    select ${ctx.regioId}::uuid, u.nummer, u.agb, a.id, u.onderwerp, u.begindatum, u.einddatum, u.verlengingen, u.maanden, ${ctx.now}
    from unnest(${kolom('nummer')}::text[], ${kolom('agb')}::text[], ${kolom('onderwerp')}::text[], ${kolom('begindatum')}::date[],
      ${kolom('einddatum')}::date[], ${kolom('verlengingen')}::int[], ${kolom('verlengingMaanden')}::int[])
      as u (nummer, agb, onderwerp, begindatum, einddatum, verlengingen, maanden)
    left join aanbieder a on a.regio_id = ${ctx.regioId} and a.agb = u.agb
    on conflict (regio_id, nummer) do update set agb = excluded.agb, aanbieder_id = excluded.aanbieder_id,
      onderwerp = excluded.onderwerp, begindatum = excluded.begindatum, einddatum = excluded.einddatum,
      verlengingen = excluded.verlengingen, verlenging_maanden = excluded.verlenging_maanden`.execute(ctx.db)
}

async function vervangGemeenten(ctx: Context, invoer: readonly Overeenkomstinvoer[]) {
  const paren = invoer.flatMap(({ nummer, gemeenten }) => gemeenten.split(',').map((code) => ({ nummer, code })))
  await sql`with gewenst as materialized (
      select o.id, u.code from unnest(${paren.map(({ nummer }) => nummer)}::text[], ${paren.map(({ code }) => code)}::text[])
        as u (nummer, code) join overeenkomst o on o.regio_id = ${ctx.regioId} and o.nummer = u.nummer
    ), weg as (
      delete from overeenkomst_gemeente g where g.regio_id = ${ctx.regioId} and g.overeenkomst_id in (select id from gewenst)
        and not exists (select from gewenst w where w.id = g.overeenkomst_id and w.code = g.gemeente_code))
    insert into overeenkomst_gemeente (regio_id, overeenkomst_id, gemeente_code)
    select ${ctx.regioId}::uuid, id, code from gewenst on conflict do nothing`.execute(ctx.db)
}

async function upsertProducten(ctx: Context, invoer: readonly Overeenkomstinvoer[]) {
  const regels = invoer.flatMap(({ nummer, producten }) =>
    [...producten.values()].map((product) => ({ nummer, ...product })),
  )
  const kolom = <Naam extends keyof (typeof regels)[number]>(naam: Naam) => regels.map((regel) => regel[naam])
  await sql`insert into overeenkomst_product (regio_id, overeenkomst_id, product_id, eenheid_tarief, eenheid_declaratie)
    select ${ctx.regioId}::uuid, o.id, p.id, u.tarief, u.declaratie
    from unnest(${kolom('nummer')}::text[], ${kolom('productcategorie')}::text[], ${kolom('productcode')}::text[],
      ${kolom('eenheidTarief')}::text[], ${kolom('eenheidDeclaratie')}::text[]) as u (nummer, categorie, code, tarief, declaratie)
    join overeenkomst o on o.regio_id = ${ctx.regioId} and o.nummer = u.nummer
    join product p on p.regio_id = ${ctx.regioId} and p.categorie = u.categorie and p.code = u.code
    on conflict (regio_id, overeenkomst_id, product_id) do update
      set eenheid_tarief = excluded.eenheid_tarief, eenheid_declaratie = excluded.eenheid_declaratie`.execute(ctx.db)
}

// ORG-10: Wmo as soon as one product is of the Wmo, Jeugd when all are of the Jeugdwet; what somebody chose stands above it.
async function leidDomeinAf(ctx: Context, invoer: readonly Overeenkomstinvoer[]) {
  await sql`update overeenkomst o set domein_producten = p.domein
    from (select op.overeenkomst_id, case when bool_or(p.wet = 'wmo') then 'wmo' else 'jeugd' end as domein
      from overeenkomst o join overeenkomst_product op on op.regio_id = o.regio_id and op.overeenkomst_id = o.id
      join product p on p.regio_id = op.regio_id and p.id = op.product_id
      where o.regio_id = ${ctx.regioId} and o.nummer = any(${invoer.map(({ nummer }) => nummer)}::text[])
      group by op.overeenkomst_id) p
    where o.regio_id = ${ctx.regioId} and o.id = p.overeenkomst_id and o.domein_producten <> p.domein`.execute(ctx.db)
}

// The tariff of a year holds from 1 January to 31 December (LEESMIJ: the year of ProductPeriode.Begindatum).
async function upsertTarieven(ctx: Context, invoer: readonly Overeenkomstinvoer[]) {
  const regels = invoer.flatMap(({ nummer, tarieven }) =>
    tarieven.filter(({ dubbel }) => !dubbel).map((tarief) => ({ nummer, ...tarief })),
  )
  await sql`insert into tarief (regio_id, overeenkomst_product_id, geldig_van, geldig_tot, cent)
    select ${ctx.regioId}::uuid, op.id, make_date(u.jaar, 1, 1), make_date(u.jaar, 12, 31), u.cent
    from unnest(${regels.map(({ nummer }) => nummer)}::text[], ${regels.map(({ product }) => product.slice(0, 2))}::text[],
      ${regels.map(({ product }) => product.slice(3))}::text[], ${regels.map(({ jaar }) => jaar)}::int[],
      ${regels.map(({ cent }) => cent)}::int[]) as u (nummer, categorie, code, jaar, cent)
    join overeenkomst o on o.regio_id = ${ctx.regioId} and o.nummer = u.nummer
    join product p on p.regio_id = ${ctx.regioId} and p.categorie = u.categorie and p.code = u.code
    join overeenkomst_product op on op.regio_id = ${ctx.regioId} and op.overeenkomst_id = o.id and op.product_id = p.id
    on conflict (regio_id, overeenkomst_product_id, geldig_van) do update set cent = excluded.cent, geldig_tot = excluded.geldig_tot`.execute(
    ctx.db,
  )
}

async function upsertPlafonds(ctx: Context, invoer: readonly Overeenkomstinvoer[]) {
  const regels = invoer.flatMap(({ nummer, plafonds }) =>
    [...plafonds].map(([jaar, { cent }]) => ({ nummer, jaar, cent })),
  )
  const u = sql`unnest(${regels.map(({ nummer }) => nummer)}::text[], ${regels.map(({ jaar }) => jaar)}::int[],
    ${regels.map(({ cent }) => cent)}::bigint[]) as u (nummer, jaar, cent)
    join overeenkomst o on o.regio_id = ${ctx.regioId} and o.nummer = u.nummer`
  await sql`delete from plafond p using ${u} where p.regio_id = ${ctx.regioId} and p.overeenkomst_id = o.id and p.jaar = u.jaar
    and u.cent is null`.execute(ctx.db)
  await sql`insert into plafond (regio_id, overeenkomst_id, jaar, cent)
    select ${ctx.regioId}::uuid, o.id, u.jaar, u.cent from ${u} where u.cent is not null
    on conflict (regio_id, overeenkomst_id, jaar) do update set cent = excluded.cent`.execute(ctx.db)
}
