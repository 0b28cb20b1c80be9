import type { Context } from '../../../platform/context.ts'
import { leesRegelset } from '../../plan/inrichting/lees-regelset.ts'
import { leesInhoud, leesVersies } from '../../plan/inrichting/regelset-inhoud.ts'
import { Ladder } from './ladder.ts'

/** The part of a regelset that holds the ladder. */
export const LADDERDEEL = 'escalatieladder'

/** The ladder that new cases start with today. Throws 404 when the region has none. */
export async function leesLadder(ctx: Context): Promise<{ id: string; versie: number; ladder: Ladder }> {
  const { id, versie, inhoud } = await leesRegelset(ctx, LADDERDEEL, ctx.today)
  return { id, versie, ladder: leesInhoud(Ladder, inhoud) }
}

/** The ladder of a case: the version it started with (MTR-04). */
export async function leesLadderVan(ctx: Context, regelsetdeelId: string): Promise<Ladder> {
  const [versie] = await leesVersies(ctx, [{ id: regelsetdeelId }])
  return leesInhoud(Ladder, versie!.inhoud)
}
