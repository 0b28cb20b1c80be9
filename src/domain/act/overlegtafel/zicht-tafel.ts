import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/**
 * Whose tables a query reads, as a condition on an alias of `overlegtafel`: those of the region; for an aanbieder's account those it was
 * invited to and those whose feedback it got (ROL-21). Row-level security asks the same again (022-overlegtafel.sql).
 */
export function zichtTafel({ regioId, actor }: Context, x: string): RawBuilder<boolean> {
  const [regio, id] = [sql.raw(`${x}.regio_id`), sql.raw(`${x}.id`)]
  if (actor.agb === null) return sql`${regio} = ${regioId}`
  return sql`(${regio} = ${regioId} and (
    exists (select from overlegtafel_deelname zd where zd.regio_id = ${regio} and zd.overlegtafel_id = ${id} and zd.agb = ${actor.agb})
    or exists (select from overlegtafel_terugkoppeling zt where zt.regio_id = ${regio} and zt.overlegtafel_id = ${id} and zt.agb = ${actor.agb})))`
}
