import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { createOwnerPool } from './owner-pool.ts'
import { Stop } from './errors.ts'

export const MIGRATIONS = join(import.meta.dirname, '../../db/migrations')

/** A file in db/migrations; `checksum` is the SHA-256 of its text in hex. */
export type Migration = { name: string; sql: string; checksum: string }

// Any fixed number: everybody who migrates this database waits for it.
const LOCK = 4_711_001

/**
 * Brings the database up to date as its owner, forward only, each file in its own transaction; gives the names of the files
 * that were applied. Two at once: the second waits and finds nothing left to do.
 */
export async function migrate(
  eigenaarUrl: string,
  { folder = MIGRATIONS }: { folder?: string } = {},
): Promise<string[]> {
  const migrations = await listMigrations(folder)
  const client = new pg.Client({ connectionString: eigenaarUrl, application_name: 'overlap migreren' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const log = new Logger(() => () => undefined)
    const pool = createOwnerPool(eigenaarUrl, 2)
    try {
      await runMigrations({ pgPool: pool, logger: log })
    } finally {
      await pool.end()
    }
    await client.query(
      `create table if not exists migratie (
         naam text primary key, controlegetal text not null, toegepast_op timestamptz not null default now())`,
    )
    const applied = await client.query<{ naam: string; controlegetal: string }>(
      'select naam, controlegetal from migratie',
    )
    const pending = findPending(migrations, new Map(applied.rows.map((row) => [row.naam, row.controlegetal])))
    for (const migration of pending) {
      await apply(client, migration)
    }
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** All migrations in the order they are applied. */
export async function listMigrations(folder = MIGRATIONS): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return await Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** What is still to be applied; history that differs from the files is refused. `applied` maps name to checksum. */
export function findPending(migrations: Migration[], applied: Map<string, string>): Migration[] {
  const names = new Set(migrations.map(({ name }) => name))
  const unknown = [...applied.keys()].find((name) => !names.has(name))
  if (unknown !== undefined) {
    throw new Stop(`De database kent migratie ${unknown}, deze Overlap niet. Gebruik een nieuwere versie van Overlap.`)
  }
  const changed = migrations.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum)
  if (changed) {
    throw new Stop(`Migratie ${changed.name} is gewijzigd nadat zij was toegepast. Maak een nieuwe migratie.`)
  }
  const pending = migrations.filter(({ name }) => !applied.has(name))
  const last = [...applied.keys()].sort().at(-1) ?? ''
  const late = pending.find(({ name }) => name < last)
  if (late) {
    throw new Stop(`Migratie ${late.name} staat vóór ${last}, die al is toegepast. Geef haar een hoger nummer.`)
  }
  return pending
}

// A program that still runs holds locks in an order of its own; PostgreSQL ends one of the two who wait for each other.
const DEADLOCK = '40P01'
const MOST_OFTEN = 10

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  for (let time = 1; ; time++) {
    try {
      await applyOnce(client, migration)
      return
    } catch (error) {
      const { cause } = error as { cause?: { code?: string } }
      if (cause?.code !== DEADLOCK || time === MOST_OFTEN) throw error
    }
  }
}

async function applyOnce(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migratie (naam, controlegetal) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    const { message, position } = error as { message: string; position?: string }
    const line = position === undefined ? '' : `, regel ${sql.slice(0, Number(position)).split('\n').length}`
    throw new Error(`Migratie ${name}${line}: ${message}`, { cause: error })
  }
}
