import { sql } from 'kysely'
import { expect } from 'vitest'
import { freshDatabase, test } from './test.ts'
import { voerTakenUit } from './voer-taken-uit.ts'

test('een taak loopt als, en alleen als, de transactie van het programma is vastgelegd', async () => {
  await using fresh = await freshDatabase()
  const enqueue = (payload: object) => fresh.pool.query(`select enqueue_job('proef', $1)`, [JSON.stringify(payload)])
  const client = await fresh.pool.connect()
  await client.query('begin')
  await client.query(`select enqueue_job('proef', '{"n": 1}')`)
  await client.query('rollback')
  client.release()
  await enqueue({ n: 2 })

  const seen: unknown[] = []
  await voerTakenUit(fresh.eigenaarUrl, {
    proef: async (payload) => {
      const { rows } = await fresh.pool.query('select current_user as wie')
      seen.push([payload, rows])
    },
  })
  expect(seen).toEqual([[{ n: 2 }, [{ wie: 'overlap_app' }]]])
})

test('het programma kan de wachtrij zelf niet lezen of wijzigen', async ({ db }) => {
  await expect(sql`select * from graphile_worker._private_jobs`.execute(db)).rejects.toThrow(/permission denied/)
})
