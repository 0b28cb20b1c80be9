import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'

export type Besproken = { id: string; titel: string; datum: Temporal.PlainDate; gehouden: boolean }

/** The meetings on whose agenda a finding stands, the newest first. */
export async function listBesproken(ctx: Context, bevindingId: string): Promise<Besproken[]> {
  const { rows } = await sql<Besproken>`select distinct g.id, g.titel, g.datum, g.gehouden_op is not null as gehouden
    from agendapunt p join gesprek g on g.regio_id = p.regio_id and g.id = p.gesprek_id
    where p.regio_id = ${ctx.regioId} and p.bevinding_id = ${bevindingId} and p.weggehaald_op is null
      and g.geannuleerd_op is null and ${zicht(ctx).gesprek('g')}
    order by g.datum desc, g.id limit 50`.execute(ctx.db)
  return rows
}
