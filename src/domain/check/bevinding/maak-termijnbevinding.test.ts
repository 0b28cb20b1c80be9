import { describe, expect, test as los } from 'vitest'
import { maakAanbieder } from '../../../../test/afspraken.ts'
import { maakProefregio, test } from '../../../../test/regio.ts'
import { freshDatabase } from '../../../../test/test.ts'
import { voerTakenUit } from '../../../../test/voer-taken-uit.ts'
import type { Diensten } from '../../../diensten.ts'
import { makeTasks } from '../../../jobs/tasks.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { herinner } from '../../plan/kalender/herinner.ts'
import { laatVerstrijken } from '../../plan/kalender/laat-verstrijken.ts'
import { planTermijn, type NieuweTermijn } from '../../plan/kalender/plan-termijn.ts'
import { vervalTermijn } from '../../plan/kalender/verval-termijn.ts'
import { vervulTermijn } from '../../plan/kalender/vervul-termijn.ts'
import { maakTermijnbevinding } from './maak-termijnbevinding.ts'
import { findBevinding, listBevindingen, listBevindingenVan } from './queries.ts'
import { maaktBevinding, type Verstreken } from './termijnbevindingen.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const alle = { sorteer: 'ontstaan', richting: 'op', pagina: 1 } as const

describe('AMB-33: bij welke verstreken termijn een bevinding hoort', () => {
  const regels = {
    bij: [
      { voor: 'rapportage-voor-gesprek', naam: 'Rapportage' },
      { voor: 'actie', naam: 'Actie' },
    ],
    bron: { document: 'd', paragraaf: 'p', tekst: 't' },
  }
  const termijn: Verstreken = {
    bron: 'gesprek',
    code: 'rapportage-voor-gesprek',
    kant: 'aanbieder',
    aanbiederId: 'a',
    aard: 'uiterlijk',
    einddatum: dag('2026-12-02'),
    gehaaldOp: null,
    vervallen: false,
  }
  los.each([
    ['de dag erna, en de code staat in de regelset', {}, '2026-12-03', true],
    ['op de laatste dag zelf nog niet', {}, '2026-12-02', false],
    ['ook via de bron', { bron: 'actie', code: null }, '2026-12-03', true],
    ['niet wat de regelset niet noemt', { bron: 'escalatie', code: 'verbeterplan' }, '2026-12-03', false],
    ['niet wat de regio zelf te laat doet', { kant: 'regio' as const }, '2026-12-03', false],
    ['niet een dag waarop iets plaatsvindt', { aard: 'moment' as const }, '2026-12-03', false],
    ['niet als het op tijd is gedaan', { gehaaldOp: dag('2026-12-02') }, '2026-12-09', false],
    ['wel als het te laat is gedaan', { gehaaldOp: dag('2026-12-03') }, '2026-12-09', true],
    ['niet wat is vervallen', { vervallen: true }, '2026-12-03', false],
  ] as const)('%s', (_, anders, vandaag, verwacht) => {
    expect(maaktBevinding({ ...termijn, ...anders }, regels, dag(vandaag))).toBe(verwacht)
  })
})

async function plan(ctx: Context, anders: Partial<NieuweTermijn> = {}) {
  const aanbiederId = await maakAanbieder(ctx)
  const { id } = await planTermijn(ctx, {
    bron: 'gesprek',
    bronId: '1',
    titel: 'Rapportage aanleveren',
    regel: { code: 'rapportage-voor-gesprek' },
    startdatum: dag('2026-12-16'),
    wie: { kant: 'aanbieder' },
    over: { aanbiederId },
    bijVerstrijken: 'maak-termijnbevinding',
    ...anders,
  })
  return { id, aanbiederId }
}

test('AMB-33: een verstreken termijn wordt één bevinding, over en weer te vinden', async ({ ctx }) => {
  const { id, aanbiederId } = await plan(ctx)
  const later = { ...ctx, today: dag('2026-12-03') }
  expect(await laatVerstrijken({ ...ctx, today: dag('2026-12-02') })).toBe(0)
  expect(await laatVerstrijken(later)).toBe(1)
  expect(await maakTermijnbevinding(later, id)).toBe(1)
  // the queue may deliver twice, and a term may pass once more after it moved
  expect(await maakTermijnbevinding(later, id)).toBe(0)
  const { rijen } = await listBevindingen(ctx, {}, alle)
  expect(rijen).toMatchObject([{ bron: 'termijn', titel: 'Niet op tijd: Rapportage aanleveren', aanbiederId }])
  const bevinding = await findBevinding(ctx, rijen[0]!.id)
  expect(bevinding).toMatchObject({ termijnId: id, geslotenOp: null })
  expect(bevinding.toelichting).toContain('2 december 2026')
  expect(await listBevindingenVan(ctx, { termijnId: id })).toMatchObject([{ id: rijen[0]!.id }])
})

test('wat op tijd is gedaan of is vervallen, en wat de regelset niet noemt, maakt geen bevinding', async ({ ctx }) => {
  const later = { ...ctx, today: dag('2027-01-10') }
  const gedaan = await plan(ctx)
  await vervulTermijn(ctx, 'gesprek', '1', dag('2026-12-01'))
  const vervallen = await plan(ctx, { bronId: '2' })
  await vervalTermijn(ctx, 'gesprek', '2', 'Geannuleerd')
  const anders = await plan(ctx, { bron: 'escalatie', bronId: '3', regel: { datum: dag('2026-12-01') } })
  for (const { id } of [gedaan, vervallen, anders]) expect(await maakTermijnbevinding(later, id)).toBe(0)
  expect(await maakTermijnbevinding(later, '00000000-0000-0000-0000-000000000000')).toBe(0)
})

los('AMB-33: door de rij: de termijn verstrijkt, en hoe vaak de ronde ook langskomt, er is één bevinding', async () => {
  await using fresh = await freshDatabase()
  const ctx = await maakProefregio(fresh.db, { maak: () => undefined } as unknown as Context['sleutels'])
  await inTransaction(ctx, (ctx) => plan(ctx))
  const later: Context = { ...ctx, today: dag('2026-12-03'), now: Temporal.Instant.from('2026-12-03T09:00:00Z') }
  await Promise.all([herinner(later), herinner(later)])
  const clock = { now: () => later.now, today: () => later.today }
  const taken = makeTasks({ db: fresh.db, sleutels: ctx.sleutels, clock } as unknown as Diensten)
  await voerTakenUit(fresh.eigenaarUrl, taken)
  await herinner({ ...later, today: dag('2026-12-04'), now: Temporal.Instant.from('2026-12-04T09:00:00Z') })
  await voerTakenUit(fresh.eigenaarUrl, taken)
  const { rijen } = await inTransaction(ctx, (ctx) => listBevindingen(ctx, {}, alle))
  expect(rijen.map(({ bron, titel }) => [bron, titel])).toEqual([['termijn', 'Niet op tijd: Rapportage aanleveren']])
})
