import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { lijktHerstelcode, vindHerstelcode } from './herstelcodes.ts'
import type { Account } from './queries.ts'
import { stapVan } from './totp.ts'

/** Whose secret it is: it opens for nobody else. */
export const eigenaarVan = (ctx: Context, gebruikerId: string) => `${ctx.regioId} ${gebruikerId}`

/**
 * Judges a code of an app or a recovery code for an account that is locked, and uses it up: it works once. Gives which of the two it
 * was, or undefined when it is wrong.
 */
export async function controleerCode(
  ctx: Context,
  account: Account,
  code: string,
): Promise<'code' | 'herstelcode' | undefined> {
  const { gebruikerId } = account
  if (lijktHerstelcode(code)) {
    const { rows } = await sql<{ hash: Buffer }>`select hash from herstelcode
      where regio_id = ${ctx.regioId} and gebruiker_id = ${gebruikerId} and gebruikt_op is null`.execute(ctx.db)
    const hash = await vindHerstelcode(
      code,
      account.herstelzout,
      rows.map(({ hash }) => hash),
    )
    if (!hash) return undefined
    await sql`update herstelcode set gebruikt_op = ${ctx.now}
      where regio_id = ${ctx.regioId} and gebruiker_id = ${gebruikerId} and hash = ${hash}`.execute(ctx.db)
    return 'herstelcode'
  }
  const geheim = ctx.sleutels.kluis(ctx.regioId).ontzegel(account.totpGeheim, eigenaarVan(ctx, gebruikerId))
  const stap = stapVan(geheim, code, ctx.now, account.totpStap)
  if (stap === undefined) return undefined
  await sql`update account set totp_stap = ${stap}
    where regio_id = ${ctx.regioId} and gebruiker_id = ${gebruikerId}`.execute(ctx.db)
  return 'code'
}
