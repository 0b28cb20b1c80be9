import { z } from 'zod'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'

/** The classes of an aanbieder on value and risk (CLS-01). */
export const klassen = {
  1: 'Veel aandacht (strategisch)',
  2: 'Gemiddeld aandacht (alert)',
  3: 'Weinig aandacht (passief)',
  4: 'Tijdelijk andere aandacht (uitzondering)',
  5: 'Uitfaseren',
} as const
export type Klasse = keyof typeof klassen

export const KlasseInvoer = z.object({
  klasse: z
    .string()
    .regex(/^[1-5]$/, 'Kies een klasse')
    .transform((tekst) => Number(tekst) as Klasse),
  geldigVanaf: z.custom<Temporal.PlainDate>((waarde) => waarde instanceof Temporal.PlainDate, 'Vul een datum in'),
  reden: vrijeTekst(500).pipe(z.string().min(1, 'Schrijf op waarom deze klasse past')),
})
export type KlasseInvoer = z.output<typeof KlasseInvoer>
