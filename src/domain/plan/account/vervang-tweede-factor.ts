import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { beeindigSessies, vernieuwSessie } from '../../../platform/sessie.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { bewaarAanmelding, wisAanmelding } from './bewaar-aanmelding.ts'
import { bevestigZelf, type Bewijs } from './bevestig-zelf.ts'
import { eigenaarVan } from './controleer-code.ts'
import { maakHerstelcodes } from './herstelcodes.ts'
import { findAanmelding } from './queries.ts'
import { bewaarHerstelcodes } from './stel-tweede-factor-in.ts'
import { stuurMail } from './stuur-mail.ts'
import { maakGeheim, stapVan } from './totp.ts'

/** Begins to replace the app: makes a new secret, which takes force when its first code was shown. Gives the token to go on with. */
export function beginTweedeFactor(ctx: Context, bewijs: Bewijs): Promise<string> {
  return bevestigZelf(ctx, bewijs, (ctx, { gebruikerId }) =>
    bewaarAanmelding(ctx, {
      soort: 'tweede factor',
      gebruikerId,
      totpGeheim: ctx.sleutels.kluis(ctx.regioId).verzegel(maakGeheim(), eigenaarVan(ctx, gebruikerId)),
    }),
  )
}

/** The new app takes over when its code is right: other sessions end. Gives a new token for this session; undefined when it is over. */
export function vervangTweedeFactor(
  ctx: Context,
  sessieId: string,
  aanmeldhash: Buffer,
  code: string,
): Promise<{ soort: 'vervangen'; token: string } | { soort: 'over' } | { soort: 'fout' }> {
  return inTransaction(ctx, async (ctx) => {
    const aanmelding = await findAanmelding(ctx, aanmeldhash, { vast: true })
    if (aanmelding?.soort !== 'tweede factor' || aanmelding.gebruikerId !== ctx.actor.id) return { soort: 'over' }
    const { gebruikerId, totpGeheim } = aanmelding
    const geheim = ctx.sleutels.kluis(ctx.regioId).ontzegel(totpGeheim!, eigenaarVan(ctx, gebruikerId))
    const stap = stapVan(geheim, code, ctx.now, 0)
    if (stap === undefined) return { soort: 'fout' }
    await sql`update account set totp_geheim = ${totpGeheim}, totp_op = ${ctx.now}, totp_stap = ${stap}
      where regio_id = ${ctx.regioId} and gebruiker_id = ${gebruikerId}`.execute(ctx.db)
    await wisAanmelding(ctx, aanmelding.id)
    return { soort: 'vervangen', token: await meldWijziging(ctx, sessieId, 'app vervangen') }
  })
}

/** Makes ten new recovery codes, which are shown once; the old ones stop working. */
export async function vernieuwHerstelcodes(
  ctx: Context,
  sessieId: string,
  bewijs: Bewijs,
): Promise<{ token: string; codes: string[] }> {
  const herstel = await maakHerstelcodes()
  return bevestigZelf(ctx, bewijs, async (ctx, { gebruikerId }) => {
    await sql`update account set herstelzout = ${herstel.zout}, herstelcodes_op = ${ctx.now}
      where regio_id = ${ctx.regioId} and gebruiker_id = ${gebruikerId}`.execute(ctx.db)
    await bewaarHerstelcodes(ctx, gebruikerId, herstel.hashes)
    return { token: await meldWijziging(ctx, sessieId, 'herstelcodes vernieuwd'), codes: herstel.codes }
  })
}

/** After a change of what somebody signs in with: other sessions end, the owner gets a mail, this session gets a new token. */
export async function meldWijziging(ctx: Context, sessieId: string, wat: string): Promise<string> {
  const gebruikerId = ctx.actor.id
  await beeindigSessies(ctx, gebruikerId, sessieId)
  await recordEvent(ctx, {
    soort: 'tweede-factor:gewijzigd',
    onderwerp: { type: 'gebruiker', id: gebruikerId },
    gegevens: { wat },
  })
  await stuurMail(ctx, { gebruikerId, soort: 'tweede-factor-gewijzigd' })
  return vernieuwSessie(ctx, sessieId)
}
