import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { z } from 'zod'
import { Stop } from './errors.ts'
import type { Mailinstelling } from './mail.ts'
import type { Sessieduur } from './sessie.ts'
import type { Scanneradres } from './virusscanner.ts'

const dag = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .transform((tekst, ctx) => {
    try {
      return Temporal.PlainDate.from(tekst, { overflow: 'reject' })
    } catch {
      ctx.addIssue({ code: 'custom', message: 'bestaat niet' })
      return z.NEVER
    }
  })

const aantal = (van: number, tot: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().min(van).max(tot))

const scanneradres = z.string().transform((tekst, ctx): Scanneradres => {
  if (/^\/[^\0]+$/.test(tekst)) return { path: tekst }
  const [, ingesloten, kaal, poort] = /^(?:\[([0-9a-f:]+)\]|([^\s:/[\]]+)):(\d{1,5})$/i.exec(tekst) ?? []
  const host = ingesloten ?? kaal
  if (host !== undefined && Number(poort) >= 1 && Number(poort) <= 65_535) return { host, port: Number(poort) }
  ctx.addIssue({ code: 'custom', message: 'klopt niet' })
  return z.NEVER
})

const Env = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATABASE_URL_EIGENAAR: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  OVERLAP_DATABASE_ZONDER_TLS: z.literal('1').optional(),
  OVERLAP_MAP: z.string().min(1).optional(),
  OVERLAP_SLEUTELS: z.string().min(1).optional(),
  OVERLAP_SLEUTELS_OUD: z.string().min(1).optional(),
  OVERLAP_VANDAAG: dag.optional(),
  OVERLAP_VOORBEELD: z.literal('1').optional(),
  OVERLAP_ADRES: z.string().min(1).optional(),
  OVERLAP_BEVEILIGINGSCONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/)
    .optional(),
  OVERLAP_URL: z
    .url({ protocol: /^https?$/ })
    .regex(/^[a-z]+:\/\/[^/?#@]+\/?$/i)
    .transform((url) => url.replace(/\/$/, ''))
    .optional(),
  OVERLAP_PROXY: z
    .string()
    .transform((tekst) => tekst.split(/[\s,]+/).filter((deel) => deel !== ''))
    .refine((delen) => delen.every(isNetwerk))
    .optional(),
  OVERLAP_OIDC: z.string().min(1).optional(),
  OVERLAP_CLAMAV: scanneradres.optional(),
  OVERLAP_AUDITSTROOM: z.literal('1').optional(),
  OVERLAP_VERZOEKEN_PER_MINUUT: aantal(60, 60_000).optional(),
  OVERLAP_SESSIE_MINUTEN: aantal(5, 720).optional(),
  OVERLAP_SESSIE_UREN: aantal(1, 24).optional(),
  OVERLAP_SMTP_HOST: z.string().min(1).optional(),
  OVERLAP_SMTP_POORT: aantal(1, 65_535).optional(),
  OVERLAP_SMTP_TLS: z.enum(['verplicht', 'direct', 'uit']).optional(),
  OVERLAP_SMTP_GEBRUIKER: z.string().min(1).optional(),
  OVERLAP_SMTP_WACHTWOORD: z.string().min(1).optional(),
  OVERLAP_SMTP_VAN: z
    .string()
    .regex(/^([^<>\r\n]{1,100} <[^@\s<>]+@[^@\s<>]+>|[^@\s<>]+@[^@\s<>]+)$/)
    .optional(),
  OVERLAP_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  NODE_ENV: z.string().optional(),
})

export type Env = z.output<typeof Env>

const uitleg: Record<string, string> = {
  DATABASE_URL: 'moet beginnen met postgres://',
  DATABASE_URL_EIGENAAR: 'moet beginnen met postgres://',
  OVERLAP_DATABASE_ZONDER_TLS: 'mag alleen 1 zijn',
  OVERLAP_MAP: 'moet de naam van een map zijn',
  OVERLAP_SLEUTELS: 'moet de naam van een map zijn',
  OVERLAP_SLEUTELS_OUD: 'moet de naam van een map zijn',
  OVERLAP_VANDAAG: 'moet een bestaande datum zijn, bijvoorbeeld 2026-11-22',
  OVERLAP_VOORBEELD: 'mag alleen 1 zijn',
  OVERLAP_ADRES: 'moet een netwerkadres zijn, bijvoorbeeld 127.0.0.1',
  OVERLAP_BEVEILIGINGSCONTACT: 'moet beginnen met mailto: of https://',
  OVERLAP_URL:
    'moet het adres zijn waarop mensen Overlap openen, zonder pad, bijvoorbeeld https://overlap.voorbeeldregio.nl',
  OVERLAP_PROXY: 'moet een lijst van netwerkadressen zijn met komma’s ertussen, bijvoorbeeld 10.0.0.5, 10.0.1.0/24',
  OVERLAP_OIDC: 'moet de naam van een bestand zijn',
  OVERLAP_CLAMAV:
    'moet het adres van clamd zijn: een socketbestand of host:poort, bijvoorbeeld /run/clamav/clamd.ctl of 127.0.0.1:3310',
  OVERLAP_AUDITSTROOM: 'mag alleen 1 zijn',
  OVERLAP_VERZOEKEN_PER_MINUUT: 'moet een getal zijn van 60 tot en met 60000',
  OVERLAP_SESSIE_MINUTEN: 'moet een getal zijn van 5 tot en met 720',
  OVERLAP_SESSIE_UREN: 'moet een getal zijn van 1 tot en met 24',
  OVERLAP_SMTP_HOST: 'moet de naam van een mailserver zijn',
  OVERLAP_SMTP_POORT: 'moet een poortnummer zijn, bijvoorbeeld 587',
  OVERLAP_SMTP_TLS: 'moet verplicht, direct of uit zijn',
  OVERLAP_SMTP_GEBRUIKER: 'moet de naam zijn waarmee Overlap zich bij de mailserver aanmeldt',
  OVERLAP_SMTP_WACHTWOORD: 'moet het wachtwoord bij de mailserver zijn',
  OVERLAP_SMTP_VAN: 'moet een e-mailadres zijn, bijvoorbeeld Overlap <overlap@voorbeeldregio.nl>',
  OVERLAP_LOG: 'moet fatal, error, warn, info, debug of silent zijn',
}

/** Reads the settings once at start. An empty value counts as not set. Throws Stop with one sentence per wrong setting. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  // bin/overlap.mjs always runs on production code; what the operator set stands in OVERLAP_NODE_ENV
  const given = { ...source, NODE_ENV: source['OVERLAP_NODE_ENV'] ?? source['NODE_ENV'] }
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const result = Env.safeParse({ ...filled, ...readGeheimen(filled) })
  if (result.success) return result.data
  const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))]
  throw new Stop(names.map((name) => `De instelling ${name} ${uitleg[name] ?? 'klopt niet'}.`).join(' '))
}

// What holds a password can stand in a file, where a vault puts it (ASVS V13.3.1): outside the environment, which others can read.
const GEHEIM = ['DATABASE_URL', 'DATABASE_URL_EIGENAAR', 'OVERLAP_SMTP_WACHTWOORD'] as const

function readGeheimen(source: NodeJS.ProcessEnv): Record<string, string> {
  const gelezen: Record<string, string> = {}
  for (const naam of GEHEIM) {
    const bestand = source[`${naam}_BESTAND`]
    if (bestand === undefined) continue
    if (source[naam] !== undefined) throw new Stop(`Stel ${naam} of ${naam}_BESTAND in, niet allebei.`)
    try {
      gelezen[naam] = readFileSync(bestand, 'utf8').replace(/\r?\n$/, '')
    } catch {
      throw new Stop(`Het bestand ${bestand} van ${naam}_BESTAND is niet te lezen.`)
    }
    if (gelezen[naam] === '') throw new Stop(`Het bestand ${bestand} van ${naam}_BESTAND is leeg.`)
  }
  return gelezen
}

/** The mail server, when one is set. Throws Stop when only half of it is. */
export function readMail(env: Env): Mailinstelling | undefined {
  const gezet = Object.entries(env).filter(([naam, waarde]) => naam.startsWith('OVERLAP_SMTP_') && waarde !== undefined)
  if (gezet.length === 0) return undefined
  const { OVERLAP_SMTP_HOST: host, OVERLAP_SMTP_VAN: van, OVERLAP_URL: url } = env
  if (host === undefined || van === undefined || url === undefined) {
    const ontbreekt = Object.entries({ OVERLAP_SMTP_HOST: host, OVERLAP_SMTP_VAN: van, OVERLAP_URL: url })
      .filter(([, waarde]) => waarde === undefined)
      .map(([naam]) => naam)
    throw new Stop(`Om mail te versturen moet ook dit ingesteld zijn: ${ontbreekt.join(' en ')}.`)
  }
  const tls = env.OVERLAP_SMTP_TLS ?? 'verplicht'
  const gebruiker = env.OVERLAP_SMTP_GEBRUIKER
  const wachtwoord = env.OVERLAP_SMTP_WACHTWOORD
  if ((gebruiker === undefined) !== (wachtwoord === undefined)) {
    throw new Stop(
      'Stel OVERLAP_SMTP_GEBRUIKER in samen met OVERLAP_SMTP_WACHTWOORD of OVERLAP_SMTP_WACHTWOORD_BESTAND, of geen van beide.',
    )
  }
  if (tls === 'uit' && wachtwoord !== undefined) {
    throw new Stop('Met OVERLAP_SMTP_TLS=uit gaat het wachtwoord leesbaar over het netwerk. Kies verplicht of direct.')
  }
  return {
    host,
    poort: env.OVERLAP_SMTP_POORT ?? (tls === 'direct' ? 465 : 587),
    tls,
    van,
    ...(gebruiker !== undefined && wachtwoord !== undefined && { aanmelding: { gebruiker, wachtwoord } }),
  }
}

/** How long a session lasts here. */
export function readSessieduur(env: Env): Sessieduur {
  return {
    stil: Temporal.Duration.from({ minutes: env.OVERLAP_SESSIE_MINUTEN ?? 30 }),
    hoogstens: Temporal.Duration.from({ hours: env.OVERLAP_SESSIE_UREN ?? 12 }),
  }
}

function isNetwerk(tekst: string): boolean {
  const [adres = '', lengte] = tekst.split('/')
  const soort = isIP(adres)
  return (
    soort !== 0 && (lengte === undefined || (/^\d{1,3}$/.test(lengte) && Number(lengte) <= (soort === 4 ? 32 : 128)))
  )
}
