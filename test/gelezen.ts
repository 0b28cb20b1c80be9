import { sql } from 'kysely'
import pg from 'pg'
import type { Context } from '../src/platform/context.ts'
import type { Sleutels } from '../src/platform/sleutels.ts'

/** For a region without clients: asking for a key is a fault. */
export const geenSleutels: Sleutels = {
  maak: () => undefined,
  vind: () => ({
    versie: 1,
    hmac: () => {
      throw new Error('geen sleutel')
    },
    verder: () => {
      throw new Error('geen sleutel')
    },
  }),
  maakVolgende: () => undefined,
  zetApart: () => '',
  kluis: () => {
    throw new Error('geen sleutel')
  },
}

/** Statistics as after a night's rest; the planner decides by them. */
export async function werkStatistiekBij(eigenaarUrl: string, tabellen: string[]) {
  const eigenaar = new pg.Client(eigenaarUrl)
  await eigenaar.connect()
  await eigenaar.query(`vacuum (analyze, parallel 0) ${tabellen.join(', ')}`)
  await eigenaar.end()
}

/** Rows of a table that `werk` reads, by whole scans and by index together. */
export async function telGelezen(ctx: Context, tabel: string, werk: () => Promise<unknown>): Promise<number> {
  const stand = async () => {
    const { rows } = await sql<{ n: number }>`select seq_tup_read + idx_tup_fetch as n
      from pg_stat_xact_user_tables where relname = ${tabel}`.execute(ctx.db)
    return rows[0]!.n
  }
  // The counters of a connection run on until they are reported: only the difference counts.
  const eerst = await stand()
  await werk()
  return (await stand()) - eerst
}
