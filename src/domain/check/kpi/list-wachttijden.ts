import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'

/** How many days each counted case of a start-zorg result waited (null: never started), without saying whose: for the picture. */
export async function listWachttijden(ctx: Context, uitkomstId: string): Promise<{ dagen: number | null }[]> {
  const { rows } = await sql<{ dagen: number | null }>`
    select (k.startdatum - k.referentiedatum) as dagen
    from kpi_gevallen s cross join lateral unnest(s.uitkomst, s.referentiedatum, s.startdatum) as k (uitkomst, referentiedatum, startdatum)
    where ${zicht(ctx).vanUitkomst('s')} and s.uitkomst_id = ${uitkomstId} and k.uitkomst in ('tijdig', 'te laat', 'geen start')
    order by 1`.execute(ctx.db)
  return rows
}
