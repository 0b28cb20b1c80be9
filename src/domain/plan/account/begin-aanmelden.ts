import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { geefPogingTerug } from '../../../platform/mislukkingen.ts'
import { tokenHash } from '../../../platform/sessie.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { controleerWachtwoord, hashWachtwoord, isVerouderd } from '../../../platform/wachtwoord-hash.ts'
import { bewaarAanmelding } from './bewaar-aanmelding.ts'
import type { Herkomst } from './meld-aan.ts'
import { findAccounthouder, lockAccount } from './queries.ts'
import { rem } from './rem.ts'

type Invoer = { email: string; wachtwoord: string; herkomst: Herkomst }

/**
 * The first step of signing in. Gives the token of a half sign-in, or undefined when address or password is wrong: which of the two
 * cannot be told from the answer, nor from how long it takes. Throws 429 when it was tried too often.
 */
export async function beginAanmelden(
  ctx: Context,
  { email, wachtwoord, herkomst }: Invoer,
): Promise<string | undefined> {
  const toestel = tokenHash(herkomst.token)
  const wie = await findAccounthouder(ctx, email, toestel)
  const { sleutels, begint } = await rem(ctx, 'wachtwoord', email, {
    adres: herkomst.adres,
    bekend: wie?.bekend ? toestel : null,
  })
  // judged outside a transaction, for it takes long; the account is locked and compared below
  const klopt = await controleerWachtwoord(wachtwoord, wie?.wachtwoordHash ?? undefined)
  const nieuweHash = klopt && isVerouderd(wie!.wachtwoordHash!) ? await hashWachtwoord(wachtwoord) : undefined

  return inTransaction(ctx, async (ctx) => {
    const account = klopt ? await lockAccount(ctx, wie!.gebruikerId) : undefined
    if (!account || account.wachtwoordHash !== wie!.wachtwoordHash) {
      await legMislukkingVast(ctx, wie?.gebruikerId, 'wachtwoord', begint)
      return undefined
    }
    if (nieuweHash !== undefined) {
      await ctx.db
        .updateTable('account')
        .set({ wachtwoordHash: nieuweHash })
        .where('regioId', '=', ctx.regioId)
        .where('gebruikerId', '=', account.gebruikerId)
        .execute()
    }
    await geefPogingTerug(ctx.db, sleutels)
    return bewaarAanmelding(ctx, { soort: 'aanmelden', gebruikerId: account.gebruikerId })
  })
}

/** Records that somebody did not get in, and once that he has to wait; for an address that nobody has just as well. */
export async function legMislukkingVast(ctx: Context, gebruikerId: string | undefined, stap: string, begint: boolean) {
  const onderwerp = { type: 'gebruiker', id: gebruikerId ?? 'onbekend' }
  await recordEvent(ctx, { soort: 'aanmelding:mislukt', onderwerp, gegevens: { stap } })
  if (begint) await recordEvent(ctx, { soort: 'aanmelding:afgeremd', onderwerp, gegevens: { stap } })
}
