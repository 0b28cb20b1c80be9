import {
  CamelCasePlugin,
  DefaultQueryExecutor,
  PostgresDialect,
  Transaction,
  type CompiledQuery,
  type DatabaseConnection,
  type KyselyPlugin,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { Db } from './context.ts'
import { nameOf } from './postgres/statement-names.ts'
import { isPrepared } from './prepared.ts'
import type { DB } from './schema.ts'

const BEGIN = 'start transaction isolation level repeatable read read only'

// Which connections a Db has; createDb puts them here.
const pools = new WeakMap<Db, pg.Pool>()

/** Lets `readOnly` find the connections behind a Db. */
export function rememberPool(db: Db, pool: pg.Pool) {
  pools.set(db, pool)
}

/**
 * Runs `work` in one read-only transaction on one unchanging picture of the data. What is asked at the same time goes to the server
 * together, and nobody waits for begin or commit. It sees no region yet: `readAs` in transaction.ts says whose rows.
 */
export async function readOnly<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  const pool = pools.get(db)
  if (!pool) throw new Error('readOnly on a Db that createDb did not make')
  const client = await pool.connect()
  const connection = new ReadConnection(client)
  try {
    const begun = connection.send(BEGIN)
    const [result] = await Promise.all([work(connection.open()), begun])
    connection.close()
    // Nothing in it can fail, and whoever gets this connection next is served after it.
    connection.send('commit').catch(() => undefined)
    client.release()
    return result
  } catch (error) {
    connection.close()
    // What was asked beside the query that failed is answered first. Then the connection is as new, or it goes.
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    )
    throw error
  }
}

type Stream = { cork: () => void; uncork: () => void }

class ReadConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  #corked = false
  #closed = false

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  /** A Db on this connection alone; unlike Kysely's own transaction it does not wait for one answer before it asks more. */
  open(): Db {
    const provider = { provideConnection: <T>(use: (connection: DatabaseConnection) => Promise<T>) => use(this) }
    const executor = new DefaultQueryExecutor(compiler, adapter, provider, [snakeCase])
    return new Transaction<DB>({ config: { dialect }, dialect, driver, executor })
  }

  close() {
    this.#closed = true
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#closed) throw new Error('A query after the end of its read transaction')
    const { rows, fields } = await this.send(query.sql, query.parameters, isPrepared(query))
    const keys = fields.map(({ name }) => names.camel(name))
    return { rows: rows.map((values) => named(keys, values)) as R[] }
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('A read transaction has no streams')
  }

  send(text: string, parameters: readonly unknown[] = [], keep = false): Promise<pg.QueryArrayResult<unknown[]>> {
    this.#cork()
    const query = { text, values: [...parameters], rowMode: 'array' as const }
    return this.#client.query<unknown[]>(keep ? { ...query, name: nameOf(this.#client, text) } : query)
  }

  // What is asked before the event loop goes on leaves in one write.
  #cork() {
    if (this.#corked) return
    const { stream } = (this.#client as unknown as { connection: { stream: Stream } }).connection
    stream.cork()
    this.#corked = true
    process.nextTick(() => {
      this.#corked = false
      stream.uncork()
    })
  }
}

function named(keys: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (let i = 0; i < keys.length; i++) row[keys[i]!] = values[i]
  return row
}

class Names extends CamelCasePlugin {
  camel(name: string): string {
    return this.camelCase(name)
  }
}

const names = new Names()
// Rows get their names while they are made, so only the way out is Kysely's.
const snakeCase: KyselyPlugin = {
  transformQuery: (args) => names.transformQuery(args),
  transformResult: ({ result }) => Promise.resolve(result),
}
const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('Not opened by this dialect')) })
const [compiler, adapter, driver] = [dialect.createQueryCompiler(), dialect.createAdapter(), dialect.createDriver()]
