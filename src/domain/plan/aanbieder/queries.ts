import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { prepared } from '../../../platform/prepared.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Grootteklasse } from './aanbieder-csv.ts'

export type Aanbieder = {
  id: string
  agb: string
  kvk: string
  naam: string
  rechtsvorm: string
  plaats: string
  grootteklasse: Grootteklasse
  medewerkers: number
  contractVan: Temporal.PlainDate | null
  contractmanagerId: string | null
  contractmanager: string | null
  achtervangerId: string | null
  achtervanger: string | null
}

/** One aanbieder; 404 when it is not there or may not be seen. */
export async function findAanbieder(ctx: Context, id: string): Promise<Aanbieder> {
  const { rows } =
    await prepared(sql<Aanbieder>`select a.id, a.agb, a.kvk, a.naam, a.rechtsvorm, a.plaats, a.grootteklasse, a.medewerkers,
      a.contract_van, a.contractmanager_id, m.naam as contractmanager, a.achtervanger_id, v.naam as achtervanger
    from aanbieder a
    left join gebruiker m on m.regio_id = a.regio_id and m.id = a.contractmanager_id
    left join gebruiker v on v.regio_id = a.regio_id and v.id = a.achtervanger_id
    where ${zicht(ctx).aanbieder('a')} and a.id = ${id}`).execute(ctx.db)
  if (!rows[0]) {
    throw notFound('Deze aanbieder')
  }
  return rows[0]
}

/** The name of the aanbieder whose account this is; null when it is not known. */
export async function findAanbiedernaam(ctx: Context): Promise<string | null> {
  const { rows } = await sql<{ naam: string }>`select naam from aanbieder
    where regio_id = ${ctx.regioId} and agb = ${ctx.actor.agb}`.execute(ctx.db)
  return rows[0]?.naam ?? null
}

export type Jaargeld = { jaar: number; gedeclareerdCent: number; plafondCent: number | null }

/** What was claimed and the sum of the ceilings, per year, newest first. Money in cents. */
export async function listGeldPerJaar(ctx: Context, { id, agb }: Pick<Aanbieder, 'id' | 'agb'>): Promise<Jaargeld[]> {
  const { rows } = await sql<Jaargeld>`select jaar, coalesce(d.cent, 0) as gedeclareerd_cent, p.cent as plafond_cent
    from (select extract(year from maand)::int as jaar, sum(bedrag_cent)::bigint as cent from declaratie_maand
      where ${zicht(ctx).vanOvereenkomst('declaratie_maand')} and agb = ${agb} group by 1) d
    full join (select p.jaar, sum(p.cent)::bigint as cent from overeenkomst o
      join plafond p on p.regio_id = o.regio_id and p.overeenkomst_id = o.id
      where ${zicht(ctx).overeenkomst('o')} and o.aanbieder_id = ${id} group by 1) p using (jaar)
    order by jaar desc`.execute(ctx.db)
  return rows
}

export type BevindingInKaart = {
  id: string
  titel: string
  indicatief: boolean
  ontstaanOp: Temporal.Instant
  geslotenOp: Temporal.Instant | null
  overeenkomst: string | null
}

/** Bevindingen of one aanbieder, the open ones first. */
export async function listBevindingenVan(ctx: Context, aanbiederId: string, limit = 50): Promise<BevindingInKaart[]> {
  const { rows } =
    await prepared(sql<BevindingInKaart>`select b.id, b.titel, b.indicatief, b.ontstaan_op, b.gesloten_op, o.nummer as overeenkomst
    from bevinding b left join overeenkomst o on o.regio_id = b.regio_id and o.id = b.overeenkomst_id
    where ${zicht(ctx).bevinding('b')} and b.aanbieder_id = ${aanbiederId}
    order by b.gesloten_op is not null, b.ontstaan_op desc, b.id limit ${sql.lit(limit)}`).execute(ctx.db)
  return rows
}

/** The places aanbieders are in, at most `limit`, by name: choices of a filter. */
export async function listPlaatsen(ctx: Context, limit = 200): Promise<string[]> {
  // A loose index scan: from one place to the next, whatever the number of aanbieders.
  const mijn = zicht(ctx).aanbieder('a')
  const { rows } = await prepared(sql<{ plaats: string }>`with recursive p as (
      (select plaats from aanbieder a where ${mijn} order by plaats collate "nl-x-icu" limit 1)
      union all
      select (select a.plaats from aanbieder a where ${mijn} and a.plaats collate "nl-x-icu" > p.plaats
        order by a.plaats collate "nl-x-icu" limit 1)
      from p where p.plaats is not null)
    select plaats from p where plaats <> '' limit ${sql.lit(limit)}`).execute(ctx.db)
  return rows.map(({ plaats }) => plaats)
}
