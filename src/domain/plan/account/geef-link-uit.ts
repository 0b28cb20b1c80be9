import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { maakToken } from './token.ts'

const UUR = { hours: 1 }

/**
 * Makes the token of a link at the moment it is handed out; one that was handed out before stops working. Gives undefined when the link
 * is over. A link for a password holds an hour from now.
 */
export async function geefLinkUit(
  ctx: Context,
  linkId: string,
): Promise<{ token: string; soort: 'uitnodiging' | 'wachtwoord'; geldigTot: Temporal.Instant } | undefined> {
  const { token, hash } = maakToken(ctx.regioId)
  const { rows } = await sql<{ soort: 'uitnodiging' | 'wachtwoord'; geldigTot: Temporal.Instant }>`
    update eenmalige_link set token_hash = ${hash},
      geldig_tot = case soort when 'wachtwoord' then ${ctx.now.add(UUR)}::timestamptz else geldig_tot end
    where regio_id = ${ctx.regioId} and id = ${linkId} and gebruikt_op is null and ingetrokken_op is null
      and geldig_tot > ${ctx.now}
    returning soort, geldig_tot`.execute(ctx.db)
  return rows[0] && { token, ...rows[0] }
}

/** The path of a link: what the owner opens. */
export function padVanLink({ soort, token }: { soort: 'uitnodiging' | 'wachtwoord'; token: string }): string {
  return `/${soort}/${token}`
}
