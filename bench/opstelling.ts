import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Actor, Context } from '../src/platform/context.ts'
import { createDb, createPool } from '../src/platform/database.ts'
import { listMigrations, migrate } from '../src/platform/migrate.ts'
import { startPostgres, type Role } from '../src/platform/postgres/start-postgres.ts'
import { openSleutels, type Sleutels } from '../src/platform/sleutels.ts'

export const PROJECT = join(import.meta.dirname, '..')
export const VANDAAG = '2026-11-22'

/** A database of its own, with connection strings per role. `eigen` works as superuser: rows in bulk, no row-level security. */
export type Proefdatabase = {
  naam: string
  appUrl: string
  eigenUrl: string
  eigen: pg.Client
  weg: () => Promise<void>
}

export type Opstelling = {
  /** The postmaster, for /proc. */
  serverPid: number
  versie: string
  /** Scratch folder that goes when the bench is done. */
  map: string
  nieuweDatabase: () => Promise<Proefdatabase>
  stop: () => Promise<void>
}

/** The embedded server with the settings of production, in a folder of its own; databases of an earlier run are dropped. */
export async function maakOpstelling(): Promise<Opstelling> {
  const postgres = await startPostgres({
    map: join(PROJECT, '.overlap/bench'),
    settings: { default_text_search_config: 'pg_catalog.dutch' },
  })
  const map = mkdtempSync(join(tmpdir(), 'overlap-bench-'))
  const beheer = new pg.Client(postgres.url('beheer', 'postgres'))
  await beheer.connect()
  const { rows } = await beheer.query<{ alleen: boolean }>('select pg_try_advisory_lock(1) as alleen')
  // it would drop the databases of the other
  if (!rows[0]!.alleen) throw new Error('Another bench is running')
  await ruimOp(beheer)
  const sjabloon = await maakSjabloon(beheer, postgres.url)
  const { pid, versie } = (
    await beheer.query<{ pid: number; versie: string }>(
      `select (regexp_match(pg_read_file('postmaster.pid'), '^\\d+'))[1]::int as pid, current_setting('server_version') as versie`,
    )
  ).rows[0]!
  let nummer = 0

  return {
    serverPid: pid,
    versie,
    map,
    async nieuweDatabase() {
      const naam = `bench_${++nummer}`
      await beheer.query(`create database ${naam} owner overlap_eigenaar template ${sjabloon} strategy file_copy`)
      const eigen = new pg.Client(postgres.url('beheer', naam))
      eigen.on('error', () => undefined)
      await eigen.connect()
      const weg = async () => {
        await eigen.end()
        await beheer.query(`drop database ${naam} with (force)`)
      }
      return { naam, appUrl: postgres.url('app', naam), eigenUrl: postgres.url('beheer', naam), eigen, weg }
    },
    async stop() {
      await ruimOp(beheer)
      await beheer.end()
      await postgres.stop()
      rmSync(map, { recursive: true, force: true })
    },
  }
}

async function ruimOp(beheer: pg.Client) {
  const { rows } = await beheer.query<{ datname: string }>(`select datname from pg_database where datname ~ '^bench_'`)
  for (const { datname } of rows) await beheer.query(`drop database ${datname} with (force)`)
}

async function maakSjabloon(beheer: pg.Client, url: (role: Role, database?: string) => string): Promise<string> {
  const stand = createHash('sha256')
    .update(JSON.stringify(await listMigrations()))
    .digest('hex')
    .slice(0, 12)
  const naam = `sjabloon_${stand}`
  const { rows } = await beheer.query<{ datname: string }>(
    `select datname from pg_database where datname ~ '^sjabloon_'`,
  )
  for (const { datname } of rows.filter(({ datname }) => datname !== naam))
    await beheer.query(`drop database ${datname} with (force)`)
  if (!rows.some(({ datname }) => datname === naam)) {
    await beheer.query(`create database ${naam}_bouw owner overlap_eigenaar`)
    await migrate(url('eigenaar', `${naam}_bouw`))
    await beheer.query(`alter database ${naam}_bouw rename to ${naam}`)
  }
  return naam
}

export const BEHEER: Actor = {
  soort: 'opdrachtregel',
  id: 'opdrachtregel',
  naam: 'beheer (opdrachtregel)',
  rollen: [{ rol: 'beheer (opdrachtregel)', agb: null }],
  agb: null,
}

/** What the program opens at start, on a database of the bench. `stop` closes the connections. */
export function openProgramma(appUrl: string, sleutelmap: string) {
  const pool = createPool(appUrl, { max: 10 })
  const db = createDb(pool)
  const sleutels: Sleutels = openSleutels(sleutelmap)
  const today = Temporal.PlainDate.from(VANDAAG)
  const now = today.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '10:00' }).toInstant()
  const clock = { now: () => now, today: () => today }
  const ctx = (regioId: string): Context => ({ db, regioId, actor: BEHEER, now, today, sleutels })
  return { db, pool, sleutels, clock, ctx, stop: () => pool.end() }
}
