import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { leesRegelset } from '../../plan/inrichting/lees-regelset.ts'

const code = z.string().regex(/^[a-z-]+$/)

/** Part "inzage" of the regelset: why somebody may look at cases, and how long it is kept that he did (S50, S52). */
export const Inzageregels = z.object({
  bewaartermijn: z.object({ jaren: z.int().min(1).max(30), vanaf: z.string().min(1) }),
  redenen: z
    .array(z.object({ code, naam: z.string().min(1), voor: z.enum(['gemeente', 'aanbieder', 'iedereen']) }))
    .min(1)
    .max(8),
})

export type Inzageregels = z.infer<typeof Inzageregels>
export type Inzagereden = Inzageregels['redenen'][number]

/** Part "verwerkingen": the register of processing activities (AVG art. 30), to which every line of the log refers by URI (S47). */
export const Verwerkingen = z.object({
  /** What kind of id stands in data_subject_id. */
  soortBetrokkene: z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/, 'Gebruik een URI'),
  verwerkingen: z
    .array(
      z.object({
        code,
        uri: z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/, 'Gebruik een URI'),
        naam: z.string().min(1),
        doel: z.string().min(1),
        grondslag: z.string().min(1),
      }),
    )
    .refine((alle) => activiteiten.every((activiteit) => alle.some(({ code }) => code === activiteit)), {
      message: 'In het register ontbreekt een verwerking waar het programma naar verwijst',
    }),
})

/** The processing activities the program itself refers to. */
export const activiteiten = ['gevallen-bekijken', 'casus-onderzoeken', 'berichten-afhandelen', 'inzage-nagaan'] as const

export async function leesInzageregels(ctx: Context): Promise<Inzageregels> {
  return Inzageregels.parse((await leesRegelset(ctx, 'inzage', ctx.today)).inhoud)
}

/** The reasons this person can choose from. */
export async function listRedenen(ctx: Context): Promise<Inzagereden[]> {
  const kant = ctx.actor.agb === null ? 'gemeente' : 'aanbieder'
  const { redenen } = await leesInzageregels(ctx)
  return redenen.filter(({ voor }) => voor === 'iedereen' || voor === kant)
}
