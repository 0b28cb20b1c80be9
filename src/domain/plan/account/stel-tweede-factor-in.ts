import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Sessieduur } from '../../../platform/sessie.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { wisAanmelding } from './bewaar-aanmelding.ts'
import { eigenaarVan } from './controleer-code.ts'
import { maakHerstelcodes } from './herstelcodes.ts'
import { alsPersoon, meldAan, type Herkomst } from './meld-aan.ts'
import { findAanmelding, findLinkById, type Aanmelding } from './queries.ts'
import { stapVan } from './totp.ts'
import { sluitLinks } from './zet-wachtwoord.ts'

type Invoer = { code: string; herkomst: Herkomst; duur?: Sessieduur | undefined }

export type Instelling =
  { soort: 'aangemeld'; token: string; herstelcodes: string[] } | { soort: 'over' } | { soort: 'fout' }

/**
 * The last step of an invitation: the first code of the app shows that it works. Makes the account, uses up the link, signs in, and
 * gives the recovery codes, which are shown once.
 */
export async function stelTweedeFactorIn(
  ctx: Context,
  aanmeldhash: Buffer,
  { code, herkomst, duur }: Invoer,
): Promise<Instelling> {
  const eerst = await inTransaction(ctx, (ctx) => leesStap(ctx, aanmeldhash, code))
  if (eerst.soort !== 'goed') return eerst
  // made between two transactions: ten hashes take half a second
  const herstel = await maakHerstelcodes()
  return inTransaction(ctx, async (ctx) => {
    const gelezen = await leesStap(ctx, aanmeldhash, code)
    if (gelezen.soort !== 'goed') return gelezen
    const { stap, aanmelding } = gelezen
    const { gebruikerId, naam, totpGeheim, wachtwoordHash } = aanmelding
    await sql`insert into account (regio_id, gebruiker_id, wachtwoord_hash, wachtwoord_op, totp_geheim, totp_op, totp_stap,
        herstelzout, herstelcodes_op)
      values (${ctx.regioId}, ${gebruikerId}, ${wachtwoordHash}, ${ctx.now}, ${totpGeheim}, ${ctx.now}, ${stap}, ${herstel.zout},
        ${ctx.now})`.execute(ctx.db)
    await bewaarHerstelcodes(ctx, gebruikerId, herstel.hashes)
    await sluitLinks(ctx, gebruikerId, aanmelding.linkId!)
    await wisAanmelding(ctx, aanmelding.id)
    await recordEvent(alsPersoon(ctx, gebruikerId, naam), {
      soort: 'uitnodiging:aanvaard',
      onderwerp: { type: 'gebruiker', id: gebruikerId },
      gegevens: {},
    })
    const token = await meldAan(ctx, gebruikerId, { wijze: 'wachtwoord en code', herkomst, duur })
    return { soort: 'aangemeld', token, herstelcodes: herstel.codes }
  })
}

// The secret is on the screen of who types the code: there is nothing to guess.
async function leesStap(
  ctx: Context,
  aanmeldhash: Buffer,
  code: string,
): Promise<{ soort: 'goed'; stap: number; aanmelding: Aanmelding } | { soort: 'over' } | { soort: 'fout' }> {
  const aanmelding = await findAanmelding(ctx, aanmeldhash, { vast: true })
  if (aanmelding?.soort !== 'uitnodiging' || !(await findLinkById(ctx, aanmelding.linkId!))) {
    return { soort: 'over' }
  }
  const kluis = ctx.sleutels.kluis(ctx.regioId)
  const geheim = kluis.ontzegel(aanmelding.totpGeheim!, eigenaarVan(ctx, aanmelding.gebruikerId))
  const stap = stapVan(geheim, code, ctx.now, 0)
  return stap === undefined ? { soort: 'fout' } : { soort: 'goed', stap, aanmelding }
}

/** Replaces all recovery codes of an account. */
export async function bewaarHerstelcodes(ctx: Context, gebruikerId: string, hashes: Buffer[]) {
  await sql`delete from herstelcode where regio_id = ${ctx.regioId} and gebruiker_id = ${gebruikerId}`.execute(ctx.db)
  await sql`insert into herstelcode (regio_id, gebruiker_id, hash)
    select ${ctx.regioId}, ${gebruikerId}, hash from unnest(${hashes}::bytea[]) as hash`.execute(ctx.db)
}
