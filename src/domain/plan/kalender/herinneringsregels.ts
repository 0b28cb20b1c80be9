import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { Bron } from '../../begrippen/bron.ts'
import { leesRegelset } from '../inrichting/lees-regelset.ts'
import { leesInhoud } from '../inrichting/regelset-inhoud.ts'

const Ritme = z.object({
  /** Days before the end on which somebody is reminded; 0 is the last day itself. */
  dagenVooraf: z.array(z.int().min(0).max(730)),
  /** From how many days before the end the back-up is told too. */
  achtervangerVanaf: z.int().min(0).max(730),
  /** Days after the end on which it rises to the contracteigenaar. */
  dagenNaAfloop: z.array(z.int().min(1).max(365)),
})

export type Ritme = z.infer<typeof Ritme>

/** Part "herinneringen" of a regelset: when somebody is reminded of a term, and how often at most. */
export const Herinneringsregels = z.object({
  maximum: z.int().min(1).max(20),
  standaard: Ritme,
  /** Another rhythm for a term (its code) or for everything from one source. */
  anders: z.array(Ritme.extend({ voor: z.string().regex(/^[a-z0-9-]+$/) })),
  bron: Bron,
})

export type Herinneringsregels = z.infer<typeof Herinneringsregels>

export async function leesHerinneringsregels(ctx: Context): Promise<Herinneringsregels> {
  return leesInhoud(Herinneringsregels, (await leesRegelset(ctx, 'herinneringen', ctx.today)).inhoud)
}

/** The rhythm of a term: that of its code before that of its source, else that of all. */
export function ritmeVan(
  { standaard, anders }: Herinneringsregels,
  { code, bron }: { code: string | null; bron: string },
): Ritme {
  return anders.find(({ voor }) => voor === code) ?? anders.find(({ voor }) => voor === bron) ?? standaard
}
