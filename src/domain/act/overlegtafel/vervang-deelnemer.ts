import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { listKandidaten } from './list-kandidaten.ts'
import { listDeelnemers } from './list-deelnemers.ts'
import { lockOverlegtafel, zetTafel } from './lock-overlegtafel.ts'
import { kiesGelijksoortige } from './stel-samen.ts'
import { stuurBerichten } from './stuur-berichten.ts'
import { listUitgesloten } from './list-uitgesloten.ts'

/**
 * TAF-13: after the invitations went out, it was decided not to invite one of them: its invitation is taken back and the next of the same
 * class, of the same subregio when there is one, is invited in its place. Gives who; null when there is nobody left. 404 or 409.
 */
export function vervangDeelnemer(ctx: Context, id: string, aanbiederId: string): Promise<string | null> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overlegtafel:organiseren')
    const tafel = await lockOverlegtafel(ctx, id, 'vervangen')
    const deelnemers = await listDeelnemers(ctx, id)
    const uitgesloten = new Set(await listUitgesloten(ctx, tafel.datum))
    if (!deelnemers.some((een) => een.aanbiederId === aanbiederId) || !uitgesloten.has(aanbiederId)) {
      throw conflict('Vervang alleen een genodigde over wie is besloten haar niet uit te nodigen.')
    }
    const kandidaten = (await listKandidaten(ctx, id)).map((een) => ({
      ...een,
      uitgesloten: uitgesloten.has(een.aanbiederId),
    }))
    const aanTafel = new Set(deelnemers.map((een) => een.aanbiederId).filter((een) => een !== aanbiederId))
    const van = kandidaten.find((een) => een.aanbiederId === aanbiederId)!
    const binnen = kandidaten.filter((een) => aanTafel.has(een.aanbiederId))
    // whom somebody took off the list with a motive stays off it
    const over = kandidaten.filter(({ afwijking }) => afwijking?.richting !== 'niet')
    const door = kiesGelijksoortige(over, van, binnen)

    await ctx.db
      .updateTable('overlegtafelDeelname')
      .set({ ingetrokkenOp: ctx.now })
      .where('regioId', '=', ctx.regioId)
      .where('overlegtafelId', '=', id)
      .where('aanbiederId', '=', aanbiederId)
      .execute()
    await stuurBerichten(ctx, { soort: 'intrekking', overlegtafelId: id, aan: { aanbiederId } })
    if (door) {
      await ctx.db
        .insertInto('overlegtafelDeelname')
        .values({
          regioId: ctx.regioId,
          overlegtafelId: id,
          aanbiederId: door.aanbiederId,
          agb: kandidaten.find((een) => een.aanbiederId === door.aanbiederId)!.agb,
          uitgenodigdOp: ctx.now,
          uitgenodigdDoor: ctx.actor.naam,
          vervangtId: aanbiederId,
        })
        // an earlier invitation of the same aanbieder was taken back
        .onConflict((conflict) =>
          conflict.columns(['regioId', 'overlegtafelId', 'aanbiederId']).doUpdateSet({
            uitgenodigdOp: ctx.now,
            uitgenodigdDoor: ctx.actor.naam,
            vervangtId: aanbiederId,
            ingetrokkenOp: null,
          }),
        )
        .execute()
      await stuurBerichten(ctx, { soort: 'uitnodiging', overlegtafelId: id, aan: { aanbiederId: door.aanbiederId } })
    }
    await zetTafel(ctx, id, {})
    await recordEvent(ctx, {
      soort: 'overlegtafel:vervangen',
      onderwerp: { type: 'overlegtafel', id },
      gegevens: { aanbiederId, door: door?.aanbiederId ?? null },
    })
    return door?.aanbiederId ?? null
  })
}
