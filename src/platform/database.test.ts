import pg from 'pg'
import { expect, inject } from 'vitest'
import { freshDatabase, test } from '../../test/test.ts'
import { createPool, openDatabase } from './database.ts'
import { migrate } from './migrate.ts'

const geen = { map: '/bestaat/niet' }

/** A login that owns `database`, as a municipality's server would give; dropped with what it owns. */
async function withLogin(fresh: { beheerUrl: string }, work: (url: string, beheer: pg.Client) => Promise<void>) {
  const name = `extern_${inject('database').run}_${process.env['VITEST_POOL_ID'] ?? '0'}`
  const beheer = new pg.Client(fresh.beheerUrl)
  await beheer.connect()
  const url = fresh.beheerUrl.replace(/\/\/[^@]*@/, `//${name}:geheim@`)
  try {
    await beheer.query(`create role ${name} login password 'geheim'`)
    await beheer.query(`alter database ${beheer.database ?? ''} owner to ${name}`)
    await work(url, beheer)
  } finally {
    await beheer.query(`reassign owned by ${name} to overlap_eigenaar`)
    await beheer.query(`drop owned by ${name}`)
    await beheer.query(`drop role ${name}`)
    await beheer.end()
  }
}

test('een eigen server: de gebruiker in DATABASE_URL is eigenaar, het programma werkt als overlap_app', async () => {
  await using fresh = await freshDatabase({ empty: true })
  await withLogin(fresh, async (url, beheer) => {
    await expect(openDatabase({ databaseUrl: url, ...geen })).rejects.toThrow(
      /create role overlap_app.*grant overlap_app to/,
    )

    await beheer.query(`grant overlap_app to ${new pg.Client(url).user ?? ''}`)
    const database = await openDatabase({ databaseUrl: `${url}?options=-c%20work_mem%3D1MB`, ...geen })
    await migrate(database.eigenaarUrl)
    const pool = createPool(database.app)
    expect((await pool.query('select current_user as wie')).rows).toEqual([{ wie: 'overlap_app' }])
    await expect(pool.query('create table x (a int)')).rejects.toThrow(/permission denied/)
    await pool.end()
    await database.stop()
  })
})

test('een eigen server met twee gebruikers: een voor de migraties, een voor het programma', async () => {
  await using fresh = await freshDatabase()
  const database = await openDatabase({ databaseUrl: fresh.appUrl, databaseUrlEigenaar: fresh.eigenaarUrl, ...geen })
  expect(await migrate(database.eigenaarUrl)).toEqual([])
  const pool = createPool(database.app)
  expect((await pool.query('select session_user as wie')).rows).toEqual([{ wie: 'overlap_app' }])
  await pool.end()
})

test.each([
  ['een verkeerd wachtwoord', (url: string) => url.replace(/:[^:@]*@/, ':geheim@'), /wachtwoord klopt niet/],
  ['een onbekende database', (url: string) => url.replace(/\/[^/]*$/, '/bestaat_niet'), /database bestaat niet/],
  ['niemand op dat adres', () => 'postgres://ik:geheim@127.0.0.1:1/x', /luistert niets/],
  ['een onbekende computer', () => 'postgres://ik:geheim@bestaat.invalid/x?sslmode=verify-full', /niet te vinden/],
])('zegt in een zin wat er mis is: %s', async (_, change, message) => {
  const databaseUrl = change(inject('database').eigenaarUrl)
  const error: unknown = await openDatabase({ databaseUrl, ...geen }).catch((error: unknown) => error)
  expect(error).toMatchObject({ name: 'Stop', message: expect.stringMatching(message) as string })
  expect(String(error)).not.toContain('geheim')
})
