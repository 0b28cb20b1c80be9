import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { hashWachtwoord } from '../../../platform/wachtwoord-hash.ts'
import { bewaarAanmelding } from './bewaar-aanmelding.ts'
import { eigenaarVan } from './controleer-code.ts'
import { findLink, findRegionaam, type Link } from './queries.ts'
import { maakGeheim } from './totp.ts'
import { keurWachtwoord } from './wachtwoordregels.ts'

/** "over": the link does not hold any more; "fout": what is wrong with the password. */
export type Keuze =
  { soort: 'gekozen'; token: string; stap: Link['soort'] } | { soort: 'over' } | { soort: 'fout'; melding: string }

/**
 * A password chosen by a link. It takes force, and the link is used up, when the second factor was shown: a new one after an
 * invitation, the present one after a forgotten password. So who stops half-way can begin again with the same link.
 */
export async function kiesWachtwoord(ctx: Context, linkhash: Buffer, wachtwoord: string): Promise<Keuze> {
  const gelezen = await inTransaction(ctx, async (ctx) => {
    const link = await findLink(ctx, linkhash)
    return link && { link, regio: await findRegionaam(ctx) }
  })
  if (!gelezen) return { soort: 'over' }
  const { link, regio } = gelezen
  const melding = keurWachtwoord(wachtwoord, [regio, link.naam, link.email])
  if (melding !== undefined) return { soort: 'fout', melding }
  const wachtwoordHash = await hashWachtwoord(wachtwoord)

  return inTransaction(ctx, async (ctx) => {
    if (!(await findLink(ctx, linkhash))) return { soort: 'over' }
    const geheim = link.soort === 'uitnodiging' ? maakGeheim() : undefined
    const token = await bewaarAanmelding(ctx, {
      soort: link.soort,
      gebruikerId: link.gebruikerId,
      linkId: link.id,
      wachtwoordHash,
      ...(geheim && {
        totpGeheim: ctx.sleutels.kluis(ctx.regioId).verzegel(geheim, eigenaarVan(ctx, link.gebruikerId)),
      }),
    })
    return { soort: 'gekozen', token, stap: link.soort }
  })
}
