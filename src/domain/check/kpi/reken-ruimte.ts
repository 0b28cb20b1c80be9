import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

// Row-level security hides from the planner how many rows there are, so it expects a handful and would look them up one by one.
const ruimte = { work_mem: '128MB', enable_nestloop: 'off', enable_mergejoin: 'off', enable_sort: 'off' }

/** Runs set-based counting over whole tables with memory for it and hash joins; afterwards the transaction is as it was. */
export async function metRekenruimte<T>(ctx: Context, werk: () => Promise<T>): Promise<T> {
  const namen = Object.keys(ruimte)
  const { rows } = await sql<{ naam: string; oud: string }>`with oud as (
      select naam, current_setting(naam) as oud from unnest(${namen}::text[]) naam)
    select naam, oud, set_config(naam, waarde, true) from oud
    join unnest(${namen}::text[], ${Object.values(ruimte)}::text[]) nieuw (naam, waarde) using (naam)`.execute(ctx.db)
  const uitkomst = await werk()
  // Not in a finally: after an error the transaction is aborted and takes the settings with it.
  await sql`select set_config(naam, oud, true)
    from unnest(${rows.map(({ naam }) => naam)}::text[], ${rows.map(({ oud }) => oud)}::text[]) o (naam, oud)`.execute(
    ctx.db,
  )
  return uitkomst
}
