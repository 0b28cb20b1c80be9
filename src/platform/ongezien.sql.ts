import { sql, type RawBuilder } from 'kysely'

/**
 * A parameter the planner does not look into, so that a kept query (prepared.ts) has one plan whatever it is: else PostgreSQL would find
 * a plan for each value a little cheaper, and plan again every time. An index is used all the same.
 */
export function ongezien(waarde: unknown, soort: 'date' | 'uuid[]' | 'text[]'): RawBuilder<unknown> {
  return sql`(select ${waarde}::${sql.raw(soort)})`
}
