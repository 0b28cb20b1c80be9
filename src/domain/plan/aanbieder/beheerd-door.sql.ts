import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** Whether the aanbieder of a row is managed by this person, or he is its back-up. */
export function beheerdDoor(
  { regioId }: Context,
  aanbiederId: RawBuilder<unknown>,
  gebruikerId: string,
): RawBuilder<boolean> {
  return sql<boolean>`${aanbiederId} in (select id from aanbieder where regio_id = ${regioId}
    and (contractmanager_id = ${gebruikerId} or achtervanger_id = ${gebruikerId}))`
}
