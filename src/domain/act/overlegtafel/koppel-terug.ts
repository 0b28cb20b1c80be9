import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import type { Belanghebbende } from './lees-belanghebbenden.ts'
import { keurVersie, lockOverlegtafel, zetTafel } from './lock-overlegtafel.ts'
import { insertBerichten, stuurBerichten } from './stuur-berichten.ts'

export type Terugkoppeling = { tekst: string; belanghebbenden: readonly Belanghebbende[] }

/**
 * Sends what was discussed to every aanbieder for whom the subject is relevant, at the table or not, and to others who are concerned
 * (TAF-15). 404, or 409 when it was sent, or a decision was added that this person has not seen.
 */
export function koppelTerug(
  ctx: Context,
  id: string,
  { tekst, belanghebbenden }: Terugkoppeling,
  gezien: number,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overlegtafel:bijwerken')
    keurVersie(await lockOverlegtafel(ctx, id, 'terugkoppelen'), gezien)
    const { rows } = await sql<{ aanbiederId: string }>`
      insert into overlegtafel_terugkoppeling (regio_id, overlegtafel_id, aanbieder_id, agb, verzonden_op)
      select k.regio_id, k.overlegtafel_id, k.aanbieder_id, a.agb, ${ctx.now.toString()}::timestamptz from overlegtafel_kandidaat k
      join aanbieder a on a.regio_id = k.regio_id and a.id = k.aanbieder_id
      where k.regio_id = ${ctx.regioId} and k.overlegtafel_id = ${id} returning aanbieder_id`.execute(ctx.db)
    await zetTafel(ctx, id, { terugkoppeling: tekst, teruggekoppeldOp: ctx.now, teruggekoppeldDoor: ctx.actor.naam })
    await recordEvent(ctx, {
      soort: 'overlegtafel:teruggekoppeld',
      onderwerp: { type: 'overlegtafel', id },
      gegevens: { tekst, aanbieders: rows.length, belanghebbenden: belanghebbenden.length },
    })
    await stuurBerichten(ctx, { soort: 'terugkoppeling', overlegtafelId: id, aan: 'relevanten' })
    await insertBerichten(
      ctx,
      { soort: 'terugkoppeling', overlegtafelId: id },
      belanghebbenden.map((een) => ({ ...een, aanbiederId: null })),
    )
  })
}
