import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'
import { categorienaam } from '../../begrippen/productcategorie.ts'

export type Tafelproduct = { code: string; naam: string }

/** The products that are contracted today on what this person sees, by code; `alle` all the region ever had. */
export async function listTafelproducten(ctx: Context, { alle = false } = {}): Promise<Tafelproduct[]> {
  const nu = sql`exists (select from overeenkomst_product op join overeenkomst o on o.regio_id = op.regio_id and o.id = op.overeenkomst_id
    where op.regio_id = p.regio_id and op.product_id = p.id and ${zicht(ctx).overeenkomst('o')} and o.begindatum <= ${ctx.today} and o.loopt_tot >= ${ctx.today})`
  const { rows } = await sql<{ code: string }>`select distinct p.categorie as code from product p
    where p.regio_id = ${ctx.regioId} and ${alle ? sql`true` : nu} order by 1`.execute(ctx.db)
  return rows.map(({ code }) => ({ code, naam: categorienaam(code) }))
}

/** Per product (category) the days of its held tables. */
export async function listGehouden(ctx: Context): Promise<Map<string, Temporal.PlainDate[]>> {
  const { rows } = await sql<{
    categorie: string
    datum: Temporal.PlainDate
  }>`select p.categorie, o.datum from overlegtafel_product p
    join overlegtafel o on o.regio_id = p.regio_id and o.id = p.overlegtafel_id
    where p.regio_id = ${ctx.regioId} and o.gehouden_op is not null`.execute(ctx.db)
  const dagen = Map.groupBy(rows, ({ categorie }) => categorie)
  return new Map([...dagen].map(([code, rijen]) => [code, rijen.map(({ datum }) => datum)]))
}
