import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Gespreksstand } from './gespreksstand.ts'

export type Zaakgesprek = {
  id: string
  soort: string
  titel: string
  datum: Temporal.PlainDate
  stand: Gespreksstand
  gehouden: boolean
  definitief: boolean
}

/** The meetings held for a case, the newest first, as far as this person may see them. */
export async function listGesprekkenVan(ctx: Context, escalatieId: string): Promise<Zaakgesprek[]> {
  const { rows } =
    await sql<Zaakgesprek>`select g.id, g.soort, g.titel, g.datum, g.stand, g.gehouden_op is not null as gehouden,
      g.definitief_op is not null as definitief
    from gesprek g where ${zicht(ctx).gesprek('g')} and g.escalatie_id = ${escalatieId}
    order by g.datum desc, g.id desc limit 100`.execute(ctx.db)
  return rows
}
