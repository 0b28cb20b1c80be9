import type { Client } from 'pg'

type Column = {
  table: string
  column: string
  /** Element type when it is an array. */
  type: string
  isArray: boolean
  nullable: boolean
  /** 'a' generated always as identity, 's' or 'v' computed, 'd' has a default, '' neither. */
  filled: 'a' | 's' | 'v' | 'd' | ''
  /** Definitions of the check constraints on this column alone, and the labels of an enum. */
  checks: string[]
  labels: string[] | null
  view: boolean
}

const COLUMNS = `
  select c.relname as table, a.attname as column, c.relkind in ('v', 'm') as view,
    coalesce(base.typname, e.typname, t.typname) as type, t.typelem <> 0 and t.typlen = -1 as "isArray",
    not (a.attnotnull or t.typnotnull) as nullable,
    case when a.attidentity = 'a' then 'a' when a.attgenerated <> '' then a.attgenerated::text
         when a.attidentity = 'd' or a.atthasdef then 'd' else '' end as filled,
    array(select pg_get_constraintdef(k.oid) from pg_constraint k
          where k.contype = 'c' and (k.contypid = t.oid or (k.conrelid = c.oid and k.conkey = array[a.attnum]))) as checks,
    (select array_agg(enumlabel order by enumsortorder) from pg_enum where enumtypid = coalesce(e.oid, t.oid)) as labels
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_type e on e.oid = t.typelem and t.typlen = -1
  left join pg_type base on base.oid = nullif(coalesce(e.typbasetype, t.typbasetype), 0)
  where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by c.relname collate "C", a.attnum`

const types: Record<string, string> = {
  ...fill('number', ['int2', 'int4', 'int8', 'float4', 'float8']),
  ...fill('string', [
    'text',
    'varchar',
    'bpchar',
    'uuid',
    'citext',
    'numeric',
    'time',
    'tsvector',
    'inet',
    'xid8',
    'pg_lsn',
  ]),
  ...fill('string', ['daterange', 'tstzrange', 'int4range', 'int8range', 'datemultirange']),
  ...fill('boolean', ['bool']),
  ...fill('Temporal.PlainDate', ['date']),
  ...fill('Temporal.Instant', ['timestamptz']),
  ...fill('Temporal.PlainDateTime', ['timestamp']),
  ...fill('Buffer', ['bytea']),
  ...fill('Json', ['json', 'jsonb']),
}

function fill(type: string, names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, type]))
}

const HEAD = `// Generated from db/migrations by scripts/schema.ts; do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** Written as text (JSON.stringify), because pg writes an array as an array of PostgreSQL; read as whatever it holds. */
export type Json = ColumnType<unknown, string, string>
`

/** Kysely's types of all tables and views, in camelCase as CamelCasePlugin gives them. */
export async function renderTypes(client: Client): Promise<string> {
  const { rows } = await client.query<Column>(COLUMNS)
  const tables = Map.groupBy(rows, (row) => row.table)
  const names = [...tables.keys()]
  const interfaces = names.map((table) => {
    const lines = tables.get(table)!.map((column) => `  ${toCamel(column.column)}: ${renderColumn(column)}`)
    return `export type ${toPascal(table)} = {\n${lines.join('\n')}\n}`
  })
  const all = names.map((table) => `  ${toCamel(table)}: ${toPascal(table)}`)
  return [HEAD, ...interfaces, `export type DB = {\n${all.join('\n')}\n}`].join('\n\n') + '\n'
}

export function renderColumn(column: Column): string {
  const base = literals(column) ?? types[column.type]
  if (base === undefined) {
    throw new Error(`No TypeScript type for ${column.type} (${column.table}.${column.column})`)
  }
  const element = column.isArray ? `Array<${base}>` : base
  if (base === 'Json') {
    return jsonColumn(column)
  }
  const type = column.nullable ? `${element} | null` : element
  if (column.view) {
    return `ColumnType<${type}, never, never>`
  }
  switch (column.filled) {
    case 'a':
      return `GeneratedAlways<${type}>`
    case 's':
    case 'v':
      return `ColumnType<${type}, never, never>`
    case 'd':
      return `Generated<${type}>`
    case '':
      return type
  }
}

// Kysely does not look inside a nested ColumnType, so null and defaults are written out here.
function jsonColumn({ nullable, filled, view }: Column): string {
  if (view || filled === 's' || filled === 'v') {
    return 'ColumnType<unknown, never, never>'
  }
  const write = nullable ? 'string | null' : 'string'
  return nullable || filled === 'd' ? `ColumnType<unknown, ${write} | undefined, ${write}>` : 'Json'
}

/** The values a check or an enum allows, as a union; undefined when any text may stand there. */
function literals({ checks, labels, type }: Column): string | undefined {
  const allowed = labels ?? (type === 'text' ? checks.map(listOf).find((list) => list !== undefined) : undefined)
  return allowed?.map((label) => `'${label.replaceAll("'", "\\'")}'`).join(' | ')
}

/** ['a', 'b'] for `CHECK ((soort = ANY (ARRAY['a'::text, 'b'::text])))`, also with `IS NULL OR` before it. */
export function listOf(check: string): string[] | undefined {
  const text = String.raw`'((?:[^']|'')*)'::text`
  const one = new RegExp(
    String.raw`^CHECK \(+(?:\w+ IS NULL\) OR \(+)?"?\w+"? = (?:ANY \(ARRAY\[)?((?:${text}(?:, )?)+)[\])]+$`,
  )
  const list = one.exec(check)?.[1]
  return list === undefined
    ? undefined
    : [...list.matchAll(new RegExp(text, 'g'))].map((m) => m[1]!.replaceAll("''", "'"))
}

/** As Kysely's CamelCasePlugin; a name that it could not turn back is refused here, not found out at run time. */
export function toCamel(name: string): string {
  const camel = name.replace(/_+([^_])/g, (_, letter: string) => letter.toUpperCase())
  const back = camel.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  if (back !== name) {
    throw new Error(`Name ${name} does not survive camelCase (digits after an underscore?)`)
  }
  return camel
}

function toPascal(name: string): string {
  const camel = toCamel(name)
  return camel.charAt(0).toUpperCase() + camel.slice(1)
}
