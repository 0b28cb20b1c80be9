import { z } from 'zod'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'

export const kanten = { regio: 'Regio', aanbieder: 'Aanbieder' } as const
export type Kant = keyof typeof kanten

/** Text, owner and date are asked for (GES-16); the rest is advice (smart.ts). */
export const Actieinvoer = z
  .object({
    tekst: vrijeTekst(1000).pipe(z.string().min(1, 'Schrijf op wat er gebeurt')),
    kant: z.enum(['regio', 'aanbieder'], 'Kies wie het doet'),
    eigenaarId: z.union([z.literal(''), z.uuid('Kies een collega uit de lijst')]).default(''),
    eigenaar: vrijeTekst(120).default(''),
    einddatum: z.custom<Temporal.PlainDate>(
      (waarde) => waarde instanceof Temporal.PlainDate,
      'Vul in wanneer het klaar is',
    ),
    agendapuntId: z.union([z.literal(''), z.uuid('Kies een agendapunt uit de lijst')]).default(''),
    niveau: z.enum(['', 'strategisch', 'tactisch', 'operationeel']).default(''),
  })
  .refine(({ kant, eigenaarId }) => kant !== 'regio' || eigenaarId !== '', {
    path: ['eigenaarId'],
    message: 'Kies welke collega het doet',
  })
  .refine(({ kant, eigenaar }) => kant !== 'aanbieder' || eigenaar !== '', {
    path: ['eigenaar'],
    message: 'Vul in wie van de aanbieder het doet',
  })
export type Actieinvoer = z.output<typeof Actieinvoer>
