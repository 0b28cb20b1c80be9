import { Logger, runOnce } from 'graphile-worker'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { createOwnerPool } from '../src/platform/owner-pool.ts'
import { freshDatabase, test } from './test.ts'

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
  // as the program does: a pool of graphile-worker's own has nobody to hear that the database is gone
  const pgPool = createOwnerPool(fresh.eigenaarUrl, 3)
  await runOnce({
    pgPool,
    logger: new Logger(() => () => undefined),
    noHandleSignals: true,
    taskList: {
      proef: async (payload) => {
        const { rows } = await fresh.pool.query('select current_user as wie')
        seen.push([payload, rows])
      },
    },
  })
  await pgPool.end()
  expect(seen).toEqual([[{ n: 2 }, [{ wie: 'overlap_app' }]]])
})

test('het programma kan de wachtrij zelf niet lezen of wijzigen', async ({ db }) => {
  await expect(sql`select * from graphile_worker._private_jobs`.execute(db)).rejects.toThrow(/permission denied/)
})
