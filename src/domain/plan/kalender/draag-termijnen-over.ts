import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/**
 * Passes the open terms of one person to another; without one, to who manages the aanbieder now. Terms of a function or role follow
 * whoever has that, so they need no passing. Gives how many.
 */
export async function draagTermijnenOver(ctx: Context, vanId: string, naarId: string | null): Promise<number> {
  const { numAffectedRows } = await sql`update termijn t set gebruiker_id = n.naar, gewijzigd_op = ${ctx.now}
    from (select t.id, coalesce(${naarId}::uuid, a.contractmanager_id) as naar from termijn t
      left join aanbieder a on a.regio_id = t.regio_id and a.id = t.aanbieder_id
      where t.regio_id = ${ctx.regioId} and t.gebruiker_id = ${vanId} and t.gesloten_op is null and t.bron <> 'waarneming') n
    where t.regio_id = ${ctx.regioId} and t.id = n.id and n.naar is not null`.execute(ctx.db)
  return Number(numAffectedRows ?? 0)
}
