import { createHash } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { listMigrations, migrate } from '../src/platform/migrate.ts'
import { startTestServer } from './server.ts'

/** How workers reach the test server; `run` names the databases of this run. */
export type TestDatabase = { beheerUrl: string; eigenaarUrl: string; appUrl: string; template: string; run: string }

declare module 'vitest' {
  export interface ProvidedContext {
    database: TestDatabase
  }
}

let running: Promise<{ database: TestDatabase; stop: () => Promise<void> }> | undefined
let projects = 0

/** One server for the whole run; both projects of vitest.config.ts share it. */
export async function setup(project: TestProject) {
  projects++
  running ??= start()
  project.provide('database', (await running).database)
}

export async function teardown() {
  if (--projects === 0) {
    await (await running)?.stop()
  }
}

async function start() {
  const postgres = await startTestServer()
  try {
    const database = {
      beheerUrl: postgres.url('beheer', 'postgres'),
      eigenaarUrl: postgres.url('eigenaar', 'postgres'),
      appUrl: postgres.url('app', 'postgres'),
      template: await prepareTemplate(postgres.url),
      run: `run_${process.pid}_${Date.now().toString(36)}`,
    }
    const stop = async () => {
      await withClient(database.beheerUrl, dropOldDatabases.bind(undefined, database.run))
      await postgres.stop()
    }
    return { database, stop }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

/** A migrated database per state of db/migrations, to copy from. */
async function prepareTemplate(url: (role: 'beheer' | 'eigenaar', database?: string) => string): Promise<string> {
  const migrations = await listMigrations()
  const checksum = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 12)
  const template = `sjabloon_${checksum}`

  await withClient(url('beheer', 'postgres'), async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('sjabloon'))`)
    await dropOldDatabases('', client)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (rowCount === 0) {
      await client.query(`drop database if exists ${template}_bouw with (force)`)
      await client.query(`create database ${template}_bouw owner overlap_eigenaar`)
      await migrate(url('eigenaar', `${template}_bouw`))
      await client.query(`alter database ${template}_bouw with allow_connections false is_template true`)
      await client.query(`alter database ${template}_bouw rename to ${template}`)
    }
    await client.query(`comment on database ${template} is '${Temporal.Now.plainDateISO().toString()}'`)
  })
  return template
}

/** Drops the databases of `run` and of runs that were killed; templates that nobody used since yesterday, and their slots. */
async function dropOldDatabases(run: string, client: pg.Client) {
  const { rows } = await client.query<{ datname: string; used: string | null }>(
    `select datname, shobj_description(oid, 'pg_database') as used from pg_database where datname ~ '^(run|sjabloon|slot)_'`,
  )
  const yesterday = Temporal.Now.plainDateISO().subtract({ days: 1 })
  const old = rows.filter(({ used }) => used !== null && Temporal.PlainDate.compare(used, yesterday) < 0)
  const stale = new Set(old.map(({ datname }) => datname.split('_')[1]))
  for (const { datname } of rows) {
    const [kind, owner = ''] = datname.split('_')
    const ended = kind === 'run' && (datname.startsWith(`${run}_`) || !isAlive(Number(owner)))
    if (kind === 'sjabloon' && stale.has(owner)) {
      await client.query(`alter database ${datname} is_template false`)
    }
    if (ended || (kind !== 'run' && stale.has(owner))) {
      await client.query(`drop database if exists ${datname} with (force)`)
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
