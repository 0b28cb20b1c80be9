import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { leesRegelset } from '../../plan/inrichting/lees-regelset.ts'
import { leesInhoud } from '../../plan/inrichting/regelset-inhoud.ts'
import { Briefsjablonen, type Sjabloon } from './sjabloon.ts'

export const DEEL = 'briefsjablonen'

/** The templates as they apply today, and of which version of the regelset part they are. */
export async function leesSjablonen(
  ctx: Context,
): Promise<{ sjablonen: Sjabloon[]; regelsetdeelId: string; versie: number }> {
  const { id, versie, inhoud } = await leesRegelset(ctx, DEEL, ctx.today)
  return { sjablonen: leesInhoud(Briefsjablonen, inhoud).sjablonen, regelsetdeelId: id, versie }
}

/** One template. Throws 404. */
export async function findSjabloon(
  ctx: Context,
  code: string,
): Promise<{ sjabloon: Sjabloon; regelsetdeelId: string; versie: number }> {
  const { sjablonen, ...rest } = await leesSjablonen(ctx)
  const sjabloon = sjablonen.find((een) => een.code === code)
  if (!sjabloon) throw notFound('Deze briefsjabloon')
  return { sjabloon, ...rest }
}
