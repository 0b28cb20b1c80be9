import { sql } from 'kysely'
import pg from 'pg'
import { expect, inject } from 'vitest'
import { freshDatabase, test } from '../../../test/test.ts'
import { createPool } from '../database.ts'

const dag = Temporal.PlainDate.from('1999-12-31')
const moment = Temporal.Instant.from('2026-03-29T01:30:00.123456Z')
const klok = Temporal.PlainDateTime.from('2026-11-22T09:05:00')

const WAARDEN = `select $1::date as dag, $2::timestamptz as moment, $3::timestamp as klok, $4::bigint as getal,
  $5::numeric as bedrag, $6::date[] as dagen, $7::int8[] as getallen, $8::text as tekst, $9::text[] as teksten`
const invoer = [
  dag,
  moment,
  klok,
  9_007_199_254_740_991,
  '12345678901234567890.12',
  [dag, null, dag],
  [1, 2],
  dag,
  [moment],
]
const uitvoer = {
  dag,
  moment,
  klok,
  getal: 9_007_199_254_740_991,
  bedrag: '12345678901234567890.12',
  dagen: [dag, null, dag],
  getallen: [1, 2],
  // PostgreSQL reads a quoted day as a day, but as text the quotes would stay.
  tekst: '1999-12-31',
  teksten: ['2026-03-29T01:30:00.123456Z'],
}

async function withPool(work: (pool: pg.Pool) => Promise<void>) {
  const pool = createPool(inject('database').appUrl, { max: 1 })
  await work(pool)
  await pool.end()
}

test('waarden komen heel heen en terug, ook in een ruwe of benoemde query', () =>
  withPool(async (pool) => {
    expect((await pool.query(WAARDEN, invoer)).rows).toEqual([uitvoer])
    expect((await pool.query({ text: WAARDEN, values: invoer })).rows).toEqual([uitvoer])
    expect((await pool.query({ name: 'benoemd', text: WAARDEN, values: invoer })).rows).toEqual([uitvoer])
  }))

test('waarden komen heel heen en terug in Kysely', async ({ db }) => {
  const { rows } = await sql`select ${dag}::date as dag, ${moment}::timestamptz as een_moment`.execute(db)
  expect(rows).toEqual([{ dag, eenMoment: moment }])
})

test('de tijdzone van de sessie verandert een moment niet', () =>
  withPool(async (pool) => {
    await pool.query(`set timezone = 'Asia/Kathmandu'`)
    expect((await pool.query('select $1::timestamptz as moment', [moment])).rows).toEqual([{ moment }])
  }))

test('een bigint die niet in een getal past, wordt geweigerd en niet afgerond', () =>
  withPool(async (pool) => {
    await expect(pool.query('select 9007199254740992::bigint')).rejects.toThrow(/bigint/)
    expect((await pool.query('select 1 as een')).rows).toEqual([{ een: 1 }])
  }))

test('wat in json staat, houdt zijn sleutels en reeksen', async ({ db }) => {
  const inhoud = { een_sleutel: [{ nog_een: 1 }], tweeDe: '2025-01-01' }
  const { rows } = await sql`select ${JSON.stringify(inhoud)}::jsonb as de_inhoud`.execute(db)
  expect(rows).toEqual([{ deInhoud: inhoud }])
})

test('een verbinding die wegvalt, laat het programma en de pool heel', async () => {
  await using fresh = await freshDatabase({ max: 1 })
  const beheer = new pg.Client(fresh.beheerUrl)
  await beheer.connect()
  const busy = await fresh.pool.connect()
  await busy.query('begin')
  const lost = new Promise((resolve) => busy.once('end', resolve))
  await beheer.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'overlap_app' and datname = current_database()`,
  )
  await lost
  await expect(busy.query('select 1')).rejects.toThrow()
  busy.release(true)
  expect((await fresh.pool.query('select 1 as een')).rows).toEqual([{ een: 1 }])
  await beheer.end()
})
