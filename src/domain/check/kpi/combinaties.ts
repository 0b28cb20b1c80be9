import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

export type Combinatie = { aanbiederId: string; agb: string; subregioId: string; subregio: string }

/** Every aanbieder × subregio, also without care, in the order in which they were recorded. */
export async function listCombinaties(ctx: Context): Promise<Combinatie[]> {
  const { rows } = await sql<Combinatie>`
    select aanbieder.id as aanbieder_id, agb, subregio.id as subregio_id, subregio.naam as subregio
    from aanbieder join subregio on subregio.regio_id = aanbieder.regio_id
    where aanbieder.regio_id = ${ctx.regioId} order by aanbieder.id, subregio.volgorde`.execute(ctx.db)
  return rows
}
