import { z } from 'zod'
import { leesDatum } from './lees-datum.ts'
import type { Veldfout } from './ui/foutenlijst.tsx'

/** The faults of a form, one per field, in the order of the fields. */
export function fieldErrors(error: z.ZodError): Veldfout[] {
  const fouten = new Map<string, string>()
  for (const { path, message } of error.issues) {
    const veld = path.map(String).join('.')
    if (!fouten.has(veld)) fouten.set(veld, message)
  }
  return [...fouten].map(([veld, melding]) => ({ veld, melding }))
}

/** A day as people type it; `leeg` is what to say when there is none. */
export function dagveld(leeg: string) {
  return z
    .string()
    .trim()
    .transform((tekst, ctx) => {
      const dag = leesDatum(tekst)
      if (dag) return dag
      const message = tekst === '' ? leeg : 'Vul een bestaande datum in, bijvoorbeeld 13 nov 2026'
      ctx.addIssue({ code: 'custom', message })
      return z.NEVER
    })
}

/** A field as text; a file, a list or nothing is the empty text. */
export function tekst(waarde: unknown): string {
  return typeof waarde === 'string' ? waarde : ''
}
