import { z } from 'zod'
import { Bron } from '../../begrippen/bron.ts'
import { rollen, type Rol } from '../../rechten.ts'

/** R does it, A answers for it and decides, S helps, C is asked, I is told; N explicitly does not (ROL-12, ROL-15). */
export const letters = {
  A: 'beslist',
  R: 'doet',
  S: 'helpt',
  C: 'wordt geraadpleegd',
  I: 'wordt geïnformeerd',
  N: 'doet dit niet',
} as const

export type Letter = keyof typeof letters

const rol = z.enum(Object.keys(rollen) as [Rol, ...Rol[]], 'Deze rol bestaat niet')

export const Verdeling = z.array(
  z.strictObject({ rol, letter: z.enum(Object.keys(letters) as [Letter, ...Letter[]], 'Kies A, R, S, C, I of N') }),
)

export type Verdeling = z.infer<typeof Verdeling>

export const Taak = z.object({
  code: z.string().regex(/^[a-z0-9-]+$/),
  naam: z.string().min(1),
  soort: z.enum(['besluit', 'uitvoering']),
  /** ROL-16: of the agreed performance (DOP) or of all other agreements (AOC), where the region belegt them apart. */
  afspraak: z.enum(['DOP', 'AOC']).optional(),
  /** A beheersmaatregel: the mandate register must say who may take it (ROL-13). */
  maatregel: z.boolean(),
  /** A mandate for it can be limited to an amount, or to a number of months. */
  grensBedrag: z.boolean(),
  grensMaanden: z.boolean(),
  /** Nobody decides on what he prepared himself. */
  vierOgen: z.boolean(),
  bron: Bron,
  verdeling: Verdeling,
})

export type Taak = z.infer<typeof Taak>

/** ROL-16: with whom a kind of agreement is belegd, and the roles that stands for. */
export const Belegging = z.object({
  afspraak: z.enum(['DOP', 'AOC']),
  naam: z.string().min(1),
  bij: z.string().min(1),
  rollen: z.array(rol).min(1),
  bron: Bron,
})

export type Belegging = z.infer<typeof Belegging>

/** Part "taken" of a regelset: what is to be decided and done, and how it is divided where the region says nothing else. */
export const Taken = z.object({
  belegging: z.array(Belegging).default([]),
  taken: z.array(Taak).refine((taken) => new Set(taken.map(({ code }) => code)).size === taken.length, {
    message: 'Een code van een taak komt twee keer voor',
  }),
})
