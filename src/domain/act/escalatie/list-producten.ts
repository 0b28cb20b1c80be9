import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** The products of the region, for the scope of a stop: code and name, each code once. */
export async function listProducten(ctx: Context): Promise<{ code: string; naam: string }[]> {
  const { rows } = await sql<{
    code: string
    naam: string
  }>`select distinct on (code) code, code || ' ' || naam as naam from product
    where regio_id = ${ctx.regioId} and code is not null order by code, naam limit 200`.execute(ctx.db)
  return rows
}
