import { z } from 'zod'
import { Bron } from '../../begrippen/bron.ts'
import type { Context } from '../../../platform/context.ts'
import { leesRegelset } from '../inrichting/lees-regelset.ts'
import { leesInhoud } from '../inrichting/regelset-inhoud.ts'

export const richtingen = { in: 'ontvangen', uit: 'verzonden', intern: 'intern' } as const
export type Richting = keyof typeof richtingen

/** A kind of document of the catalogue (eisen §22): who makes it for whom, and when. */
export const Documentsoort = z.object({
  code: z.string().regex(/^[A-Z][0-9]{2}$/),
  naam: z.string().min(1),
  richting: z.enum(['in', 'uit', 'intern']),
  wanneer: z.string().min(1),
})
export type Documentsoort = z.infer<typeof Documentsoort>

export const Documentsoorten = z.object({ soorten: z.array(Documentsoort).min(1), bron: Bron })

/** The catalogue as it applies today, in its own order. */
export async function leesDocumentsoorten(ctx: Context): Promise<Documentsoort[]> {
  const { inhoud } = await leesRegelset(ctx, 'documentsoorten', ctx.today)
  return leesInhoud(Documentsoorten, inhoud).soorten
}
