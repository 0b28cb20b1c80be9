import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { lockOrganisatie } from './lock-organisatie.ts'
import { listOpdrachten } from './queries.ts'

/** Contract management advises on the assignment of a year as it is now (ROL-11); that changes nothing of it. Throws 409 without one. */
export function adviseerOverOpdracht(ctx: Context, jaar: number, tekst: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'opdracht:adviseren')
    await lockOrganisatie(ctx)
    const [opdracht] = await listOpdrachten(ctx, jaar)
    if (!opdracht) throw conflict(`Er is nog geen opdracht voor ${String(jaar)} om over te adviseren.`)
    const { id } = await ctx.db
      .insertInto('opdrachtAdvies')
      .values({ regioId: ctx.regioId, opdrachtId: opdracht.id, tekst, gegevenOp: ctx.now, gegevenDoor: ctx.actor.naam })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordEvent(ctx, {
      soort: 'opdracht:geadviseerd',
      onderwerp: { type: 'opdracht', id: opdracht.id },
      gegevens: { jaar, advies: id },
    })
  })
}
