import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { lockOverlegtafel, zetTafel } from './lock-overlegtafel.ts'
import { stuurBerichten } from './stuur-berichten.ts'

/** Everything about this table is done (STM-08). 404, or 409 before the feedback went out. */
export function sluitOverlegtafel(ctx: Context, id: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overlegtafel:organiseren')
    await lockOverlegtafel(ctx, id, 'sluiten')
    await zetTafel(ctx, id, { geslotenOp: ctx.now })
    await recordEvent(ctx, { soort: 'overlegtafel:gesloten', onderwerp: { type: 'overlegtafel', id }, gegevens: {} })
  })
}

/** The table does not go ahead (besluit 024); who was invited gets a mail with the reason. 404, or 409 once it was held. */
export function laatOverlegtafelVervallen(ctx: Context, id: string, { reden }: { reden: string }): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overlegtafel:organiseren')
    const { uitgenodigdOp } = await lockOverlegtafel(ctx, id, 'vervallen')
    await zetTafel(ctx, id, { vervallenOp: ctx.now, vervallenReden: reden })
    await recordEvent(ctx, {
      soort: 'overlegtafel:vervallen',
      onderwerp: { type: 'overlegtafel', id },
      gegevens: { reden },
    })
    if (uitgenodigdOp) await stuurBerichten(ctx, { soort: 'vervallen', overlegtafelId: id, aan: 'genodigden' })
  })
}
