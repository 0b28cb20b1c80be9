import { z } from 'zod'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'

const verplicht = (max: number, melding: string) => vrijeTekst(max).pipe(z.string().min(1, melding))

/** When and where: what may change until the table is held. The day itself is read by whoever asks for it. */
export const Plek = z.object({
  begintijd: z
    .string()
    .trim()
    .transform((tekst) => tekst.replace('.', ':').replace(/^(\d):/, '0$1:'))
    .pipe(z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, 'Vul een tijd in, bijvoorbeeld 13.30')),
  wijze: z.enum(['fysiek', 'online'], 'Kies hoe de tafel wordt gehouden'),
  plaats: vrijeTekst(300),
})

/** Subject and scope (TAF-03, TAF-06). */
export const Onderwerp = z.object({
  titel: verplicht(200, 'Noem het onderwerp van de tafel'),
  categorieen: z.array(z.string().regex(/^\d{2}$/)).max(30),
  thema: vrijeTekst(500),
  subregioId: z.union([z.uuid('Kies een gebied uit de lijst'), z.literal('').transform(() => null)]),
})

export type Afspraak = z.infer<typeof Plek> & { datum: Temporal.PlainDate }
export type TafelInvoer = z.infer<typeof Onderwerp> & Afspraak

export const AfwijkingInvoer = z.object({
  aanbiederId: z.uuid('Kies een aanbieder'),
  richting: z.enum(['wel', 'niet'], 'Kies of de aanbieder wel of niet wordt uitgenodigd'),
  motivering: verplicht(1000, 'Schrijf op waarom u van het voorstel afwijkt'),
})
export type AfwijkingInvoer = z.infer<typeof AfwijkingInvoer>

export const AntwoordInvoer = z.discriminatedUnion(
  'antwoord',
  [
    z.object({
      antwoord: z.literal('komt'),
      afgevaardigde: verplicht(200, 'Noem wie er namens de aanbieder komt'),
    }),
    z.object({
      antwoord: z.literal('afgemeld'),
      reden: verplicht(1000, 'Schrijf op waarom u zich afmeldt; deelname is verplicht'),
    }),
  ],
  'Kies of er iemand komt',
)
export type AntwoordInvoer = z.infer<typeof AntwoordInvoer>

export const BesluitInvoer = z.object({ tekst: verplicht(4000, 'Schrijf op wat er is besloten') })

export const ToetsInvoer = z.object({
  besprokenMet: verplicht(500, 'Noem met wie de werking van de tafel is besproken'),
  afspiegeling: z.enum(['ja', 'nee'], 'Kies of de tafel een afspiegeling is').transform((keuze) => keuze === 'ja'),
  oordeel: verplicht(4000, 'Schrijf op hoe de tafel werkt'),
  aanpassing: vrijeTekst(2000),
})
export type ToetsInvoer = z.infer<typeof ToetsInvoer>

export const Motivering = z.object({ motivering: verplicht(2000, 'Schrijf op waarom u dit besluit') })
export const Reden = z.object({ reden: verplicht(1000, 'Schrijf de reden op') })
export const Terugkoppeltekst = z.object({ tekst: verplicht(10_000, 'Schrijf op wat er is besproken') })
/** A remark at somebody's attendance. */
export const Toelichting = vrijeTekst(1000)
