import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { lockKalender } from './volg-bron.ts'
import { volgBezetting } from './volg-bezetting.ts'
import { volgCertificaten } from './volg-certificaten.ts'
import { volgOrganisatie } from './volg-organisatie.ts'
import { volgOvereenkomsten } from './volg-overeenkomsten.ts'

/** Lets the calendar follow every date that is recorded elsewhere in this room (besluit 022). Done again, it changes nothing. */
export function volgTermijnen(ctx: Context): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await lockKalender(ctx)
    await volgOvereenkomsten(ctx)
    await volgCertificaten(ctx)
    await volgBezetting(ctx)
    await volgOrganisatie(ctx)
  })
}
