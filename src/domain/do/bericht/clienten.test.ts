import { sql } from 'kysely'
import { expect } from 'vitest'
import { maakProefregio, test } from '../../../../test/regio.ts'
import { freshDatabase } from '../../../../test/test.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { label, onthoud, zoekClienten } from './clienten.ts'

const pseudoniem = (nummer: number) => nummer.toString(16).padStart(64, '0')
const vraag = (...nummers: number[]) => new Map(nummers.map((nummer) => [pseudoniem(nummer), 'wmo' as const]))

test('hetzelfde pseudoniem is dezelfde client, ook zonder geheugen', async ({ ctx }) => {
  const eerst = await zoekClienten(ctx, vraag(1, 2, 3), new Map())
  const weer = await zoekClienten(ctx, vraag(3, 2, 4), new Map())
  expect(weer.get(pseudoniem(3))).toBe(eerst.get(pseudoniem(3)))
  expect(new Set([...eerst.values(), ...weer.values()]).size).toBe(4)
  const { rows } = await sql<{ n: number }>`select count(*) as n from client where regio_id = ${ctx.regioId}`.execute(
    ctx.db,
  )
  expect(rows).toEqual([{ n: 4 }])
})

test('twee leveringen tegelijk maken een client een keer', async ({ sleutels }) => {
  await using fresh = await freshDatabase({ max: 8 })
  const ctx = await maakProefregio(fresh.db, sleutels)
  const nummers = Array.from({ length: 300 }, (_, i) => i)
  const gevonden = await Promise.all(
    [nummers, nummers.toReversed(), nummers.slice(100), nummers.slice(0, 200)].map((deel) =>
      inTransaction(ctx, (ctx) => zoekClienten(ctx, vraag(...deel), new Map())),
    ),
  )
  for (const nummer of nummers.slice(100, 200)) {
    expect(new Set(gevonden.map((clienten) => clienten.get(pseudoniem(nummer)))).size).toBe(1)
  }
})

test('een label heeft twee groepen van vijf, is niet te raden en nooit een reeks cijfers', () => {
  const labels = Array.from({ length: 5_000 }, label)
  expect(new Set(labels).size).toBe(5_000)
  for (const een of labels) {
    expect(een).toMatch(/^C-(?!\d{5})[0-9A-HJKMNP-TV-Z]{5}-(?!\d{5})[0-9A-HJKMNP-TV-Z]{5}$/)
  }
})

test('het geheugen groeit niet mee met wat er gelezen wordt', () => {
  const geheugen = new Map<string, string>()
  onthoud(geheugen, new Map(Array.from({ length: 100_010 }, (_, i) => [pseudoniem(i), String(i)])))
  expect(geheugen.size).toBe(100_000)
  expect(geheugen.has(pseudoniem(9))).toBe(false)
  expect(geheugen.has(pseudoniem(10))).toBe(true)
})
