import type { Context } from '../../../platform/context.ts'
import { wisPogingen } from '../../../platform/mislukkingen.ts'
import { tokenHash, type Sessieduur } from '../../../platform/sessie.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { legMislukkingVast } from './begin-aanmelden.ts'
import { wisAanmelding } from './bewaar-aanmelding.ts'
import { controleerCode } from './controleer-code.ts'
import { alsPersoon, meldAan, type Herkomst } from './meld-aan.ts'
import { findAanmelding, findLinkById, lockAccount, POGINGEN } from './queries.ts'
import { rem } from './rem.ts'
import { stuurMail } from './stuur-mail.ts'
import { zetWachtwoord } from './zet-wachtwoord.ts'

type Invoer = { code: string; herkomst: Herkomst; duur?: Sessieduur | undefined }

/** "over": begin again with the password; "fout": the code is wrong or was used before. */
export type Bevestiging = { soort: 'aangemeld'; token: string } | { soort: 'over' | 'fout' }

/**
 * The second step of signing in: a code of the app, or a recovery code. A password that was chosen by a link takes force now: who
 * only reads the mail does not get in (ASVS V6.4.3). Throws 429 when it was tried too often.
 */
export async function bevestigAanmelding(
  ctx: Context,
  aanmeldhash: Buffer,
  { code, herkomst, duur }: Invoer,
): Promise<Bevestiging> {
  const begonnen = await inTransaction(ctx, (ctx) => findAanmelding(ctx, aanmeldhash))
  if (!begonnen || !['aanmelden', 'wachtwoord'].includes(begonnen.soort)) return { soort: 'over' }
  const { sleutels, begint } = await rem(ctx, 'code', begonnen.gebruikerId, {
    adres: herkomst.adres,
    bekend: await isBekend(ctx, begonnen.gebruikerId, tokenHash(herkomst.token)),
  })

  return inTransaction(ctx, async (ctx) => {
    const aanmelding = await findAanmelding(ctx, aanmeldhash, { vast: true })
    const account = aanmelding && (await lockAccount(ctx, aanmelding.gebruikerId))
    if (!account || (aanmelding.linkId !== null && !(await findLinkById(ctx, aanmelding.linkId))))
      return { soort: 'over' }
    const gebruikt = await controleerCode(ctx, account, code)
    if (!gebruikt) {
      await telFout(ctx, aanmelding.id)
      await legMislukkingVast(ctx, account.gebruikerId, 'tweede factor', begint)
      return (await findAanmelding(ctx, aanmeldhash)) ? { soort: 'fout' } : { soort: 'over' }
    }
    const zelf = alsPersoon(ctx, account.gebruikerId, account.naam)
    await wisAanmelding(ctx, aanmelding.id)
    if (aanmelding.wachtwoordHash !== null) await zetWachtwoord(zelf, aanmelding, aanmelding.wachtwoordHash)
    if (gebruikt === 'herstelcode')
      await stuurMail(zelf, { gebruikerId: account.gebruikerId, soort: 'herstelcode-gebruikt' })
    await wisPogingen(ctx.db, sleutels)
    const wijze = gebruikt === 'code' ? 'wachtwoord en code' : 'wachtwoord en herstelcode'
    return { soort: 'aangemeld', token: await meldAan(ctx, account.gebruikerId, { wijze, herkomst, duur }) }
  })
}

async function telFout(ctx: Context, id: string) {
  await ctx.db
    .updateTable('aanmelding')
    .set((eb) => ({ pogingen: eb('pogingen', '+', 1) }))
    .where('regioId', '=', ctx.regioId)
    .where('id', '=', id)
    .where('pogingen', '<', POGINGEN)
    .execute()
}

/** The hash of the device when this person signed in from it before, else null. */
export function isBekend(ctx: Context, gebruikerId: string, toestel: Buffer): Promise<Buffer | null> {
  return inTransaction(ctx, async (ctx) => {
    const bekend = await ctx.db
      .selectFrom('bekendToestel')
      .select('tokenHash')
      .where('regioId', '=', ctx.regioId)
      .where('gebruikerId', '=', gebruikerId)
      .where('tokenHash', '=', toestel)
      .executeTakeFirst()
    return bekend ? toestel : null
  })
}
