import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** The product categories that the region has contracted, with the name of one of their products. */
export async function listCategorieen(ctx: Context): Promise<{ code: string; naam: string }[]> {
  const { rows } = await sql<{
    code: string
    naam: string
  }>`select p.categorie as code, min(p.naam) as naam from product p
    where p.regio_id = ${ctx.regioId} group by p.categorie order by p.categorie`.execute(ctx.db)
  return rows
}
