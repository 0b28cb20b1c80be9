import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { Bron } from '../../begrippen/bron.ts'
import { leesRegelset } from '../inrichting/lees-regelset.ts'
import { leesInhoud } from '../inrichting/regelset-inhoud.ts'

/** The part `omvang` of a regelset: within which law clients and turnover of an aanbieder are counted (CTR-08, TAF-10). */
export const Omvangregels = z.object({ wet: z.enum(['wmo', 'jw']), bron: Bron })
export type Omvangregels = z.infer<typeof Omvangregels>

/** How size is counted in this region today. */
export async function leesOmvangregels(ctx: Context): Promise<Omvangregels> {
  return leesInhoud(Omvangregels, (await leesRegelset(ctx, 'omvang', ctx.today)).inhoud)
}
