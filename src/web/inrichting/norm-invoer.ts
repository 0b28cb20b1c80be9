import { z } from 'zod'
import { leesDatum } from '../lees-datum.ts'

const aantal = z
  .string()
  .trim()
  .regex(/^\d{1,4}$/, 'Vul een heel getal in, bijvoorbeeld 10.')
  .transform(Number)
  .refine((n) => n >= 1, 'Vul minstens 1 in.')

/** The form that changes a norm, in Dutch notation: "8,5" and "1-1-2027". */
export const NormInvoer = z.object({
  norm: z
    .string()
    .trim()
    .regex(/^\d{1,3}([,.]\d{1,2})?$/, 'Vul een getal in, bijvoorbeeld 8,5 of 80.')
    .transform((tekst) => tekst.replace(',', '.')),
  minimumClienten: aantal,
  minimumWaarnemingen: aantal,
  geldigVanaf: z
    .string()
    .trim()
    .transform((tekst, ctx) => {
      const datum = leesDatum(tekst)
      if (datum) return datum
      ctx.addIssue({ code: 'custom', message: 'Vul een bestaande datum in, bijvoorbeeld 1-1-2027.' })
      return z.NEVER
    }),
  bron: z.string().trim().min(1, 'Schrijf op waar dit is besloten.').max(500, 'Gebruik hooguit 500 tekens.'),
  reden: z.string().trim().min(1, 'Schrijf op waarom de norm verandert.').max(2000, 'Gebruik hooguit 2000 tekens.'),
})

/** The form that changes the smallest number of clients a figure is shown of. */
export const MinimumInvoer = NormInvoer.pick({ minimumClienten: true, geldigVanaf: true, bron: true, reden: true })
