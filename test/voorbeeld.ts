import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import type { Voorbeeld } from '../src/cli/voorbeeld.ts'
import type { Diensten } from '../src/diensten.ts'
import { makeClock } from '../src/platform/clock.ts'
import { makeLog } from '../src/platform/log.ts'
import { openSleutels } from '../src/platform/sleutels.ts'

/** The day of the demonstration. */
export const VANDAAG = '2026-11-22'

const DB = join(import.meta.dirname, '../db')

/** The name and regelset of a demonstration region, from its file. */
export function leesVoorbeeldregio(map: Voorbeeld): { regio: string; regelset: string } {
  const { naam, regelset } = JSON.parse(readFileSync(join(DB, map, 'regio.json'), 'utf8')) as {
    naam: string
    regelset: string
  }
  return { regio: naam, regelset }
}

/** How many rows each table holds per region; an act that was done twice shows in one of them. */
export async function telVoorbeeld(beheer: pg.Client): Promise<Record<string, number>> {
  const { rows: tabellen } = await beheer.query<{ naam: string }>(
    `select distinct c.table_name as naam from information_schema.columns c join information_schema.tables t
       on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
     where c.table_schema = 'public' and c.column_name = 'regio_id' order by 1`,
  )
  const geteld: Record<string, number> = {}
  for (const { naam } of tabellen) {
    const { rows } = await beheer.query<{ regio: string; aantal: number }>(
      `select r.naam as regio, count(*)::int as aantal from "${naam}" x join regio r on r.id = x.regio_id group by 1 order by 1`,
    )
    for (const { regio, aantal } of rows) geteld[`${regio}: ${naam}`] = aantal
  }
  return geteld
}

/** The services the demonstration regions are loaded with, on a database of the test; keys come in `map`. */
export function makeVoorbeelddiensten(
  { db, pool, eigenaarUrl }: Pick<Diensten, 'db' | 'pool' | 'eigenaarUrl'>,
  map: string,
): Diensten {
  const clock = makeClock(Temporal.PlainDate.from(VANDAAG))
  const rest = { post: undefined, scanner: undefined, map, stop: () => Promise.resolve() }
  return { db, pool, eigenaarUrl, clock, sleutels: openSleutels(map), log: makeLog('silent'), ...rest }
}
