import { z } from 'zod'
import { tekst } from './invoer.ts'

export const prioriteiten = ['hoog', 'gewoon', 'laag'] as const
export type Prioriteit = (typeof prioriteiten)[number]

const Prioriteiten = z.record(z.string().regex(/^[a-z0-9-]{1,60}$/), z.enum(prioriteiten, 'Kies hoog, gewoon of laag'))

export const OpdrachtInvoer = z.object({
  jaar: z.int('Kies een jaar').min(2000, 'Kies een jaar').max(2100, 'Kies een jaar'),
  tekst: tekst(4000, 'Beschrijf de opdracht'),
  prioriteiten: Prioriteiten,
})
export type OpdrachtInvoer = z.output<typeof OpdrachtInvoer>

export type Opdracht = OpdrachtInvoer & {
  id: string
  gegevenOp: Temporal.Instant
  gegevenDoor: string
  gegevenAls: string
}

/** Advice has no other status than that: it approves nothing and stops nothing (ROL-11). */
export type Advies = { id: string; opdrachtId: string; tekst: string; gegevenOp: Temporal.Instant; gegevenDoor: string }

/**
 * The core tasks in the order in which they are asked: hoog, gewoon, laag, and within that the order of the regelset. A task about
 * which nothing was said is gewoon; what is no core task any more is left out (ROL-11).
 */
export function ordenKerntaken(
  kerntaken: readonly { code: string; naam: string }[],
  gezet: Readonly<Record<string, Prioriteit>>,
): { code: string; naam: string; prioriteit: Prioriteit }[] {
  return kerntaken
    .map(({ code, naam }) => ({
      code,
      naam,
      prioriteit: (Object.hasOwn(gezet, code) ? gezet[code] : undefined) ?? ('gewoon' as const),
    }))
    .toSorted((a, b) => prioriteiten.indexOf(a.prioriteit) - prioriteiten.indexOf(b.prioriteit))
}
