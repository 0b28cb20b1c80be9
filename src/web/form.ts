import type { z } from 'zod'
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

/** A field as text; a file, a list or nothing is the empty text. */
export function tekst(waarde: unknown): string {
  return typeof waarde === 'string' ? waarde : ''
}
