import pg from 'pg'
import { Stop } from '../errors.ts'
import type { Database } from './connection.ts'

const APP_ROLE = 'overlap_app'
// What the program becomes to read for who sees the whole region (db/migrations/033-lezer.sql); without it nothing of it is its own.
const READER = 'overlap_lezer'
const MINIMUM = 180_000

/**
 * A server of one's own. Without `eigenaarUrl` the user in `databaseUrl` owns the objects; the program's pool always works as
 * the role overlap_app, which that user must be a member of.
 */
export async function openExternal(databaseUrl: string, eigenaarUrl = databaseUrl): Promise<Database> {
  await withClient(
    eigenaarUrl,
    eigenaarUrl === databaseUrl ? 'DATABASE_URL' : 'DATABASE_URL_EIGENAAR',
    async (client) => {
      const version = await client.query<{ server_version_num: string }>('show server_version_num')
      if (Number(version.rows[0]?.server_version_num) < MINIMUM) {
        throw new Stop('Overlap heeft PostgreSQL 18 of nieuwer nodig. Werk de server in DATABASE_URL bij.')
      }
      await prepareAppRole(client, userOf(databaseUrl))
    },
  )
  const options = `-c role=${APP_ROLE}`
  await withClient({ connectionString: withoutOptions(databaseUrl), options }, 'DATABASE_URL', () => Promise.resolve())
  return { eigenaarUrl, app: { connectionString: withoutOptions(databaseUrl), options }, stop: () => Promise.resolve() }
}

async function prepareAppRole(client: pg.Client, appUser: string | undefined): Promise<void> {
  const user = appUser ?? client.user ?? ''
  const { rows } = await client.query<{ exists: boolean; member: boolean; reader: boolean; reads: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as exists, exists (select from pg_roles where rolname = $3) as reader,
            coalesce((select pg_has_role(u.oid, r.oid, 'set') from pg_roles r, pg_roles u
                      where r.rolname = $1 and u.rolname = $2), false) as member,
            coalesce((select pg_has_role(u.oid, r.oid, 'set') from pg_roles r, pg_roles u
                      where r.rolname = $3 and u.rolname = $1), false) as reads`,
    [APP_ROLE, user, READER],
  )
  try {
    if (!rows[0]?.exists) {
      await client.query(`create role ${APP_ROLE} nologin nobypassrls`)
    }
    if (!rows[0]?.reader) {
      await client.query(`create role ${READER} nologin nobypassrls`)
    }
    if (!rows[0]?.reads) {
      await client.query(`grant ${READER} to ${APP_ROLE} with inherit false, set true`)
    }
    if (!rows[0]?.member && user !== APP_ROLE) {
      await client.query(`grant ${APP_ROLE} to ${pg.escapeIdentifier(user)}`)
    }
  } catch {
    throw new Stop(
      `De rol ${APP_ROLE} of ${READER} ontbreekt of ${user} hoort er niet bij. Laat de beheerder van de server uitvoeren: ` +
        `create role ${APP_ROLE} nologin; create role ${READER} nologin; grant ${READER} to ${APP_ROLE} with inherit false; ` +
        `grant ${APP_ROLE} to ${pg.escapeIdentifier(user)};`,
    )
  }
}

async function withClient(config: string | pg.ClientConfig, name: string, work: (client: pg.Client) => Promise<void>) {
  const settings = typeof config === 'string' ? { connectionString: config } : config
  const client = new pg.Client({ ...settings, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new Stop(`De databaseserver in ${name} is niet te gebruiken: ${reasonOf(error)}.`)
  }
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'er luistert niets op dat adres',
  ENOENT: 'er luistert niets op dat adres',
  ENOTFOUND: 'die computer is niet te vinden',
  EAI_AGAIN: 'die computer is niet te vinden',
  ETIMEDOUT: 'de server antwoordt niet',
  '28P01': 'de gebruikersnaam of het wachtwoord klopt niet',
  '28000': 'de server laat deze gebruiker niet toe',
  '3D000': 'die database bestaat niet',
  '42501': 'deze gebruiker hoort niet bij de rol overlap_app',
  '22023': 'de rol overlap_app ontbreekt',
  '53300': 'de server heeft geen verbinding vrij',
}

// Never the message of the driver: it may quote the connection string, password included.
function reasonOf(error: unknown): string {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return reasons[code] ?? (message.includes('timeout') ? 'de server antwoordt niet' : `onbekende fout ${code}`.trim())
}

function userOf(url: string): string | undefined {
  return new pg.Client(url).user ?? undefined
}

function withoutOptions(url: string): string {
  return url.replace(/([?&])options=[^&]*&?/, '$1')
}
