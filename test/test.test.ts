import { sql } from 'kysely'
import { expect } from 'vitest'
import { freshDatabase, test } from './test.ts'

test('een test werkt in een transactie als de rol van het programma', async ({ db }) => {
  const { rows } = await sql<{ wie: string }>`select current_user as wie`.execute(db)
  expect(rows).toEqual([{ wie: 'overlap_app' }])
  expect(db.isTransaction).toBe(true)
})

test('een verse database heeft de migraties en niets anders', async () => {
  await using fresh = await freshDatabase()
  const { rows } = await sql<{ n: number }>`select count(*) as n from pg_class where relname = 'migratie'`.execute(
    fresh.db,
  )
  expect(rows).toEqual([{ n: 1 }])
})
