import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect } from 'vitest'
import { freshDatabase, test } from '../../test/test.ts'
import { findPending, listMigrations, migrate } from './migrate.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'overlap-migraties-'))
  write('001-een.sql', 'create table een (id int);\ninsert into een values (1);')
  write('002-twee.sql', 'create table twee (id int);')
})

afterEach(() => rmSync(folder, { recursive: true }))

function write(name: string, text: string) {
  writeFileSync(join(folder, name), text)
}

async function query(url: string, text: string) {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(text)
  await client.end()
  return rows
}

test('past elk bestand een keer toe, op volgorde, als eigenaar', async () => {
  await using fresh = await freshDatabase({ empty: true })
  expect(await migrate(fresh.eigenaarUrl, { folder })).toEqual(['001-een.sql', '002-twee.sql'])
  expect(await migrate(fresh.eigenaarUrl, { folder })).toEqual([])
  write('003-drie.sql', 'alter table een add drie int')
  expect(await migrate(fresh.eigenaarUrl, { folder })).toEqual(['003-drie.sql'])
  expect(await query(fresh.eigenaarUrl, `select tableowner from pg_tables where tablename = 'een'`)).toEqual([
    { tableowner: 'overlap_eigenaar' },
  ])
})

test('een fout draait alleen dat bestand terug en noemt bestand en regel', async () => {
  await using fresh = await freshDatabase({ empty: true })
  write('002-twee.sql', 'create table twee (id int);\n\ninsert into twee values (fout);')
  await expect(migrate(fresh.eigenaarUrl, { folder })).rejects.toThrow(/002-twee\.sql, regel 3: .*fout/)
  expect(await query(fresh.eigenaarUrl, `select naam, to_regclass('twee') as twee from migratie`)).toEqual([
    { naam: '001-een.sql', twee: null },
  ])
  write('002-twee.sql', 'create table twee (id int);')
  expect(await migrate(fresh.eigenaarUrl, { folder })).toEqual(['002-twee.sql'])
})

test('twee tegelijk: de een wacht op de ander en vindt niets meer te doen', async () => {
  await using fresh = await freshDatabase({ empty: true })
  await migrate(fresh.eigenaarUrl, { folder })
  write('003-drie.sql', 'select pg_sleep(0.3); insert into een values (3);')
  write('004-vier.sql', 'insert into een values (4);')
  const applied = await Promise.all([1, 2, 3].map(() => migrate(fresh.eigenaarUrl, { folder })))
  expect(applied.map(({ length }) => length).sort()).toEqual([0, 0, 2])
  expect(await query(fresh.eigenaarUrl, 'select * from een')).toEqual([{ id: 1 }, { id: 3 }, { id: 4 }])
})

test('wie met het draaiende programma op elkaar wacht, probeert het opnieuw', async () => {
  await using fresh = await freshDatabase({ empty: true })
  await migrate(fresh.eigenaarUrl, { folder })
  write('003-drie.sql', 'lock table een; lock table twee; create table drie (id int)')
  const programma = new pg.Client(fresh.beheerUrl)
  await programma.connect()
  try {
    // the other side looks for a deadlock a second after it began to wait, this one not
    await programma.query(`begin; set local deadlock_timeout = '1min'; lock table twee`)
    const klaar = migrate(fresh.eigenaarUrl, { folder })
    const wacht = () => programma.query(`select from pg_locks where not granted and relation = 'twee'::regclass`)
    await expect.poll(async () => (await wacht()).rowCount, { interval: 20 }).toBe(1)
    await programma.query('lock table een')
    await programma.query('commit')
    expect(await klaar).toEqual(['003-drie.sql'])
  } finally {
    await programma.end()
  }
})

test('regeleinden van een ander systeem zijn geen wijziging', async () => {
  const before = await listMigrations(folder)
  write('001-een.sql', 'create table een (id int);\r\ninsert into een values (1);')
  expect(await listMigrations(folder)).toEqual(before)
})

const bestand = (name: string) => ({ name, sql: '', checksum: `som van ${name}` })

test.each([
  ['een gewijzigd bestand', ['001'], { '001': 'andere som' }, /001 is gewijzigd/],
  ['een onbekend bestand', ['001'], { '001': 'som van 001', '002': 'x' }, /kent migratie 002, deze Overlap niet/],
  ['een bestand dat te laat komt', ['001', '002'], { '002': 'som van 002' }, /001 staat vóór 002/],
])('weigert geschiedenis die niet klopt: %s', (_, names, applied, message) => {
  expect(() => findPending(names.map(bestand), new Map(Object.entries(applied)))).toThrow(message)
})

test('geeft alleen wat nog niet is toegepast', () => {
  const pending = findPending(['001', '002'].map(bestand), new Map([['001', 'som van 001']]))
  expect(pending.map(({ name }) => name)).toEqual(['002'])
})
