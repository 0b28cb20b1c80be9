import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { listKandidaten } from './list-kandidaten.ts'
import { keurVersie, lockOverlegtafel, zetTafel } from './lock-overlegtafel.ts'
import { stuurBerichten } from './stuur-berichten.ts'

/**
 * Invites everybody on the list somebody saw (TAF-05), by mail to their contactpersonen. 404; 409 when the list is empty, was changed since,
 * was made for another day, or holds somebody who may not be invited any more.
 */
export function verstuurUitnodigingen(ctx: Context, id: string, gezien: number): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overlegtafel:organiseren')
    const tafel = await lockOverlegtafel(ctx, id, 'uitnodigen')
    keurVersie(tafel, gezien)
    if (!tafel.samengesteldVoor?.equals(tafel.datum)) {
      throw conflict('De tafel is samengesteld voor een andere dag. Stel haar opnieuw samen.')
    }
    const genodigden = (await listKandidaten(ctx, id)).filter(({ genodigd }) => genodigd)
    if (genodigden.length === 0) throw conflict('Er staat niemand op de lijst. Nodig minstens één aanbieder uit.')
    const ids = genodigden.map(({ aanbiederId }) => aanbiederId)
    if (await isIemandUitgesloten(ctx, ids, tafel.datum)) {
      throw conflict(
        'Over een van deze aanbieders is intussen besloten haar niet uit te nodigen. Stel de tafel opnieuw samen.',
      )
    }

    await ctx.db
      .insertInto('overlegtafelDeelname')
      .values(
        genodigden.map(({ aanbiederId, agb, reden }) => ({
          regioId: ctx.regioId,
          overlegtafelId: id,
          aanbiederId,
          agb,
          uitgenodigdOp: ctx.now,
          uitgenodigdDoor: ctx.actor.naam,
          vervangtId: reden.soort === 'vervangt' ? reden.voor : null,
        })),
      )
      .execute()
    await zetTafel(ctx, id, { uitgenodigdOp: ctx.now })
    await recordEvent(ctx, {
      soort: 'overlegtafel:uitgenodigd',
      onderwerp: { type: 'overlegtafel', id },
      gegevens: { aanbieders: ids },
    })
    await stuurBerichten(ctx, { soort: 'uitnodiging', overlegtafelId: id, aan: 'genodigden' })
  })
}

async function isIemandUitgesloten(ctx: Context, aanbiederIds: string[], datum: Temporal.PlainDate): Promise<boolean> {
  const uitgesloten = await ctx.db
    .selectFrom('overlegtafelUitsluiting')
    .select('id')
    .where('regioId', '=', ctx.regioId)
    .where('aanbiederId', 'in', aanbiederIds)
    .where('vanaf', '<=', datum)
    .where((eb) => eb.or([eb('tot', 'is', null), eb('tot', '>=', datum)]))
    .where((eb) => eb.or([eb('opgehevenVanaf', 'is', null), eb('opgehevenVanaf', '>', datum)]))
    .limit(1)
    .executeTakeFirst()
  return uitgesloten !== undefined
}
