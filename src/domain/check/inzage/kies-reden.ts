import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { listRedenen } from './inzage.ts'

/** Keeps why somebody looks at cases, for the work of this session (S50); 422 when it is none of the reasons of the regelset. */
export function kiesReden(ctx: Context, sessieId: string, reden: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'casus:lezen')
    if (!(await listRedenen(ctx)).some(({ code }) => code === reden)) {
      throw invalid('Kies waarvoor u casussen bekijkt.')
    }
    await ctx.db
      .insertInto('inzageReden')
      .values({ regioId: ctx.regioId, sessieId, reden, gekozenOp: ctx.now })
      .execute()
  })
}
