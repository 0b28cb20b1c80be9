import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { maakZaken } from './zaken.ts'

/** Rows per kind in a generated region. */
export type Maten = {
  zaad: number
  overeenkomsten: number
  aanbieders: number
  contractmanagers: number
  toewijzingen: number
  jaren: number
}

/** What people do in it: terms in the calendar, open actions, cases that run. */
export type Handelmaten = { termijnen: number; acties: number; zaken: number }

const lees = (naam: string) => readFileSync(join(import.meta.dirname, naam), 'utf8')

/**
 * Fills an existing region with rows as if all of it had been read in and done; `eigen` is a superuser, so neither row-level security nor
 * foreign keys cost time. The same sizes and seed give the same rows.
 */
export async function vulRegio(eigen: pg.Client, regioId: string, maten: Maten, handelen?: Handelmaten): Promise<void> {
  await eigen.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'`)
  for (const [naam, maat] of Object.entries({ ...maten, ...handelen, regio: regioId })) {
    await eigen.query('select set_config($1, $2, false)', [`bench.${naam}`, String(maat)])
  }
  await eigen.query(lees('hulp.sql'))
  await eigen.query(lees('plan.sql'))
  await eigen.query(lees('do.sql'))
  if (await bestaat(eigen, 'declaratie_maand')) await eigen.query(lees('maanden.sql'))
  if (handelen) {
    await eigen.query(`select set_config('bench.soorten', $1, false)`, [maakZaken()])
    await eigen.query(lees('handelen.sql'))
  }
  await eigen.query(`select setval(pg_get_serial_sequence('bericht', 'id'), (select max(id) from bericht))`)
  await eigen.query('reset session_replication_role; reset synchronous_commit; reset work_mem')
  await eigen.query('discard temp')
  await eigen.query('vacuum analyze')
  await eigen.query('checkpoint')
}

export async function bestaat(eigen: pg.Client, tabel: string): Promise<boolean> {
  const { rows } = await eigen.query<{ er: boolean }>('select to_regclass($1) is not null as er', [tabel])
  return rows[0]!.er
}
