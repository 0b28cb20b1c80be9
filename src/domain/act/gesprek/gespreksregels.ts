import { z } from 'zod'
import { Bron } from '../../begrippen/bron.ts'
import { Termijn } from '../../begrippen/termijn.ts'

const code = z.string().regex(/^[a-z0-9-]+$/, 'Gebruik kleine letters, cijfers en streepjes')

/** Levels of cooperation (GES-08). */
export const niveaus = ['strategisch', 'tactisch', 'operationeel'] as const
export type Niveau = (typeof niveaus)[number]

/** What an item of the agenda is filled with by itself. */
export const vullingen = ['vorig verslag', 'acties', 'rapportage', 'kpis', 'bevindingen', 'meegenomen'] as const
export type Vulling = (typeof vullingen)[number]

const punt = {
  code,
  titel: z.string().min(1),
  niveau: z.enum(niveaus).optional(),
  vult: z.array(z.enum(vullingen)).default([]),
  toelichting: z.string().default(''),
}
const Sjabloonpunt = z.object({ ...punt, onder: z.array(z.object(punt)).default([]) })

/** The order of a meeting, two levels deep. */
export const Sjabloon = z.object({ code, naam: z.string().min(1), bron: Bron, punten: z.array(Sjabloonpunt).min(1) })
export type Sjabloon = z.infer<typeof Sjabloon>

/** How many meetings an aanbieder must have in a calendar year: a frequency of the regelset, or by class with a lowest number. */
export const Minimum = z.discriminatedUnion('wijze', [
  z.object({ wijze: z.literal('frequentie'), frequentie: code, bron: Bron }),
  z.object({
    wijze: z.literal('klasse'),
    klassen: z.array(z.object({ klasse: z.int().min(1).max(5), aantal: z.int().min(0) })),
    laagste: z.int().min(1),
    bron: Bron,
  }),
])
export type Minimum = z.infer<typeof Minimum>

export const Gesprekssoort = z.object({
  code,
  naam: z.string().min(1),
  /** With whom: an aanbieder, who gave the order (PLN-07), or among ourselves (ORG-16). */
  partij: z.enum(['aanbieder', 'opdrachtgever', 'intern']),
  /** Whether it counts for the minimum of the year. */
  teltMee: z.boolean(),
  sjabloon: code,
  /** Whether the aanbieder is asked for a report beforehand. */
  rapportage: z.boolean(),
  /** Who must have been there before the minutes can be made final under this name (GES-10). */
  aanwezig: z.array(z.enum(['voorzitter', 'contractbeheer', 'aanbieder'])).default([]),
  /** ROL-20: who leads it is always this; left out: who plans it, or the contractmanager of the aanbieder. */
  voorzitter: z.literal('contractmanager').optional(),
  /** A task of the mandate register: only who has the mandate plans it. */
  maatregel: code.optional(),
  bron: Bron,
})
export type Gesprekssoort = z.infer<typeof Gesprekssoort>

/** Part "gesprekken" of a regelset: how often, about what, and in what order and time people talk. */
export const Gespreksregels = z
  .object({
    doel: z.object({ tekst: z.string().min(1), bron: Bron }),
    minimum: Minimum,
    soorten: z.array(Gesprekssoort).min(1),
    sjablonen: z.array(Sjabloon).min(1),
    /** What the aanbieder hands in beforehand; `termijn` is a code (see termijnen.ts). */
    rapportage: z.object({
      termijn: code,
      delen: z.array(z.object({ code, naam: z.string().min(1), vraag: z.string().min(1), bron: Bron })),
    }),
    verslag: z.object({
      termijn: code,
      /** A term of our own to strive for, without legal effect (AMB-11). */
      streven: z.boolean(),
      /** Null: no term to react; the minutes can be made final at once. */
      reactie: code.nullable(),
    }),
    /** Terms that stand here and not in the part "termijnen". */
    termijnen: z.array(Termijn).default([]),
    niveaus: z.array(z.object({ niveau: z.enum(niveaus), onderwerpen: z.array(z.string().min(1)), bron: Bron })),
    /** Conduct that is expected of an aanbieder (GES-09). */
    gedrag: z.array(z.object({ code, tekst: z.string().min(1) })),
    /** Questions to answer for each indicator (GES-15). */
    duiding: z.array(z.string().min(1)),
  })
  .refine(({ soorten, sjablonen }) => soorten.every((s) => sjablonen.some((j) => j.code === s.sjabloon)), {
    path: ['soorten'],
    message: 'Een soort gesprek verwijst naar een sjabloon dat er niet is',
  })
export type Gespreksregels = z.infer<typeof Gespreksregels>
