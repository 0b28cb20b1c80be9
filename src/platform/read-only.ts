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
import { Batch, type Row } from './postgres/batch.ts'
import { commitLater } from './postgres/late-commit.ts'
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
 * Whose rows a read transaction sees: the role it works in (plans below row-level security are of one role, so each has statements
 * of its own), the scope it begins with, and the scope in which a question is asked.
 */
export type Reader = { role?: string | undefined; begin: string; scope: (db: Db) => string }

/**
 * Runs `work` in one read-only transaction on one unchanging picture of the data. What is asked at the same time goes to the server
 * together, and nobody waits for begin or commit. It sees no region yet: `narrow` in transaction.ts says whose rows.
 */
export async function readOnly<T>(db: Db, reader: Reader | undefined, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await connect(db)
  const connection = new ReadConnection(client, reader)
  try {
    const begun = connection.send(BEGIN)
    const [result] = await Promise.all([work(connection.open()), begun])
    connection.close()
    commitLater(client)
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

/** One question by itself, which is a transaction too. It sees no region. */
export async function readOnce<T>(db: Db, query: { execute: (db: Db) => Promise<T> }): Promise<T> {
  const client = await connect(db)
  const connection = new ReadConnection(client)
  try {
    const result = await query.execute(connection.open())
    client.release()
    return result
  } catch (error) {
    client.release(true)
    throw error
  } finally {
    connection.close()
  }
}

function connect(db: Db): Promise<pg.PoolClient> {
  const pool = pools.get(db)
  if (!pool) throw new Error('A Db that createDb did not make')
  return pool.connect()
}

class ReadConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  readonly #reader: Reader | undefined
  #db: Db | undefined
  #scope: string | undefined
  #onePlan = false
  #batch: Batch | undefined
  #closed = false

  constructor(client: pg.PoolClient, reader?: Reader) {
    this.#client = client
    this.#reader = reader
    this.#scope = reader?.begin
  }

  /** A Db on this connection alone; unlike Kysely's own transaction it does not wait for one answer before it asks more. */
  open(): Db {
    const provider = { provideConnection: <T>(use: (connection: DatabaseConnection) => Promise<T>) => use(this) }
    const executor = new DefaultQueryExecutor(compiler, adapter, provider, [snakeCase])
    return (this.#db = new Transaction<DB>({ config: { dialect }, dialect, driver, executor }))
  }

  /** Nothing more is asked; what was asked and did not leave yet leaves before whatever the connection is asked next. */
  close() {
    this.#closed = true
    this.#flush()
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#closed) throw new Error('A query after the end of its read transaction')
    const keep = isPrepared(query)
    this.#narrow()
    this.#plan(keep)
    try {
      return { rows: (await this.send(query.sql, query.parameters, keep)) as R[] }
    } catch (error) {
      // where it was asked says more than where the answer came in
      if (error instanceof Error) Error.captureStackTrace(error)
      throw error
    }
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('A read transaction has no streams')
  }

  // Settings are taken in the order in which they were sent, so the scope goes along with the question that needs it.
  #narrow() {
    const scope = this.#reader?.scope(this.#db!)
    if (scope === undefined || scope === this.#scope) return
    this.#scope = scope
    // when it fails, so does the question
    this.send(`select set_config('overlap.bereik', $1, true)`, [scope], true).catch(() => undefined)
  }

  // What is kept has a plan that is good for all parameters (prepared.ts). Below all the policies of the program's own role PostgreSQL does
  // not see that: it counts planning there for much less than it takes, and plans again each time.
  #plan(keep: boolean) {
    if (!this.#reader || this.#reader.role !== undefined || this.#onePlan === keep) return
    this.#onePlan = keep
    const mode = keep ? 'force_generic_plan' : 'auto'
    this.send(`select set_config('plan_cache_mode', $1, true)`, [mode], true).catch(() => undefined)
  }

  // What is asked before the event loop goes on leaves together.
  send(text: string, parameters: readonly unknown[] = [], keep = false): Promise<Row[]> {
    if (!this.#batch) {
      this.#batch = new Batch(this.#client, (column) => names.camel(column))
      process.nextTick(() => this.#flush())
    }
    return this.#batch.add({ text, values: parameters, keep: keep ? (this.#reader?.role ?? '') : undefined })
  }

  #flush() {
    const batch = this.#batch
    this.#batch = undefined
    if (batch) this.#client.query(batch)
  }
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
