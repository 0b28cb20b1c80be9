import type { Context } from '../../../platform/context.ts'
import { forbidden, invalid } from '../../../platform/errors.ts'
import { wisPogingen } from '../../../platform/mislukkingen.ts'
import { tokenHash } from '../../../platform/sessie.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { controleerWachtwoord } from '../../../platform/wachtwoord-hash.ts'
import { legMislukkingVast } from './begin-aanmelden.ts'
import { isBekend } from './bevestig-aanmelding.ts'
import { controleerCode } from './controleer-code.ts'
import type { Herkomst } from './meld-aan.ts'
import { lockAccount, type Account } from './queries.ts'
import { rem } from './rem.ts'

/** What somebody shows again before the account itself is changed. */
export type Bewijs = { wachtwoord: string; code: string; herkomst: Herkomst }

/**
 * Does `werk` on the own account after password and code were shown again (ASVS V7.5.1), in one transaction. Throws 422 when one of
 * them is wrong, 429 when it was tried too often, 403 for who has no account here.
 */
export async function bevestigZelf<T>(
  ctx: Context,
  { wachtwoord, code, herkomst }: Bewijs,
  werk: (ctx: Context, account: Account) => Promise<T>,
): Promise<T> {
  const gebruikerId = ctx.actor.id
  const gelezen = await inTransaction(ctx, (ctx) => lockAccount(ctx, gebruikerId))
  if (!gelezen) throw forbidden('account')
  const { sleutels, begint } = await rem(ctx, 'code', gebruikerId, {
    adres: herkomst.adres,
    bekend: await isBekend(ctx, gebruikerId, tokenHash(herkomst.token)),
  })
  const klopt = await controleerWachtwoord(wachtwoord, gelezen.wachtwoordHash)
  const uitkomst = await inTransaction(ctx, async (ctx) => {
    const account = await lockAccount(ctx, gebruikerId)
    const goed =
      klopt &&
      account?.wachtwoordHash === gelezen.wachtwoordHash &&
      (await controleerCode(ctx, account, code)) !== undefined
    if (!goed) {
      // recorded, and thrown only after it was
      await legMislukkingVast(ctx, gebruikerId, 'bevestiging', begint)
      return undefined
    }
    await wisPogingen(ctx.db, sleutels)
    return { gedaan: await werk(ctx, account) }
  })
  if (!uitkomst) {
    throw invalid('Het huidige wachtwoord of de code klopt niet. Een code werkt maar één keer.', 'bewijs')
  }
  return uitkomst.gedaan
}
