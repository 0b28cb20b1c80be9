import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { vernieuwSessie } from '../../../platform/sessie.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { hashWachtwoord } from '../../../platform/wachtwoord-hash.ts'
import { bevestigZelf, type Bewijs } from './bevestig-zelf.ts'
import { findEigenAccount, findRegionaam } from './queries.ts'
import { keurWachtwoord } from './wachtwoordregels.ts'
import { zetWachtwoord } from './zet-wachtwoord.ts'

/**
 * Changes the own password: other sessions end, this one goes on under a new token, which is given. Throws 422 with code
 * "wachtwoord" for a password that is too weak, and what `bevestigZelf` throws.
 */
export async function wijzigWachtwoord(
  ctx: Context,
  sessieId: string,
  { nieuw, ...bewijs }: Bewijs & { nieuw: string },
): Promise<string> {
  const [regio, account] = await inTransaction(
    ctx,
    async (ctx) => [await findRegionaam(ctx), await findEigenAccount(ctx)] as const,
  )
  const melding = keurWachtwoord(nieuw, [regio, ctx.actor.naam, account?.email ?? ''])
  if (melding !== undefined) throw invalid(melding, 'wachtwoord')
  const hash = await hashWachtwoord(nieuw)
  return bevestigZelf(ctx, bewijs, async (ctx, { gebruikerId }) => {
    await zetWachtwoord(ctx, { gebruikerId }, hash, sessieId)
    return vernieuwSessie(ctx, sessieId)
  })
}
