import { z } from 'zod'
import { kpiStatussen } from '../../domain/check/kpi/kpi-definitie.ts'
import { leesDatum } from '../lees-datum.ts'

const aantal = z
  .string()
  .trim()
  .regex(/^\d{1,4}$/, 'Vul een heel getal in, bijvoorbeeld 20.')
  .transform(Number)

const dag = z
  .string()
  .trim()
  .transform((tekst, ctx) => {
    const datum = leesDatum(tekst)
    if (datum) return datum
    ctx.addIssue({ code: 'custom', message: 'Vul een bestaande datum in, bijvoorbeeld 1-1-2027.' })
    return z.NEVER
  })

/** The form that records an evaluation of a KPI with aanbieders, which was held on or before `vandaag`. */
export const evaluatieInvoer = (vandaag: Temporal.PlainDate) =>
  z
    .object({
      datum: dag.refine(
        (datum) => Temporal.PlainDate.compare(datum, vandaag) <= 0,
        'Leg de raadpleging vast als zij is geweest.',
      ),
      gevraagd: aantal.refine((n) => n >= 1, 'Vul minstens 1 in.'),
      gereageerd: aantal,
      uitkomst: z.string().trim().min(1, 'Schrijf op wat eruit kwam.').max(2000, 'Gebruik hooguit 2000 tekens.'),
      methode: z.string().trim().max(500, 'Gebruik hooguit 500 tekens.').optional(),
      status: z.enum(kpiStatussen, { error: 'Kies de status daarna.' }),
      geldigVanaf: dag,
      bron: z.string().trim().min(1, 'Schrijf op waar dit is besloten.').max(500, 'Gebruik hooguit 500 tekens.'),
    })
    .refine(({ gevraagd, gereageerd }) => gereageerd <= gevraagd, {
      path: ['gereageerd'],
      message: 'Er kunnen niet meer aanbieders reageren dan er zijn gevraagd.',
    })
