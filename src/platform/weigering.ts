import type { Context } from './context.ts'
import type { Weigering } from './errors.ts'
import { inTransaction } from './transaction.ts'

/**
 * Keeps that somebody asked what he may not do (failed authorisation): once per person, route and minute. `route` is the pattern
 * ("/berichten/:id"), so that nothing of what was asked stands in it.
 */
export function recordRefusal(
  ctx: Context,
  { methode, route, fout }: { methode: string; route: string; fout: Weigering },
): Promise<unknown> {
  const minuut = ctx.now.toZonedDateTimeISO('UTC').with({ second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
  return inTransaction(ctx, ({ db }) =>
    db
      .insertInto('weigering')
      .values({
        regioId: ctx.regioId,
        gebruikerId: ctx.actor.id,
        minuut: minuut.toInstant(),
        methode,
        route: route.slice(0, 200),
        code: fout.code,
        recht: fout.recht,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}
