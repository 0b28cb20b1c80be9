import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'

/** Ids of the aanbieders that are not invited to tables on this day (TAF-12). */
export async function listUitgesloten(ctx: Context, dag: Temporal.PlainDate): Promise<string[]> {
  const { rows } = await sql<{ aanbiederId: string }>`select u.aanbieder_id from overlegtafel_uitsluiting u
    where ${zicht(ctx).vanAanbieder('u')} and ${geldtOp(dag)}`.execute(ctx.db)
  return rows.map(({ aanbiederId }) => aanbiederId)
}

/** Whether exclusion `u` holds on a day: from its first day, up to and with its last, or the one before it was lifted. */
export function geldtOp(dag: Temporal.PlainDate) {
  return sql<boolean>`(u.vanaf <= ${dag}::date and coalesce(least(u.opgeheven_vanaf, u.tot + 1), 'infinity') > ${dag}::date)`
}
