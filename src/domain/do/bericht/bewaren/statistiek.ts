import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/transaction.ts'

const TABELLEN = [
  'client',
  'bericht',
  'inleesbestand',
  'bericht_aandacht',
  'toewijzing_versie',
  'start_melding',
  'stop_melding',
  'declaratie_regel',
]

/**
 * Gathers statistics after batch 1 (of the first delivery), 8, 64, …. A plan made on an empty table stays with a session, so that each batch would be slower
 * than the one before; autovacuum comes a minute too late.
 */
export async function werkStatistiekBij(ctx: Context, groep: number) {
  if (Math.log2(groep) % 3 !== 0) {
    return
  }
  await inTransaction(ctx, async (ctx) => {
    const { rows } = await sql<{ nieuw: boolean }>`select reltuples < 1000 as nieuw from pg_class
      where oid = 'bericht'::regclass`.execute(ctx.db)
    if (groep > 1 || rows[0]!.nieuw) {
      // a small sample is enough for these plans
      await sql`set local default_statistics_target = 10`.execute(ctx.db)
      await sql`analyze ${sql.raw(TABELLEN.join(', '))}`.execute(ctx.db)
    }
  })
}
