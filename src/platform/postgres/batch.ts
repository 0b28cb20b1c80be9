import pg from 'pg'
import type { Carrier } from './late-commit.ts'
import { nameOf } from './statement-names.ts'
import { toParameter, types } from './values.ts'

/** A statement to send; with `keep` the connection keeps it parsed and planned, for the role of that name alone. */
export type Statement = { text: string; values: readonly unknown[]; keep: string | undefined }
export type Row = Record<string, unknown>

type Field = { name: string; dataTypeID: number; format: string }
type Column = { key: string; parse: (text: string) => unknown }
type Wire = {
  stream: { cork: () => void; uncork: () => void }
  parsedStatements: Record<string, string>
  submittedNamedStatements: Record<string, string>
  parse: (message: { text: string; name: string | undefined }) => void
  bind: (message: object) => void
  describe: (message: { type: 'P'; name: string }) => void
  execute: (message: { portal: string }) => void
  sync: () => void
}
type Item = Statement & {
  name: string | undefined
  columns: Column[] | undefined
  rows: Row[]
  failed: unknown
  resolve: (rows: Row[]) => void
  reject: (error: unknown) => void
}

const parserOf = types.getTypeParser as (oid: number, format: string) => Column['parse']
const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils

// What the columns of a kept statement are: they are asked for once. Cleared with the connection.
const described = new WeakMap<object, Map<string, Column[]>>()

/**
 * Statements of one transaction that go to the server together and are answered together: one write, one read, one place where
 * the server waits. After one that fails the server does not look at the rest; these fail with the same error.
 */
export class Batch extends pg.Query implements Carrier {
  readonly #client: pg.PoolClient
  readonly #toKey: (column: string) => string
  readonly #items: Item[] = []
  #done = 0

  constructor(client: pg.PoolClient, toKey: (column: string) => string) {
    super({ text: '' })
    this.#client = client
    this.#toKey = toKey
    // pg asks these of a query; as fields its constructor would put them before the private ones
    Object.defineProperties(this, {
      name: { get: () => this.#items[this.#done]?.name },
      text: { get: () => this.#items[this.#done]?.text },
      submit: { value: (connection: unknown) => this.#submit(connection as Wire) },
    })
  }

  /** The statements in it, in order. */
  get texts(): string[] {
    return this.#items.map(({ text }) => text)
  }

  add(statement: Statement): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      const { keep, text } = statement
      // before anything is sent: a value that cannot be written fails by itself
      const values = statement.values.map((value) => prepareValue(toParameter(value)))
      const name = keep === undefined ? undefined : nameOf(this.#client, text, keep)
      this.#items.push({ ...statement, values, name, columns: undefined, rows: [], failed: undefined, resolve, reject })
    })
  }

  /** Puts a statement nobody waits for before the others. */
  lead(text: string) {
    const name = nameOf(this.#client, text)
    const ignore = () => undefined
    this.#items.unshift({
      ...{ text, values: [], keep: '', name, columns: undefined, rows: [], failed: undefined },
      ...{ resolve: ignore, reject: ignore },
    })
  }

  #submit(connection: Wire): Error | null {
    connection.stream.cork()
    try {
      for (const item of this.#items) this.#send(connection, item)
      connection.sync()
    } finally {
      connection.stream.uncork()
    }
    return null
  }

  #send(connection: Wire, item: Item) {
    const { name, text } = item
    const known =
      name !== undefined &&
      (connection.parsedStatements[name] !== undefined || connection.submittedNamedStatements[name] !== undefined)
    if (!known) {
      connection.parse({ text, name })
      if (name !== undefined) connection.submittedNamedStatements[name] = text
    }
    connection.bind({ portal: '', statement: name, values: item.values })
    item.columns = name === undefined ? undefined : columnsOf(connection).get(name)
    if (!item.columns) connection.describe({ type: 'P', name: '' })
    connection.execute({ portal: '' })
  }

  handleRowDescription({ fields }: { fields: Field[] }) {
    this.#items[this.#done]!.columns = fields.map(({ name, dataTypeID, format }) => ({
      key: this.#toKey(name),
      parse: parserOf(dataTypeID, format),
    }))
  }

  handleDataRow({ fields }: { fields: (string | null)[] }) {
    const item = this.#items[this.#done]!
    const columns = item.columns!
    const row: Row = {}
    try {
      for (let i = 0; i < columns.length; i++) {
        const { key, parse } = columns[i]!
        const text = fields[i] ?? null
        row[key] = text === null ? null : parse(text)
      }
    } catch (error) {
      item.failed ??= error
    }
    item.rows.push(row)
  }

  handleCommandComplete(_message: unknown, connection: Wire) {
    const item = this.#items[this.#done++]!
    if (item.name !== undefined) columnsOf(connection).set(item.name, item.columns ?? [])
    if (item.failed === undefined) item.resolve(item.rows)
    else item.reject(item.failed)
  }

  handleError(error: unknown, connection: Wire) {
    for (const { name, reject } of this.#items.splice(this.#done)) {
      // sent, but never looked at
      if (name !== undefined) Reflect.deleteProperty(connection.submittedNamedStatements, name)
      reject(error)
    }
  }

  handleReadyForQuery() {
    this.#done = this.#items.length
  }
}

function columnsOf(connection: Wire): Map<string, Column[]> {
  let columns = described.get(connection)
  if (!columns) described.set(connection, (columns = new Map<string, Column[]>()))
  return columns
}
