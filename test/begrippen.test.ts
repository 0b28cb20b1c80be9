import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freshDatabase } from './test.ts'

test('every table stands in docs/begrippen.md, and every table named there exists', async () => {
  await using fresh = await freshDatabase()
  const { rows } = await fresh.pool.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  )
  const tables = new Set(rows.map(({ name }) => name))
  const text = readFileSync(join(import.meta.dirname, '../docs/begrippen.md'), 'utf8')
  const columns = text.split('\n').map((line) => line.split('|')[5] ?? '')
  const named = new Set(
    columns.flatMap((cell) =>
      cell.includes('column of') ? [] : [...cell.matchAll(/`([a-z_]+)`/g)].map((match) => match[1]!),
    ),
  )
  expect(named.size).toBeGreaterThan(30)
  expect([...tables].filter((table) => !named.has(table))).toEqual([])
  expect([...named].filter((table) => !tables.has(table))).toEqual([])
})
