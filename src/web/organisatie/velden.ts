import { z } from 'zod'
import { dagveld } from '../invoer.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { Weigering } from '../../platform/errors.ts'

export type Waarden = Record<string, string>

/** A form with these fields read as days; one that may be empty is null then. */
export function metDagen(waarden: object, dagen: readonly string[], leegMag: readonly string[] = []) {
  const lees = (veld: string) => {
    const tekst = Object.entries(waarden).find(([naam]) => naam === veld)?.[1] as unknown
    if (leegMag.includes(veld) && (tekst === undefined || (typeof tekst === 'string' && tekst.trim() === '')))
      return null
    return dagveld.safeParse(tekst).data
  }
  return { ...waarden, ...Object.fromEntries([...dagen, ...leegMag].map((veld) => [veld, lees(veld)])) }
}

/** A whole number in a form, or empty for null; anything else stays what it was, to be refused. */
export function leesGetal(tekst: unknown): unknown {
  if (typeof tekst !== 'string') return tekst
  const kaal = tekst.trim().replaceAll('.', '')
  return kaal === '' ? null : /^\d{1,7}$/.test(kaal) ? Number(kaal) : tekst
}

/** A refusal that belongs beside a field of the form (its code is the field), or above it; the others are pages of their own. */
export function alsFout(error: unknown, velden: readonly string[], anders: string): Veldfout[] {
  if (error instanceof Weigering && (error.status === 422 || error.status === 409)) {
    return [{ veld: velden.includes(error.code) ? error.code : anders, melding: error.message }]
  }
  throw error
}

/** The fields of the parts of the mission, in pairs: naam-0, omschrijving-0, code-0. */
export function leesDelen(waarden: Waarden, groep: string) {
  return Array.from({ length: DELEN }, (_, i) => ({
    code:
      z
        .string()
        .regex(/^[a-z0-9-]{1,60}$/)
        .safeParse(waarden[`${groep}-code-${String(i)}`]).data ?? '',
    naam: tekst(waarden[`${groep}-naam-${String(i)}`]),
    omschrijving: tekst(waarden[`${groep}-omschrijving-${String(i)}`]),
  }))
}

/** How many lines a form of the mission has at most. */
export const DELEN = 12

function tekst(waarde: unknown): string {
  return typeof waarde === 'string' ? waarde : ''
}
