import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Wijziging } from '../../begrippen/csv.ts'
import type { Productinvoer } from './groepeer-overeenkomsten.ts'

/** Products of the catalogue (CTR-03) that the file gives another name, by the first row that does so. */
export async function vergelijkCatalogus(
  ctx: Context,
  producten: readonly Productinvoer[],
): Promise<Map<number, Wijziging>> {
  const { rows } = await sql<{ sleutel: string; naam: string }>`select categorie || ' ' || code as sleutel, naam
    from product where regio_id = ${ctx.regioId}`.execute(ctx.db)
  const bekend = new Map(rows.map(({ sleutel, naam }) => [sleutel, naam]))
  const hernoemd = new Map<number, Wijziging>()

  for (const { rij, productcategorie, productcode, product } of producten) {
    const sleutel = `${productcategorie} ${productcode}`
    const oud = bekend.get(sleutel)
    if (oud !== undefined && oud !== product) {
      hernoemd.set(rij, { veld: 'product', bij: productcode, oud, nieuw: product })
    }
    bekend.set(sleutel, product)
  }
  return hernoemd
}
