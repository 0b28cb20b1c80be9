import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { listDeelnemers } from './list-deelnemers.ts'
import { lockOverlegtafel, zetTafel } from './lock-overlegtafel.ts'
import type { Aanwezigheid } from './tel-gemiste-tafels.ts'

export type Aanwezigheidsinvoer = { aanbiederId: string; aanwezigheid: Aanwezigheid; toelichting: string }

/**
 * The table was held: for everybody who was invited, whether it was there (STM-09, TAF-11). Whoever stood in counts as present (AMB-16); who
 * said nothing, or cancelled without a reason, is absent without one. 404, 409 before its day, 422 when somebody is missing or a reason is.
 */
export function houdOverlegtafel(ctx: Context, id: string, standen: readonly Aanwezigheidsinvoer[]): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overlegtafel:bijwerken')
    await lockOverlegtafel(ctx, id, 'houden')
    const deelnemers = await listDeelnemers(ctx, id)
    const van = new Map(standen.map((stand) => [stand.aanbiederId, stand]))
    const alle = deelnemers.map(({ aanbiederId, aanbieder, reden }) => {
      const stand = van.get(aanbiederId)
      if (!stand) throw invalid(`Vul in of ${aanbieder} aanwezig was.`, aanbiederId)
      return { ...stand, toelichting: stand.toelichting || (stand.aanwezigheid === 'afgemeld' ? reden : '') }
    })
    await insertAanwezigheid(ctx, id, alle)
    await zetTafel(ctx, id, { gehoudenOp: ctx.now })
    await recordEvent(ctx, {
      soort: 'overlegtafel:gehouden',
      onderwerp: { type: 'overlegtafel', id },
      gegevens: { aanwezigheid: alle },
    })
  })
}

/** What was written down about one of them was wrong, and why (STM-09); the earlier row stays. 404, 409 or 422. */
export function corrigeerAanwezigheid(ctx: Context, id: string, invoer: Aanwezigheidsinvoer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overlegtafel:bijwerken')
    await lockOverlegtafel(ctx, id, 'aanwezigheid')
    const oud = (await listDeelnemers(ctx, id)).find(({ aanbiederId }) => aanbiederId === invoer.aanbiederId)
    if (!oud) throw notFound('Deze deelnemer')
    if (invoer.toelichting === '') throw invalid('Schrijf op waarom dit anders is.', 'toelichting')
    if (oud.aanwezigheid === invoer.aanwezigheid) throw conflict('Dit staat er al zo.')
    await insertAanwezigheid(ctx, id, [invoer])
    await zetTafel(ctx, id, {})
    await recordEvent(ctx, {
      soort: 'overlegtafel:aanwezigheid-gecorrigeerd',
      onderwerp: { type: 'overlegtafel', id },
      gegevens: { ...invoer, oud: oud.aanwezigheid },
    })
  })
}

async function insertAanwezigheid(ctx: Context, overlegtafelId: string, standen: readonly Aanwezigheidsinvoer[]) {
  const zonder = standen.find(({ aanwezigheid, toelichting }) => aanwezigheid === 'afgemeld' && toelichting === '')
  if (zonder)
    throw invalid(
      'Schrijf op met welke reden is afgemeld. Zonder reden is het afwezig zonder reden.',
      zonder.aanbiederId,
    )
  if (standen.length === 0) return
  const agbs = await ctx.db
    .selectFrom('aanbieder')
    .select(['id', 'agb'])
    .where('regioId', '=', ctx.regioId)
    .where(
      'id',
      'in',
      standen.map(({ aanbiederId }) => aanbiederId),
    )
    .execute()
  const agb = new Map(agbs.map((een) => [een.id, een.agb]))
  await ctx.db
    .insertInto('overlegtafelAanwezigheid')
    .values(
      standen.map(({ aanbiederId, aanwezigheid, toelichting }) => ({
        regioId: ctx.regioId,
        overlegtafelId,
        aanbiederId,
        agb: agb.get(aanbiederId)!,
        aanwezigheid,
        toelichting,
        vastgelegdOp: ctx.now,
        vastgelegdDoor: ctx.actor.naam,
      })),
    )
    .execute()
}
