import pg from 'pg'
import { inject, test as base } from 'vitest'
import type { Db } from '../src/platform/context.ts'
import { createDb, createPool } from '../src/platform/database.ts'

export type FreshDatabase = {
  /** As the program's role. */
  db: Db
  pool: pg.Pool
  appUrl: string
  eigenaarUrl: string
  beheerUrl: string
  /** Closes the connections and drops the database. */
  drop: () => Promise<void>
  [Symbol.asyncDispose]: () => Promise<void>
}

/**
 * A migrated database of one's own (or an empty one), for tests that commit or need several connections:
 * `await using fresh = await freshDatabase()`.
 */
export async function freshDatabase({ max = 5, empty = false } = {}): Promise<FreshDatabase> {
  const { run } = inject('database')
  const name = `${run}_${process.pid}_${(made++).toString()}_${process.env['VITEST_WORKER_ID'] ?? '0'}`
  await withBeheer((client) =>
    empty ? client.query(`create database ${name} owner overlap_eigenaar`) : createFromTemplate(client, name),
  )
  const urls = urlsOf(name)
  const pool = createPool(urls.appUrl, { max })
  const drop = async () => {
    await pool.end()
    await withBeheer((client) => client.query(`drop database if exists ${name} with (force)`))
  }
  return { db: createDb(pool), pool, ...urls, drop, [Symbol.asyncDispose]: drop }
}

let made = 0

/** `db` is a transaction as the program's role that is rolled back after the test; use cases called with it join it. */
export const test = base.extend<{ db: Db; slotDb: Db }>({
  slotDb: [
    async ({}, use) => {
      const beheer = new pg.Client(inject('database').beheerUrl)
      await beheer.connect()
      const db = createDb(createPool(urlsOf(await claimSlot(beheer)).appUrl, { max: 2 }))
      await use(db)
      await db.destroy()
      await beheer.end()
    },
    { scope: 'worker' },
  ],
  db: async ({ slotDb }, use) => {
    const transaction = await slotDb.startTransaction().execute()
    try {
      await use(transaction)
    } finally {
      await transaction.rollback().execute()
    }
  },
})

/**
 * A migrated, empty database that no other worker of any run uses, for as long as `beheer` is connected. Copying one takes
 * half a second, so they are kept; rolling back leaves nothing behind, and one that is not empty is made again.
 */
async function claimSlot(beheer: pg.Client): Promise<string> {
  const { template } = inject('database')
  for (let slot = 1; ; slot++) {
    const name = `${template.replace('sjabloon', 'slot')}_${slot}`
    const { rows } = await beheer.query<{ mine: boolean; exists: boolean }>(
      `select pg_try_advisory_lock(hashtext($1)) as mine, exists (select from pg_database where datname = $1)`,
      [name],
    )
    if (rows[0]?.mine) {
      if (!rows[0].exists || !(await isEmpty(name))) {
        await beheer.query(`drop database if exists ${name} with (force)`)
        await createFromTemplate(beheer, name)
      }
      return name
    }
  }
}

// Every row of the program belongs to a regio.
async function isEmpty(name: string): Promise<boolean> {
  const client = new pg.Client(urlsOf(name).beheerUrl)
  await client.connect()
  const { rowCount } = await client.query('select from regio limit 1')
  await client.end()
  return rowCount === 0
}

async function createFromTemplate(client: pg.Client, name: string) {
  await client.query(
    `create database ${name} owner overlap_eigenaar template ${inject('database').template} strategy file_copy`,
  )
}

function urlsOf(name: string) {
  const { beheerUrl, eigenaarUrl, appUrl } = inject('database')
  const named = (url: string) => url.replace(/\/postgres$/, `/${name}`)
  return { beheerUrl: named(beheerUrl), eigenaarUrl: named(eigenaarUrl), appUrl: named(appUrl) }
}

async function withBeheer(work: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client(inject('database').beheerUrl)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
