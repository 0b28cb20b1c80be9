import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { listDeelnemers } from './list-deelnemers.ts'
import { lockOverlegtafel, zetTafel } from './lock-overlegtafel.ts'

/** Writes down what was decided at a table. Party are those who were there, and nobody else (TAF-14). 404, or 409. */
export function legTafelbesluitVast(ctx: Context, id: string, { tekst }: { tekst: string }): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overlegtafel:bijwerken')
    await lockOverlegtafel(ctx, id, 'besluit')
    const partijen = (await listDeelnemers(ctx, id))
      .filter(({ aanwezigheid }) => aanwezigheid === 'aanwezig')
      .map(({ aanbiederId }) => aanbiederId)

    const besluit = await ctx.db
      .insertInto('overlegtafelBesluit')
      .values({
        regioId: ctx.regioId,
        overlegtafelId: id,
        tekst,
        vastgelegdOp: ctx.now,
        vastgelegdDoor: ctx.actor.naam,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await sql`insert into overlegtafel_besluit_partij (regio_id, besluit_id, aanbieder_id, agb)
      select regio_id, ${besluit.id}, id, agb from aanbieder
      where regio_id = ${ctx.regioId} and id = any(${partijen}::uuid[])`.execute(ctx.db)
    await zetTafel(ctx, id, {})
    await recordEvent(ctx, {
      soort: 'overlegtafel:besloten',
      onderwerp: { type: 'overlegtafel', id },
      gegevens: { tekst, partijen },
    })
    return besluit.id
  })
}
