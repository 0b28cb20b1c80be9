import { join, resolve } from 'node:path'
import type pg from 'pg'
import { makeClock, type Clock } from './platform/clock.ts'
import type { Actor, Context, Db } from './platform/context.ts'
import { createDb, createPool, openDatabase } from './platform/database.ts'
import { readMail, type Env } from './platform/env.ts'
import { makeLog, type Log } from './platform/log.ts'
import { makeMailer, type Mailer } from './platform/mail.ts'
import { migrate } from './platform/migrate.ts'
import { openSleutels, type Sleutels } from './platform/sleutels.ts'
import { makeVirusscanner, type Virusscanner } from './platform/virusscanner.ts'

export type Diensten = {
  db: Db
  pool: pg.Pool
  eigenaarUrl: string
  clock: Clock
  sleutels: Sleutels
  log: Log
  /** How mail is sent, and the address of the program for the links in it; undefined when no mail server is set. */
  post: { mailer: Mailer; url: string } | undefined
  /** Asked about every file before it is read; undefined when none is set. */
  scanner: Virusscanner | undefined
  /** OVERLAP_MAP: database, keys and anchors of this installation. */
  map: string
  stop: () => Promise<void>
}

export const PROJECT = join(import.meta.dirname, '..')

/** Opens everything a command or the program needs, and brings the database up to date. */
export async function openDiensten(env: Env, { max = 10 }: { max?: number } = {}): Promise<Diensten> {
  const map = resolve(env.OVERLAP_MAP ?? join(PROJECT, '.overlap'))
  const log = makeLog(env.OVERLAP_LOG)
  const mail = readMail(env)
  const database = await openDatabase({
    databaseUrl: env.DATABASE_URL,
    databaseUrlEigenaar: env.DATABASE_URL_EIGENAAR,
    zonderTls: env.OVERLAP_DATABASE_ZONDER_TLS === '1',
    map,
  })
  try {
    await migrate(database.eigenaarUrl)
  } catch (error) {
    await database.stop()
    throw error
  }
  const pool = createPool(database.app, { max })
  const mailer = mail && makeMailer(mail)
  return {
    db: createDb(pool),
    pool,
    eigenaarUrl: database.eigenaarUrl,
    // the data of the demonstration region stops here: "today" stays with it
    clock: makeClock(
      env.OVERLAP_VANDAAG ?? (env.OVERLAP_VOORBEELD ? Temporal.PlainDate.from('2026-11-22') : undefined),
    ),
    sleutels: openSleutels(env.OVERLAP_SLEUTELS ?? join(map, 'sleutels'), env.OVERLAP_SLEUTELS_OUD),
    log,
    map,
    scanner: env.OVERLAP_CLAMAV && makeVirusscanner(env.OVERLAP_CLAMAV, { map: join(map, 'tijdelijk'), log }),
    post: mailer && { mailer, url: env.OVERLAP_URL! },
    stop: async () => {
      mailer?.stop()
      await pool.end()
      await database.stop()
    },
  }
}

export const OPDRACHTREGEL: Actor = {
  soort: 'opdrachtregel',
  id: 'opdrachtregel',
  naam: 'beheer (opdrachtregel)',
  rollen: [{ rol: 'beheer (opdrachtregel)', agb: null }],
  agb: null,
}

export const SYSTEEM: Actor = {
  soort: 'systeem',
  id: 'systeem',
  naam: 'Overlap',
  rollen: [{ rol: 'systeem (wachtrij)', agb: null }],
  agb: null,
}

/** A context for work without a person behind it. */
export function makeContext({ db, clock, sleutels }: Diensten, regioId: string, actor: Actor): Context {
  return { db, regioId, actor, now: clock.now(), today: clock.today(), sleutels }
}
