import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import type { Bekostigingsvorm } from './bekostigingsvorm.ts'

export type Overeenkomstproduct = {
  id: string
  wet: 'wmo' | 'jw'
  categorie: string
  code: string
  naam: string
  eenheidTarief: string
  eenheidDeclaratie: string
  bekostigingsvorm: Bekostigingsvorm | null
  tarieven: { van: Temporal.PlainDate; tot: Temporal.PlainDate; cent: number }[]
}

/** Products with their tariffs through the years, oldest first. */
export async function listProducten(ctx: Context, overeenkomstId: string): Promise<Overeenkomstproduct[]> {
  const { rows } = await prepared(sql<
    Omit<Overeenkomstproduct, 'tarieven'> & { van: Temporal.PlainDate | null; tot: Temporal.PlainDate; cent: number }
  >`
    select op.id, p.wet, p.categorie, p.code, p.naam, op.eenheid_tarief, op.eenheid_declaratie, op.bekostigingsvorm,
      t.geldig_van as van, t.geldig_tot as tot, t.cent
    from overeenkomst_product op
    join product p on p.regio_id = op.regio_id and p.id = op.product_id
    left join tarief t on t.regio_id = op.regio_id and t.overeenkomst_product_id = op.id
    where op.regio_id = ${ctx.regioId} and op.overeenkomst_id = ${overeenkomstId}
    order by p.categorie, p.code, t.geldig_van`).execute(ctx.db)
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((regels) => {
    const { van: _van, tot: _tot, cent: _cent, ...product } = regels[0]!
    const tarieven = regels.flatMap(({ van, tot, cent }) => (van === null ? [] : [{ van, tot, cent }]))
    return { ...product, tarieven }
  })
}
