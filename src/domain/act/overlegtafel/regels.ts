import { z } from 'zod'
import { Bron } from '../../begrippen/bron.ts'

/** Size classes of a table, the largest first; a zzp'er is klein (AMB-15). */
export const grootteklassen = ['groot', 'middelgroot', 'klein'] as const
export type Grootteklasse = (typeof grootteklassen)[number]

// From this on it is 2 points, from that on 3.
const drempel = z.object({ twee: z.int().min(1), drie: z.int().min(1) }).refine(({ twee, drie }) => twee < drie, {
  message: 'De drempel van drie punten ligt boven die van twee',
})

/** The part `overlegtafel` of a regelset. */
export const Tafelregels = z.object({
  /** Up to this many relevant aanbieders all are invited (TAF-07); no page changes it (AMB-12) */
  allenTotEnMet: z.int().min(1),
  /** Above it at most this many per class (TAF-08) */
  quota: z.object({ groot: z.int().min(0), middelgroot: z.int().min(0), klein: z.int().min(0) }),
  /** FRM-18; money in cents */
  drempels: z.object({ clienten: drempel, medewerkers: drempel, omzetCent: drempel }),
  /** From this many missed tables, or absences without a reason, people may decide not to invite any more (TAF-11) */
  aanleiding: z.object({ gemist: z.int().min(1), zonderReden: z.int().min(1) }),
  /** How often the effectiveness of a table is tested (TAF-16) */
  toetsMaanden: z.int().min(1),
  /** When the feedback must have gone out, from the day of the table (TAF-15); without it there is no term. */
  terugkoppeling: z
    .object({
      naam: z.string().min(1),
      eenheid: z.enum(['werkdagen', 'kalenderdagen', 'weken']),
      lengte: z.int().min(1),
      doorrollen: z.enum(['niet', 'volgende werkdag']),
      bron: Bron,
    })
    .nullable()
    .default(null),
  bronnen: z.array(Bron).min(1),
})

export type Tafelregels = z.infer<typeof Tafelregels>
