import { z } from 'zod'
import { leesDatum } from './lees-datum.ts'

/** Whole cents from an amount as people type it ("€ 1.234,56", "50000"); undefined when it is none. */
export function leesBedrag(tekst: string): number | undefined {
  const kaal = tekst.replace(/[€\s]/g, '')
  const delen = /^(\d{1,3}(?:\.\d{3})+|\d{1,11})(?:,(\d{2}|-|–))?$/.exec(kaal)
  if (!delen) return undefined
  const cent = /^\d\d$/.test(delen[2] ?? '') ? Number(delen[2]) : 0
  return Number(delen[1]!.replaceAll('.', '')) * 100 + cent
}

/** A day in a form. */
export const dagveld = z
  .string('Vul een datum in.')
  .trim()
  .transform((tekst, ctx) => {
    const datum = leesDatum(tekst)
    if (datum) return datum
    ctx.addIssue({ code: 'custom', message: 'Vul een bestaande datum in, bijvoorbeeld 1-1-2027.' })
    return z.NEVER
  })

/** An amount in a form, in cents. */
export const bedragveld = z
  .string('Vul een bedrag in.')
  .trim()
  .transform((tekst, ctx) => {
    const cent = leesBedrag(tekst)
    if (cent !== undefined) return cent
    ctx.addIssue({ code: 'custom', message: 'Vul een bedrag in, bijvoorbeeld 50.000 of 50.000,00.' })
    return z.NEVER
  })

/** A field that may stay empty: null then. */
export function leegOf<T>(veld: z.ZodType<T, string>) {
  return z.preprocess(
    (waarde) => (typeof waarde === 'string' && waarde.trim() === '' ? undefined : waarde),
    veld.optional().transform((waarde) => waarde ?? null),
  )
}
