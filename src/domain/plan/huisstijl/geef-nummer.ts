import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/**
 * The next number of a series in this year: "ZW-2026-0001". The row of the series is locked until the transaction ends, so two at once
 * wait for each other, and one that fails leaves no gap.
 */
export async function geefNummer(ctx: Context, reeks: string): Promise<string> {
  const jaar = ctx.today.year
  const { rows } = await sql<{ laatste: number }>`insert into nummerreeks as n (regio_id, reeks, jaar, laatste)
    values (${ctx.regioId}, ${reeks}, ${jaar}, 1)
    on conflict (regio_id, reeks, jaar) do update set laatste = n.laatste + 1 returning laatste`.execute(ctx.db)
  return `${reeks}-${String(jaar)}-${String(rows[0]!.laatste).padStart(4, '0')}`
}
