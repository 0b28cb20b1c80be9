import pg from 'pg'
import type { Passwords } from './cluster.ts'

export const DATABASE = 'overlap'

/** Makes what is missing: the owner of all objects, the program's own role and the one it reads in (both own nothing), and the database. */
export async function prepareRoles(beheerUrl: string, passwords: Passwords): Promise<void> {
  const client = new pg.Client({ connectionString: beheerUrl, connectionTimeoutMillis: 3_000, query_timeout: 60_000 })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select rolname as name from pg_roles where rolname in ('overlap_eigenaar', 'overlap_app', 'overlap_lezer')
       union all select datname from pg_database where datname = '${DATABASE}'`,
    )
    const present = new Set(rows.map((row) => row.name))
    const steps: [string, string][] = [
      ['overlap_eigenaar', `create role overlap_eigenaar login password '${passwords.eigenaar}'`],
      ['overlap_app', `create role overlap_app login nobypassrls password '${passwords.app}'`],
      // the program can become it, and has nothing of it by itself
      [
        'overlap_lezer',
        'create role overlap_lezer nologin nobypassrls; grant overlap_lezer to overlap_app with inherit false, set true',
      ],
      [DATABASE, `create database ${DATABASE} owner overlap_eigenaar`],
    ]
    for (const [name, statement] of steps) {
      if (!present.has(name)) {
        await client.query(statement)
      }
    }
  } finally {
    await client.end()
  }
}
