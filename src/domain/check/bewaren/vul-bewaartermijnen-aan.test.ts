import pg from 'pg'
import { expect } from 'vitest'
import { maakProefregio, test } from '../../../../test/regio.ts'
import { freshDatabase } from '../../../../test/test.ts'
import { inReadTransaction } from '../../../platform/transaction.ts'
import { leesBewaartermijnen } from './lees-bewaartermijnen.ts'
import { vulBewaartermijnenAan } from './vul-bewaartermijnen-aan.ts'

test('R6: een regio krijgt de termijn van soorten die erbij kwamen; wat zij zelf koos, blijft', async ({
  sleutels,
}) => {
  await using fresh = await freshDatabase()
  const ctx = await maakProefregio(fresh.db, sleutels)
  const eigenaar = new pg.Client(fresh.beheerUrl)
  await eigenaar.connect()
  // as a region that was made before there were kinds for meetings, and that keeps clients for five years
  await eigenaar.query(`update regelsetdeel set inhoud = jsonb_set(inhoud, '{termijnen}', (
      select jsonb_agg(case when t ->> 'code' = 'clienten' then t || '{"lengte": 5}' else t end)
      from jsonb_array_elements(inhoud -> 'termijnen') t where t ->> 'code' not in ('gesprekken', 'mails')))
    where deel = 'bewaartermijnen'`)
  await eigenaar.end()
  const termijnen = async () =>
    new Map(
      (await inReadTransaction(ctx, leesBewaartermijnen)).map(({ code, lengte, deel }) => [
        code,
        `${String(lengte)} v${String(deel.versie)}`,
      ]),
    )
  expect((await termijnen()).has('gesprekken')).toBe(false)

  const gedaan = await Promise.all([vulBewaartermijnenAan(ctx), vulBewaartermijnenAan(ctx)])
  expect(gedaan).toEqual(expect.arrayContaining([['gesprekken', 'mails'], []]))
  const nu = await termijnen()
  expect([nu.get('gesprekken'), nu.get('mails'), nu.get('clienten'), nu.get('inzagen')]).toEqual([
    '10 v2',
    '2 v2',
    '5 v2',
    '5 v1',
  ])
  expect(await vulBewaartermijnenAan(ctx)).toEqual([])
})
