import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { prepared } from '../../../platform/prepared.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Domein } from './domein.ts'
import type { Relatietype } from './relatietype.ts'

export type Overeenkomst = {
  id: string
  nummer: string
  relatietype: Relatietype
  domein: Domein
  /** null: the domein follows from the products. */
  domeinKeuze: Domein | null
  onderwerp: string
  agb: string
  aanbiederId: string | null
  aanbieder: string | null
  kvk: string | null
  begindatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate
  looptTot: Temporal.PlainDate
  verlengingen: number
  verlengingMaanden: number
  verlengd: number
  nietVerlengdOp: Temporal.PlainDate | null
  gegevensVersie: number
  /** Whether this person may read the money of this one */
  metGeld: boolean
} & Intern

/** What the region keeps for itself: an aanbieder's account reads it empty. */
type Intern = {
  vindplaats: string
  motiveringJuridisch: string
  motiveringBeleid: string
  budgetkader: string
  beleidskader: string
}

const LEEG: Intern = {
  vindplaats: '',
  motiveringJuridisch: '',
  motiveringBeleid: '',
  budgetkader: '',
  beleidskader: '',
}

/** One overeenkomst; 404 when it is not there or may not be seen. */
export async function findOvereenkomst(ctx: Context, id: string): Promise<Overeenkomst> {
  const { rows } =
    await prepared(sql<Overeenkomst>`select o.id, o.nummer, o.relatietype, o.domein, o.domein_keuze, o.onderwerp, o.agb, o.aanbieder_id,
      a.naam as aanbieder, a.kvk, o.begindatum, o.einddatum, o.loopt_tot, o.verlengingen, o.verlenging_maanden, o.verlengd,
      o.niet_verlengd_op, o.gegevens_versie, o.vindplaats, o.motivering_juridisch, o.motivering_beleid, o.budgetkader, o.beleidskader,
      ${zicht(ctx, 'budget:lezen').overeenkomst('o')} as met_geld
    from overeenkomst o left join aanbieder a on a.regio_id = o.regio_id and a.id = o.aanbieder_id
    where ${zicht(ctx).overeenkomst('o')} and o.id = ${id}`).execute(ctx.db)
  if (!rows[0]) {
    throw notFound('Deze overeenkomst')
  }
  return ctx.actor.agb === null ? rows[0] : { ...rows[0], ...LEEG }
}

/** Gemeenten it holds for, in the order of the region; `naam` null when the gemeente is not of this region. */
export async function listGemeentenVan(
  ctx: Context,
  overeenkomstId: string,
): Promise<{ code: string; naam: string | null }[]> {
  const { rows } = await prepared(sql<{ code: string; naam: string | null }>`select og.gemeente_code as code, g.naam
    from overeenkomst_gemeente og
    left join gemeente g on g.regio_id = og.regio_id and g.code = og.gemeente_code
    where og.regio_id = ${ctx.regioId} and og.overeenkomst_id = ${overeenkomstId}
    order by g.naam collate "nl-x-icu" nulls last, code`).execute(ctx.db)
  return rows
}

export type Overeenkomstjaar = {
  jaar: number
  plafondCent: number | null
  gedeclareerdCent: number
  /** Claimed per month, January first. */
  perMaandCent: number[]
}

/** Ceiling and claims per year, newest first. Money in cents. */
export async function listJaren(ctx: Context, overeenkomstId: string): Promise<Overeenkomstjaar[]> {
  const { rows } = await prepared(sql<{
    jaar: number
    plafondCent: number | null
    maand: number | null
    cent: number | null
  }>`
    select jaar, p.cent as plafond_cent, d.maand, d.cent
    from (select jaar, cent from plafond where ${zicht(ctx).vanOvereenkomst('plafond')} and overeenkomst_id = ${overeenkomstId}) p
    full join (select extract(year from maand)::int as jaar, extract(month from maand)::int as maand, sum(bedrag_cent)::bigint as cent
      from declaratie_maand where ${zicht(ctx).vanOvereenkomst('declaratie_maand')} and overeenkomst_id = ${overeenkomstId} group by 1, 2) d using (jaar)
    order by jaar desc, d.maand`).execute(ctx.db)
  return [...Map.groupBy(rows, ({ jaar }) => jaar)].map(([jaar, regels]) => {
    const perMaandCent = Array.from({ length: 12 }, (_, i) => regels.find(({ maand }) => maand === i + 1)?.cent ?? 0)
    return {
      jaar,
      plafondCent: regels[0]!.plafondCent,
      gedeclareerdCent: perMaandCent.reduce((som, cent) => som + cent, 0),
      perMaandCent,
    }
  })
}

export type Overeenkomstfunctie = {
  functie: string
  gebruikerId: string
  naam: string
  vanaf: Temporal.PlainDate | null
  eigen: boolean
}

/**
 * Who holds which function. Contract manager and back-up of the aanbieder hold it for every overeenkomst that has none of its own
 * (`eigen` false).
 */
export async function listFuncties(ctx: Context, overeenkomstId: string): Promise<Overeenkomstfunctie[]> {
  const { rows } = await prepared(sql<Overeenkomstfunctie>`with eigen as (
      select f.functie, f.gebruiker_id, g.naam, f.vanaf, true as eigen from overeenkomst_functie f
      join gebruiker g on g.regio_id = f.regio_id and g.id = f.gebruiker_id
      where f.regio_id = ${ctx.regioId} and f.overeenkomst_id = ${overeenkomstId})
    select * from eigen
    union all
    select x.functie, g.id, g.naam, null, false
    from overeenkomst o join aanbieder a on a.regio_id = o.regio_id and a.id = o.aanbieder_id,
      lateral (values ('contractmanager', a.contractmanager_id), ('achtervanger', a.achtervanger_id)) as x (functie, id)
    join gebruiker g on g.regio_id = ${ctx.regioId} and g.id = x.id
    where o.regio_id = ${ctx.regioId} and o.id = ${overeenkomstId} and x.functie not in (select functie from eigen)
    order by functie, naam`).execute(ctx.db)
  return rows
}
