import { z } from 'zod'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'

export const wijzen = { fysiek: 'Op locatie', digitaal: 'Digitaal', telefonisch: 'Telefonisch' } as const
export type Wijze = keyof typeof wijzen

export const antwoorden = { ja: 'Komt', nee: 'Komt niet', 'onder voorbehoud': 'Onder voorbehoud' } as const
export type Antwoord = keyof typeof antwoorden

const dag = z.custom<Temporal.PlainDate>((waarde) => waarde instanceof Temporal.PlainDate, 'Vul een datum in')
const tijd = z
  .string()
  .trim()
  .transform((tekst) => tekst.replace('.', ':').replace(/^(\d):/, '0$1:'))
  .pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Vul een tijd in, bijvoorbeeld 10.00'))

/** When and where people meet. */
const moment = {
  datum: dag,
  begintijd: tijd,
  eindtijd: tijd,
  plaats: vrijeTekst(300).default(''),
  wijze: z.enum(Object.keys(wijzen) as [Wijze, ...Wijze[]], 'Kies hoe u elkaar spreekt'),
}
const naBegin = ({ begintijd, eindtijd }: { begintijd: string; eindtijd: string }) => eindtijd > begintijd
const EINDE = { path: ['eindtijd'], message: 'Het einde ligt niet na het begin' }

export const Gespreksinvoer = z
  .object({
    soort: z.string().min(1, 'Kies een soort gesprek'),
    titel: vrijeTekst(200).default(''),
    aanbiederId: z.union([z.literal(''), z.uuid('Kies een aanbieder uit de lijst')]).default(''),
    /** The case it is held for. */
    escalatieId: z.union([z.literal(''), z.uuid('Deze escalatie is er niet')]).default(''),
    gemeenteCode: z.union([z.literal(''), z.string().regex(/^\d{4}$/, 'Kies een gemeente uit de lijst')]).default(''),
    overeenkomstIds: z.array(z.uuid()).default([]),
    contactpersoonIds: z.array(z.uuid()).default([]),
    gebruikerIds: z.array(z.uuid()).default([]),
    ...moment,
  })
  .refine(naBegin, EINDE)
export type Gespreksinvoer = z.output<typeof Gespreksinvoer>

export const Verplaatsing = z
  .object({
    ...moment,
    reden: vrijeTekst(500).pipe(z.string().min(1, 'Schrijf op waarom het gesprek verplaatst wordt')),
  })
  .refine(naBegin, EINDE)
export type Verplaatsing = z.output<typeof Verplaatsing>

export const Annulering = z.object({
  reden: vrijeTekst(500).pipe(z.string().min(1, 'Schrijf op waarom het gesprek niet doorgaat')),
})

export const Punt = z.object({
  titel: vrijeTekst(300).pipe(z.string().min(1, 'Schrijf op waar het over gaat')),
  toelichting: vrijeTekst(2000).default(''),
  niveau: z.enum(['', 'strategisch', 'tactisch', 'operationeel']).default(''),
})
export type Punt = z.output<typeof Punt>
