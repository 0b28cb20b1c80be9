import type { Context } from '../../../platform/context.ts'
import { stelVerslagOp } from './stel-verslag-op.ts'
import type { Gesprek } from './queries.ts'
import { maakVersie, type Verslag } from './verslag.ts'

/** Keeps the minutes as they are now, with their hash; gives them. */
export async function bewaarVersie(ctx: Context, gesprek: Gesprek, soort: 'gedeeld' | 'definitief'): Promise<Verslag> {
  const verslag = await stelVerslagOp(ctx, gesprek)
  await ctx.db
    .insertInto('verslagversie')
    .values({
      regioId: ctx.regioId,
      gesprekId: gesprek.id,
      soort,
      ...maakVersie(verslag),
      gemaaktOp: ctx.now,
      gemaaktDoor: ctx.actor.naam,
    })
    .execute()
  return verslag
}
