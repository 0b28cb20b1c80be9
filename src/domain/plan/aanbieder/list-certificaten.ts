import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'

export type Certificaat = {
  id: string
  naam: string
  instelling: string
  nummer: string
  geldigVan: Temporal.PlainDate
  geldigTot: Temporal.PlainDate
}

/** Quality certificates of an aanbieder, the one that ends last first (CTR-13). */
export async function listCertificaten(ctx: Context, aanbiederId: string): Promise<Certificaat[]> {
  const { rows } =
    await prepared(sql<Certificaat>`select id, naam, instelling, nummer, geldig_van, geldig_tot from certificaat
    where regio_id = ${ctx.regioId} and aanbieder_id = ${aanbiederId} order by geldig_tot desc, naam, id`).execute(
      ctx.db,
    )
  return rows
}
