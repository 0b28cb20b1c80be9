import pg from 'pg'
import { expect } from 'vitest'
import { maakProefregio, test } from '../../../../test/regio.ts'
import { freshDatabase } from '../../../../test/test.ts'
import { inReadTransaction } from '../../../platform/transaction.ts'
import { listRegelsetdelen } from './lees-regelset.ts'
import { vulRegelsetAan } from './vul-regelset-aan.ts'

test('ORG-01: een regio krijgt delen die de regelset sindsdien heeft; wat zij heeft, blijft', async ({ sleutels }) => {
  await using fresh = await freshDatabase()
  const ctx = await maakProefregio(fresh.db, sleutels)
  const delen = () =>
    inReadTransaction(ctx, async (ctx) =>
      (await listRegelsetdelen(ctx, ctx.today)).map(({ deel, versie }) => `${deel} ${versie}`),
    )
  const alles = await delen()
  expect(alles).toContain('taken 1')
  expect(await vulRegelsetAan(ctx)).toEqual([])

  // as a region that was made before the part existed
  const eigenaar = new pg.Client(fresh.eigenaarUrl)
  await eigenaar.connect()
  await eigenaar.query('begin')
  await eigenaar.query(`select set_config('overlap.regio_id', $1, true)`, [ctx.regioId])
  await eigenaar.query(`delete from regelsetdeel where deel = 'taken'`)
  await eigenaar.query('commit')
  await eigenaar.end()
  expect(await delen()).not.toContain('taken 1')

  expect(await Promise.all([vulRegelsetAan(ctx), vulRegelsetAan(ctx)])).toEqual(expect.arrayContaining([['taken'], []]))
  expect(await delen()).toEqual(alles)
})
