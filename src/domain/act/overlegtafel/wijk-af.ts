import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import type { AfwijkingInvoer } from './invoer.ts'
import { keurAfwijking } from './keur-afwijking.ts'
import { leesTafelregels } from './lees-tafelregels.ts'
import { listKandidaten } from './list-kandidaten.ts'
import { lockOverlegtafel, zetTafel } from './lock-overlegtafel.ts'

/** Invites an aanbieder that was not proposed, or not one that was, with a motive (AMB-14). 404, or 409 when it may not be. */
export function wijkAf(
  ctx: Context,
  id: string,
  { aanbiederId, richting, motivering }: AfwijkingInvoer,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overlegtafel:organiseren')
    await lockOverlegtafel(ctx, id, 'afwijken')
    const { regels } = await leesTafelregels(ctx)
    const kandidaten = await listKandidaten(ctx, id)
    const uitgenodigd = new Set(kandidaten.filter(({ genodigd }) => genodigd).map((een) => een.aanbiederId))
    const zin = keurAfwijking({ kandidaten, uitgenodigd }, aanbiederId, richting, regels)
    if (zin !== null) throw conflict(zin)

    await ctx.db
      .insertInto('overlegtafelAfwijking')
      .values({
        regioId: ctx.regioId,
        overlegtafelId: id,
        aanbiederId,
        richting,
        motivering,
        vastgelegdOp: ctx.now,
        vastgelegdDoor: ctx.actor.naam,
      })
      .execute()
    await zetTafel(ctx, id, {})
    await recordEvent(ctx, {
      soort: 'overlegtafel:afgeweken',
      onderwerp: { type: 'overlegtafel', id },
      gegevens: { aanbiederId, richting, motivering },
    })
  })
}
