import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { geefLinkUit } from '../src/domain/plan/account/geef-link-uit.ts'
import { kiesWachtwoord } from '../src/domain/plan/account/kies-wachtwoord.ts'
import type { Herkomst } from '../src/domain/plan/account/meld-aan.ts'
import { eigenaarVan } from '../src/domain/plan/account/controleer-code.ts'
import { findAanmelding } from '../src/domain/plan/account/queries.ts'
import { stelTweedeFactorIn } from '../src/domain/plan/account/stel-tweede-factor-in.ts'
import { leesToken } from '../src/domain/plan/account/token.ts'
import { nodigUit } from '../src/domain/plan/gebruiker/nodig-uit.ts'
import type { Rolkeuze } from '../src/domain/plan/gebruiker/rolgrens.ts'
import type { Context } from '../src/platform/context.ts'

export const WACHTWOORD = 'koffie met uitzicht op het water'

export const thuis: Herkomst = { adres: '203.0.113.9', toestel: 'Firefox op Windows', token: 'toestel-thuis' }
export const elders: Herkomst = { adres: '198.51.100.7', toestel: 'Chrome op Linux', token: 'toestel-elders' }

/** The context of sign-in: nobody yet. */
export function anoniem(ctx: Context, { na = 0 } = {}): Context {
  const actor = { soort: 'systeem', id: 'aanmelden', naam: 'aanmelden', rollen: [], agb: null } as const
  return { ...ctx, now: ctx.now.add({ seconds: na }), actor: { ...actor, rollen: [] } }
}

/** The context of a person with these roles, some seconds later. */
export function namens(ctx: Context, id: string, naam: string, rollen: string[], { na = 0 } = {}): Context {
  const actor = { soort: 'gebruiker' as const, id, naam, rollen: rollen.map((rol) => ({ rol, agb: null })), agb: null }
  return { ...ctx, now: ctx.now.add({ seconds: na }), actor }
}

export function rol(ctx: Context, naam: Rolkeuze['rol'], meer: Partial<Rolkeuze> = {}): Rolkeuze {
  return {
    rol: naam,
    agb: null,
    gemeenten: null,
    wet: null,
    categorieen: null,
    begindatum: ctx.today,
    einddatum: null,
    ...meer,
  }
}

/** The code that the app shows so many seconds later. */
export function codeVan(geheim: Uint8Array, ctx: Context, na = 0): string {
  const totp = new TOTP({ secret: new Secret({ buffer: new Uint8Array(geheim).buffer }) })
  return totp.generate({ timestamp: ctx.now.epochMilliseconds + 1000 * na })
}

export type Houder = { id: string; email: string; geheim: Buffer; herstelcodes: string[]; sessie: string }

/** Somebody with an account, by way of an invitation; the code of `ctx.now` has been used. */
export async function maakAccount(ctx: Context, naam: string, rollen = [rol(ctx, 'contractmanager')]): Promise<Houder> {
  const email = `${naam.toLowerCase().replaceAll(' ', '.')}@regio.example`
  const { gebruikerId, linkId } = await nodigUit(ctx, { naam, email, functie: '' }, rollen, { mail: false })
  const link = await geefLinkUit(ctx, linkId)
  const keuze = await kiesWachtwoord(anoniem(ctx), leesToken(link!.token)!.hash, WACHTWOORD)
  if (keuze.soort !== 'gekozen') throw new Error(JSON.stringify(keuze))
  const { hash } = leesToken(keuze.token)!
  const geheim = await geheimVan(ctx, hash)
  const uitkomst = await stelTweedeFactorIn(anoniem(ctx), hash, { code: codeVan(geheim, ctx), herkomst: thuis })
  if (uitkomst.soort !== 'aangemeld') throw new Error(uitkomst.soort)
  return { id: gebruikerId, email, geheim, herstelcodes: uitkomst.herstelcodes, sessie: uitkomst.token }
}

export async function geheimVan(ctx: Context, aanmeldhash: Buffer): Promise<Buffer> {
  const aanmelding = (await findAanmelding(ctx, aanmeldhash))!
  return ctx.sleutels.kluis(ctx.regioId).ontzegel(aanmelding.totpGeheim!, eigenaarVan(ctx, aanmelding.gebruikerId))
}

/** Kinds of event in the audit trail about somebody, oldest first. */
export async function leesSoorten(ctx: Context, id: string): Promise<string[]> {
  const { rows } = await sql<{ soort: string }>`select soort from audit_regel
    where regio_id = ${ctx.regioId} and onderwerp_id = ${id} order by volgnr`.execute(ctx.db)
  return rows.map(({ soort }) => soort)
}

/** How many sessions of a person run. */
export async function telSessies(ctx: Context, id: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from sessie
    where regio_id = ${ctx.regioId} and gebruiker_id = ${id} and beeindigd_op is null`.execute(ctx.db)
  return rows[0]!.n
}

/** What is in the queue, by kind, for the region. */
export async function leesMails(ctx: Context, id: string): Promise<string[]> {
  const { rows } = await sql<{ soort: string }>`select soort from mail
    where regio_id = ${ctx.regioId} and gebruiker_id = ${id} order by gevraagd_op, id`.execute(ctx.db)
  return rows.map(({ soort }) => soort)
}
