import type { Context } from '../../../platform/context.ts'
import { enqueue } from '../../jobs.ts'

/** Asks, with the change that makes it needed, that the terms in the calendar follow what they are derived from (besluit 022). */
export async function vraagVolgen(ctx: Context): Promise<void> {
  await enqueue(ctx, 'volg-termijnen', { regioId: ctx.regioId }, `volg-termijnen:${ctx.regioId}`)
}
