import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { beeindigSessies } from '../../../platform/sessie.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { lockGebruiker } from './lock-gebruiker.ts'

/** Signs somebody out everywhere, at once; gives how many sessions ended. Throws 404. */
export function beeindigSessiesVan(ctx: Context, gebruikerId: string): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gebruiker:wijzigen')
    await lockGebruiker(ctx, gebruikerId, { zelf: true })
    const aantal = await beeindigSessies(ctx, gebruikerId)
    await recordEvent(ctx, {
      soort: 'sessie:beeindigd',
      onderwerp: { type: 'gebruiker', id: gebruikerId },
      gegevens: { aantal, hoe: 'door een beheerder' },
    })
    return aantal
  })
}
