import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

type Productstand = { eenheidTarief: string; eenheidDeclaratie: string; tarieven: Map<number, number> }

/** What is known of an overeenkomst, as the CSV tells it: days as text, tariffs and ceilings in cents by year. */
export type Overeenkomststand = {
  id: string
  nummer: string
  agb: string
  onderwerp: string
  begindatum: string
  einddatum: string
  verlengingen: number
  verlengingMaanden: number
  /** CBS codes in order, with commas. */
  gemeenten: string
  producten: Map<string, Productstand>
  plafonds: Map<number, number>
}

type Hoofd = Omit<Overeenkomststand, 'producten' | 'plafonds'>
type Regel = {
  nummer: string
  sleutel: string
  eenheidTarief: string
  eenheidDeclaratie: string
  jaar: number | null
  cent: number | null
}

/** The known ones of these numbers. */
export async function leesStand(ctx: Context, nummers: readonly string[]): Promise<Map<string, Overeenkomststand>> {
  const { rows: hoofden } =
    await sql<Hoofd>`select o.id, o.nummer, o.agb, o.onderwerp, o.begindatum::text as begindatum,
      o.einddatum::text as einddatum, o.verlengingen, o.verlenging_maanden,
      coalesce((select string_agg(g.gemeente_code, ',' order by g.gemeente_code) from overeenkomst_gemeente g
        where g.regio_id = o.regio_id and g.overeenkomst_id = o.id), '') as gemeenten
    from overeenkomst o where o.regio_id = ${ctx.regioId} and o.nummer = any(${nummers}::text[])`.execute(ctx.db)
  const { rows: regels } = await sql<Regel>`select o.nummer, p.categorie || ' ' || p.code as sleutel, op.eenheid_tarief,
      op.eenheid_declaratie, extract(year from t.geldig_van)::int as jaar, t.cent
    from overeenkomst o
    join overeenkomst_product op on op.regio_id = o.regio_id and op.overeenkomst_id = o.id
    join product p on p.regio_id = op.regio_id and p.id = op.product_id
    left join tarief t on t.regio_id = op.regio_id and t.overeenkomst_product_id = op.id
    where o.regio_id = ${ctx.regioId} and o.nummer = any(${nummers}::text[])`.execute(ctx.db)
  const { rows: plafonds } = await sql<{ nummer: string; jaar: number; cent: number }>`select o.nummer, p.jaar, p.cent
    from overeenkomst o join plafond p on p.regio_id = o.regio_id and p.overeenkomst_id = o.id
    where o.regio_id = ${ctx.regioId} and o.nummer = any(${nummers}::text[])`.execute(ctx.db)

  const standen = new Map<string, Overeenkomststand>(
    hoofden.map((hoofd) => [hoofd.nummer, { ...hoofd, producten: new Map(), plafonds: new Map() }]),
  )
  for (const { nummer, sleutel, eenheidTarief, eenheidDeclaratie, jaar, cent } of regels) {
    const { producten } = standen.get(nummer)!
    const product: Productstand = producten.get(sleutel) ?? {
      eenheidTarief,
      eenheidDeclaratie,
      tarieven: new Map<number, number>(),
    }
    producten.set(sleutel, product)
    if (jaar !== null && cent !== null) {
      product.tarieven.set(jaar, cent)
    }
  }
  for (const { nummer, jaar, cent } of plafonds) {
    standen.get(nummer)!.plafonds.set(jaar, cent)
  }
  return standen
}
