import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'

/** The overeenkomsten of an aanbieder that run today, for the choice of what a case is about. */
export async function listOvereenkomstenVan(
  ctx: Context,
  aanbiederId: string,
): Promise<{ id: string; naam: string }[]> {
  const { rows } = await sql<{
    id: string
    naam: string
  }>`select o.id, o.nummer || ' ' || o.onderwerp as naam from overeenkomst o
    where ${zicht(ctx).overeenkomst('o')} and o.aanbieder_id = ${aanbiederId} and o.loopt_tot >= ${ctx.today}
    order by o.nummer limit 100`.execute(ctx.db)
  return rows
}
