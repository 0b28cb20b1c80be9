import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Db } from './context.ts'
import type { Connection, Database } from './postgres/connection.ts'
import { eisVersleuteld } from './postgres/eis-versleuteld.ts'
import { openExternal } from './postgres/external.ts'
import { startPostgres } from './postgres/start-postgres.ts'
import { DatabaseClient } from './postgres/values.ts'
import { rememberPool } from './read-only.ts'
import type { DB } from './schema.ts'

/** Opens the server in `databaseUrl`, else the embedded one in the folder `map`. Errors are Dutch sentences for the operator. */
export async function openDatabase(settings: {
  databaseUrl?: string | undefined
  databaseUrlEigenaar?: string | undefined
  /** The network between here and that server is trusted (OVERLAP_DATABASE_ZONDER_TLS) */
  zonderTls?: boolean
  map: string
}): Promise<Database> {
  if (settings.databaseUrl !== undefined) {
    const { databaseUrl, databaseUrlEigenaar, zonderTls = false } = settings
    eisVersleuteld('DATABASE_URL', databaseUrl, zonderTls)
    if (databaseUrlEigenaar !== undefined) eisVersleuteld('DATABASE_URL_EIGENAAR', databaseUrlEigenaar, zonderTls)
    return await openExternal(databaseUrl, databaseUrlEigenaar)
  }
  const postgres = await startPostgres({ map: settings.map })
  return {
    eigenaarUrl: postgres.url('eigenaar'),
    app: { connectionString: postgres.url('app') },
    stop: postgres.stop,
  }
}

/** Connections as one role; dates come and go as Temporal values, also in raw queries. */
export function createPool(connection: Connection | string, { max = 10 }: { max?: number } = {}): pg.Pool {
  const config = typeof connection === 'string' ? { connectionString: connection } : connection
  const pool = new pg.Pool({
    ...config,
    max,
    // what is asked at the same time (read-only.ts) goes to the server together
    pipeline: true,
    application_name: 'overlap',
    connectionTimeoutMillis: 30_000,
    Client: DatabaseClient,
  } as unknown as pg.PoolConfig)
  // Without listeners a lost connection ends the program. The pool drops it, and a query that was busy fails by itself.
  const ignore = () => undefined
  pool.on('error', ignore).on('connect', (client) => client.on('error', ignore))
  return pool
}

/** Kysely on `pool`: snake_case in the database, camelCase in code; what lies inside json is left as it is. */
export function createDb(pool: pg.Pool): Db {
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  rememberPool(db, pool)
  return db
}
