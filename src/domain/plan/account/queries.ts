import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'

/** Somebody with an e-mail address; the account is null until the invitation was accepted. */
export type Accounthouder = {
  gebruikerId: string
  naam: string
  email: string
  wachtwoordHash: string | null
  /** Signed in before from the device with this token (hash)? */
  bekend: boolean
}

/** Who has this e-mail address and is not switched off; undefined when nobody. */
export function findAccounthouder(ctx: Context, email: string, toestel: Buffer): Promise<Accounthouder | undefined> {
  return inTransaction(ctx, async (ctx) => {
    const { rows } = await sql<Accounthouder>`select g.id as gebruiker_id, g.naam, g.email, a.wachtwoord_hash,
        exists (select from bekend_toestel t where t.regio_id = g.regio_id and t.gebruiker_id = g.id
          and t.token_hash = ${toestel}) as bekend
      from gebruiker g left join account a on a.regio_id = g.regio_id and a.gebruiker_id = g.id
      where g.regio_id = ${ctx.regioId} and g.email = ${email} and g.uitgeschakeld_op is null`.execute(ctx.db)
    return rows[0]
  })
}

/** The person with this number at this identity provider; undefined when he never got in here. */
export async function findVanOrganisatie(
  ctx: Context,
  uitgever: string,
  onderwerp: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from gebruiker
    where regio_id = ${ctx.regioId} and uitgever = ${uitgever} and onderwerp = ${onderwerp}`.execute(ctx.db)
  return rows[0]?.id
}

export type Account = {
  gebruikerId: string
  naam: string
  email: string
  wachtwoordHash: string
  wachtwoordOp: Temporal.Instant
  totpGeheim: Buffer
  totpOp: Temporal.Instant
  totpStap: number
  herstelzout: Buffer
  herstelcodesOp: Temporal.Instant
}

/** Locks the account of somebody who is not switched off; undefined when there is none. */
export async function lockAccount(ctx: Context, gebruikerId: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`select a.gebruiker_id, g.naam, g.email, a.wachtwoord_hash, a.wachtwoord_op,
      a.totp_geheim, a.totp_op, a.totp_stap, a.herstelzout, a.herstelcodes_op
    from account a join gebruiker g on g.regio_id = a.regio_id and g.id = a.gebruiker_id
    where a.regio_id = ${ctx.regioId} and a.gebruiker_id = ${gebruikerId} and g.uitgeschakeld_op is null
    for update of a`.execute(ctx.db)
  return rows[0]
}

export type Aanmelding = {
  id: string
  gebruikerId: string
  soort: 'aanmelden' | 'uitnodiging' | 'wachtwoord' | 'tweede factor' | 'toegangssleutel'
  linkId: string | null
  wachtwoordHash: string | null
  totpGeheim: Buffer | null
  uitdaging: string | null
  naam: string
  email: string
}

/** Wrong codes that one sign-in may take; then it begins again with the password. */
export const POGINGEN = 5

/** A sign-in that is half done and still holds; undefined when it is over. */
export async function findAanmelding(
  ctx: Context,
  hash: Buffer,
  { vast = false } = {},
): Promise<Aanmelding | undefined> {
  const { rows } =
    await sql<Aanmelding>`select m.id, m.gebruiker_id, m.soort, m.link_id, m.wachtwoord_hash, m.totp_geheim,
      m.uitdaging, coalesce(g.naam, '') as naam, coalesce(g.email, '') as email
    from aanmelding m left join gebruiker g on g.regio_id = m.regio_id and g.id = m.gebruiker_id
    where m.regio_id = ${ctx.regioId} and m.token_hash = ${hash} and m.verloopt_op > ${ctx.now} and m.pogingen < ${POGINGEN}
      and g.uitgeschakeld_op is null
    ${vast ? sql`for update of m` : sql``}`.execute(ctx.db)
  return rows[0]
}

export type Link = { id: string; gebruikerId: string; soort: 'uitnodiging' | 'wachtwoord'; naam: string; email: string }

/** The link of a token, when it still holds. */
export async function findLink(ctx: Context, hash: Buffer): Promise<Link | undefined> {
  const { rows } = await sql<Link>`select l.id, l.gebruiker_id, l.soort, g.naam, g.email
    from eenmalige_link l join gebruiker g on g.regio_id = l.regio_id and g.id = l.gebruiker_id
    where l.regio_id = ${ctx.regioId} and l.token_hash = ${hash} and l.geldig_tot > ${ctx.now}
      and l.gebruikt_op is null and l.ingetrokken_op is null and g.uitgeschakeld_op is null and g.email is not null`.execute(
    ctx.db,
  )
  return rows[0]
}

/** Whether a link still holds; locks it, so that it is used once. */
export async function findLinkById(ctx: Context, id: string): Promise<boolean> {
  const { rows } = await sql`select id from eenmalige_link where regio_id = ${ctx.regioId} and id = ${id}
    and geldig_tot > ${ctx.now} and gebruikt_op is null and ingetrokken_op is null for update`.execute(ctx.db)
  return rows.length > 0
}

/** The name of the region, for texts. */
export async function findRegionaam(ctx: Context): Promise<string> {
  const { rows } = await sql<{ naam: string }>`select naam from regio where id = ${ctx.regioId}`.execute(ctx.db)
  if (!rows[0]) throw notFound('Deze regio')
  return rows[0].naam
}

/** What of the own account can be seen: undefined for who signs in another way. */
export async function findEigenAccount(ctx: Context) {
  const { rows } = await sql<{
    email: string
    wachtwoordOp: Temporal.Instant
    totpOp: Temporal.Instant
    herstelcodes: number
  }>`select g.email, a.wachtwoord_op, a.totp_op, (select count(*)::int from herstelcode h
      where h.regio_id = a.regio_id and h.gebruiker_id = a.gebruiker_id and h.gebruikt_op is null) as herstelcodes
    from account a join gebruiker g on g.regio_id = a.regio_id and g.id = a.gebruiker_id
    where a.regio_id = ${ctx.regioId} and a.gebruiker_id::text = ${ctx.actor.id}`.execute(ctx.db)
  return rows[0]
}

export type EigenSessie = {
  id: string
  gestartOp: Temporal.Instant
  laatstGezienOp: Temporal.Instant
  toestel: string
  wijze: string
}

/** Running sessions of a person, the last used first. */
export async function listSessies(ctx: Context, gebruikerId: string, stil: Temporal.Duration): Promise<EigenSessie[]> {
  const { rows } = await sql<EigenSessie>`select id, gestart_op, laatst_gezien_op, toestel, wijze from sessie
    where regio_id = ${ctx.regioId} and gebruiker_id = ${gebruikerId} and beeindigd_op is null and verloopt_op > ${ctx.now}
      and laatst_gezien_op > ${ctx.now.subtract(stil)}
    order by laatst_gezien_op desc, id`.execute(ctx.db)
  return rows
}
