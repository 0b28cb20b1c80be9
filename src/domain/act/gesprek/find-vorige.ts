import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Gesprek } from './queries.ts'

/** The meeting before this one with the same party, that was held; null when there is none. */
export async function findVorige(
  ctx: Context,
  { id, soort, aanbiederId, gemeenteCode, datum }: Gesprek,
): Promise<{ id: string; datum: Temporal.PlainDate } | null> {
  const { rows } = await sql<{ id: string; datum: Temporal.PlainDate }>`select g.id, g.datum from gesprek g
    where ${zicht(ctx).gesprek('g')} and g.id <> ${id} and g.gehouden_op is not null and g.datum <= ${datum}
      and g.aanbieder_id is not distinct from ${aanbiederId}::uuid and g.gemeente_code is not distinct from ${gemeenteCode}::text
      and (g.aanbieder_id is not null or g.gemeente_code is not null or g.soort = ${soort})
    order by g.datum desc, g.gehouden_op desc limit 1`.execute(ctx.db)
  return rows[0] ?? null
}
