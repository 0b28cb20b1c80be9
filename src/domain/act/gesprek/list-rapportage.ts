import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'

export type Rapportagedeel = {
  code: string
  tekst: string
  versie: number
  gewijzigdOp: Temporal.Instant
  gewijzigdDoor: string
}

/** The report of the aanbieder, part by part. A draft is the aanbieder's own: others see it once it was handed in. */
export async function listRapportage(ctx: Context, gesprekId: string): Promise<Rapportagedeel[]> {
  const { rows } = await sql<Rapportagedeel>`select r.code, r.tekst, r.versie, r.gewijzigd_op, r.gewijzigd_door
    from rapportagedeel r join gesprek g on g.regio_id = r.regio_id and g.id = r.gesprek_id
    where ${zicht(ctx).vanGesprek('r')} and r.gesprek_id = ${gesprekId}
      and (${ctx.actor.agb !== null} or g.rapportage_ingediend_op is not null)
    order by r.code`.execute(ctx.db)
  return rows
}
