import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'

export type Verplaatst = {
  vanDatum: Temporal.PlainDate
  naarDatum: Temporal.PlainDate
  reden: string
  verplaatstOp: Temporal.Instant
  verplaatstDoor: string
}

/** How often a meeting moved, and why, oldest first. */
export async function listVerplaatsingen(ctx: Context, gesprekId: string): Promise<Verplaatst[]> {
  const { rows } = await sql<Verplaatst>`select v.van_datum, v.naar_datum, v.reden, v.verplaatst_op, v.verplaatst_door
    from gesprek_verplaatsing v where ${zicht(ctx).vanGesprek('v')} and v.gesprek_id = ${gesprekId} order by v.verplaatst_op`.execute(
    ctx.db,
  )
  return rows
}
