import { z } from 'zod'

/** Units of a term of one's own; 'vaste datum' is a day that is given (TRM-01). */
export const eenheden = ['werkdagen', 'kalenderdagen', 'weken', 'maanden'] as const

const dag = z.custom<Temporal.PlainDate>((waarde) => waarde instanceof Temporal.PlainDate)

/** A term as somebody puts it in: what, whose, when, and about whom. */
export const Termijninvoer = z.object({
  titel: z.string().trim().min(1, 'Schrijf op wat er moet gebeuren.').max(150, 'Gebruik hooguit 150 tekens.'),
  toelichting: z.string().trim().max(1000, 'Gebruik hooguit 1000 tekens.'),
  aard: z.enum(['uiterlijk', 'moment'], 'Kies of er iets gedaan moet zijn of dat er iets gebeurt.'),
  /** On a day, or counted from one. */
  wanneer: z.discriminatedUnion('soort', [
    z.object({ soort: z.literal('dag'), datum: dag }),
    z.object({
      soort: z.literal('geteld'),
      start: dag,
      lengte: z.int('Vul een geheel getal in.').min(1, 'Vul minstens 1 in.').max(999, 'Vul hooguit 999 in.'),
      eenheid: z.enum(eenheden, 'Kies een eenheid.'),
      doorrollen: z.boolean(),
    }),
  ]),
  wie: z.discriminatedUnion('soort', [
    z.object({ soort: z.literal('aanbieder') }),
    z.object({ soort: z.literal('rol'), rol: z.enum(['contractmanager', 'contracteigenaar']) }),
    z.object({ soort: z.literal('persoon'), gebruikerId: z.uuid('Kies een collega.') }),
  ]),
  aanbiederId: z.uuid().nullable(),
  overeenkomstId: z.uuid().nullable(),
})

export type Termijninvoer = z.output<typeof Termijninvoer>
