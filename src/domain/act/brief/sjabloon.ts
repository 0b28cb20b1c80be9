import { z } from 'zod'

const code = z.string().regex(/^[a-z0-9-]{1,40}$/, 'Gebruik kleine letters, cijfers en streepjes')

/** Something that is filled in: a text, a day, or a day that is counted from the day of sending by a term of the regelset. */
export const Sjabloonveld = z
  .object({
    code,
    naam: z.string().min(1),
    soort: z.enum(['tekst', 'datum', 'termijn']),
    verplicht: z.boolean(),
    hulp: z.string().optional(),
    /** Of a "termijn": its code in the part termijnen. */
    termijn: z.string().optional(),
  })
  .refine(({ soort, termijn }) => (soort === 'termijn') === (termijn !== undefined), 'Een termijn noemt welke termijn')
export type Sjabloonveld = z.infer<typeof Sjabloonveld>

/** A letter of the catalogue as a region sends it (DOC-02). A paragraph that begins with "## " is a heading, a line with "- " an item. */
export const Sjabloon = z.object({
  code,
  /** Of the catalogue: "D52" */
  soort: z.string().regex(/^[A-Z][0-9]{2}$/),
  naam: z.string().min(1).max(120),
  wijze: z.enum(['mail', 'post']),
  aangetekend: z.boolean(),
  /** Task of the mandate register without which it is not sent. */
  taak: z.string().nullable(),
  velden: z.array(Sjabloonveld),
  alineas: z.array(z.string().min(1)).min(1, 'Een brief heeft ten minste één alinea'),
})
export type Sjabloon = z.infer<typeof Sjabloon>

export const Briefsjablonen = z.object({ sjablonen: z.array(Sjabloon) })

/** Words that every letter can use, beside its own fields. */
export const vasteWoorden = {
  aanbieder: 'naam van de aanbieder',
  regio: 'naam van de afzender',
  datum: 'datum van de brief',
  kenmerk: 'nummer van de brief',
} as const

/** Parts that Overlap makes for each aanbieder itself: a table, or a class. */
export const eigenDelen = {
  kpis: 'tabel met de vastgestelde KPI-resultaten',
  klasse: 'de klasse, met haar naam',
} as const
export type EigenDeel = keyof typeof eigenDelen
