import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Besluitsoort } from './verlengstand.ts'

export type Verlengingsbesluit = {
  volgnr: number
  optie: number
  besluit: Besluitsoort
  /** Term of the option, whether it comes or not. */
  vanaf: Temporal.PlainDate
  tot: Temporal.PlainDate
  /** null for an aanbieder's account: why is between the region and itself. */
  reden: string | null
  besluitdatum: Temporal.PlainDate
  door: string
  vastgelegdOp: Temporal.Instant
}

/** What was decided about the extensions of an overeenkomst, in order (CTR-10). */
export async function listVerlengingsbesluiten(ctx: Context, overeenkomstId: string): Promise<Verlengingsbesluit[]> {
  const { rows } = await sql<Verlengingsbesluit>`select v.volgnr, v.optie, v.besluit, v.vanaf, v.tot,
      case when ${ctx.actor.agb}::text is null then v.reden end as reden, v.besluitdatum, g.naam as door, v.vastgelegd_op
    from verlengingsbesluit v join gebruiker g on g.regio_id = v.regio_id and g.id = v.besloten_door
    where v.regio_id = ${ctx.regioId} and v.overeenkomst_id = ${overeenkomstId} order by v.volgnr`.execute(ctx.db)
  return rows
}
