import { z } from 'zod'

/** A round in which aanbieders were heard about a KPI (KPI-08): how many were asked, how many answered, and what came of it. */
export const Raadpleging = z
  .object({
    datum: z.iso.date(),
    gevraagd: z.int().min(1),
    gereageerd: z.int().min(0),
    uitkomst: z.string().min(1),
  })
  .refine(({ gevraagd, gereageerd }) => gereageerd <= gevraagd, {
    path: ['gereageerd'],
    message: 'Er kunnen niet meer aanbieders reageren dan er zijn gevraagd',
  })

export type Raadpleging = z.infer<typeof Raadpleging>
