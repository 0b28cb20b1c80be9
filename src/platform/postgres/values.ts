import pg from 'pg'
import { commitBefore } from './late-commit.ts'

type Parse = (text: string) => unknown

const parsers: Record<number, Parse> = {
  20: toSafeInteger,
  1082: toDate,
  1114: (text) => Temporal.PlainDateTime.from(text),
  1184: (text) => Temporal.Instant.from(text),
  1700: (text) => text,
}
const elementOfArray: Record<number, number> = { 1016: 20, 1115: 1114, 1182: 1082, 1185: 1184, 1231: 1700 }

const TEXT_ARRAY: number = 1009

for (const [array, element] of Object.entries(elementOfArray)) {
  const parse = parsers[element]!
  const parseArray = parserOf(TEXT_ARRAY)
  const parseEach = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(parseEach) : value === null ? null : parse(value as string)
  parsers[Number(array)] = (text) => parseEach(parseArray(text))
}

/** bigint as number, date, timestamp and timestamptz as Temporal values, numeric as text; and arrays of these. */
export const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: string) =>
    (format === 'binary' ? undefined : parsers[oid]) ?? parserOf(oid, format),
}

// The types of pg know only the built-in types; a database has more.
function parserOf(oid: number, format?: string): Parse {
  return (pg.types.getTypeParser as (oid: number, format?: string) => Parse)(oid, format)
}

function toSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) {
    throw new RangeError('A bigint from the database does not fit a number')
  }
  return value
}

// A region has some thousands of days and lists repeat them: a day that was read before is the same value.
const MOST_DAYS = 5_000
const days = new Map<string, Temporal.PlainDate>()

function toDate(text: string): Temporal.PlainDate {
  const known = days.get(text)
  if (known) return known
  const day = Temporal.PlainDate.from(text)
  if (days.size >= MOST_DAYS) days.clear()
  days.set(text, day)
  return day
}

/** A pg client that reads and writes Temporal values (pg itself would write them as JSON, quotes included) and ends reading late. */
export class DatabaseClient extends pg.Client {
  constructor(config: pg.ClientConfig) {
    super({ ...config, types })
  }
}

const { query } = pg.Client.prototype as { query: (...args: unknown[]) => unknown }

// Not an override in the class: the many overloads of `query` would have to be written out again.
Object.defineProperty(DatabaseClient.prototype, 'query', {
  value(this: DatabaseClient, config: unknown, values: unknown, callback: unknown) {
    commitBefore(this, config)
    return query.call(this, withTextValues(config), Array.isArray(values) ? values.map(toParameter) : values, callback)
  },
})

function withTextValues(config: unknown): unknown {
  const { values, submit } = (config ?? {}) as { values?: unknown; submit?: unknown }
  return Array.isArray(values) && submit === undefined
    ? { ...(config as object), values: values.map(toParameter) }
    : config
}

const temporal = [Temporal.PlainDate, Temporal.Instant, Temporal.PlainDateTime]

export function toParameter(value: unknown): unknown {
  if (temporal.some((type) => value instanceof type)) {
    return String(value)
  }
  return Array.isArray(value) ? value.map(toParameter) : value
}
