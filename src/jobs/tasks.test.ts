import { expect } from 'vitest'
import { maakAanbieder } from '../../test/afspraken.ts'
import { maakProefregio, test } from '../../test/regio.ts'
import { freshDatabase } from '../../test/test.ts'
import { voerTakenUit } from '../../test/voer-taken-uit.ts'
import type { Diensten } from '../diensten.ts'
import { listBevindingen } from '../domain/check/bevinding/queries.ts'
import { voegCertificaatToe } from '../domain/plan/aanbieder/bewaar-certificaat.ts'
import { makeClock } from '../platform/clock.ts'
import { makeLog } from '../platform/log.ts'
import { inTransaction } from '../platform/transaction.ts'
import { makeTasks } from './tasks.ts'

test('CTR-13: elke dag wordt in elke regio gekeken wat alleen door de tijd verandert', async ({ sleutels }) => {
  await using fresh = await freshDatabase({ max: 6 })
  const regios = [await maakProefregio(fresh.db, sleutels, 'Een'), await maakProefregio(fresh.db, sleutels, 'Twee')]
  const geldigTot = Temporal.PlainDate.from('2026-11-30')
  for (const ctx of regios) {
    await inTransaction(ctx, async (ctx) => {
      const geldigVan = geldigTot.subtract({ years: 3 })
      await voegCertificaatToe(ctx, await maakAanbieder(ctx), {
        naam: 'HKZ',
        instelling: '',
        nummer: '',
        geldigVan,
        geldigTot,
      })
    })
  }
  const diensten = {
    db: fresh.db,
    pool: fresh.pool,
    eigenaarUrl: fresh.eigenaarUrl,
    clock: makeClock(geldigTot.add({ days: 1 })),
    sleutels,
    log: makeLog('silent'),
    map: '',
    post: undefined,
    scanner: undefined,
    stop: () => Promise.resolve(),
  } satisfies Diensten
  await fresh.pool.query(`select enqueue_job('controleer-dagelijks', '{}')`)
  await voerTakenUit(fresh.eigenaarUrl, makeTasks(diensten))
  for (const ctx of regios) {
    const { rijen } = await inTransaction(ctx, (ctx) =>
      listBevindingen(ctx, {}, { sorteer: 'titel', richting: 'op', pagina: 1 }),
    )
    expect(rijen.map(({ titel }) => titel)).toEqual(['Certificaat HKZ is verlopen'])
  }
})
