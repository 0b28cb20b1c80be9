import type { Berichtfout, Redenklasse } from './fout.ts'

/** A refusal by a rule; with `volgnummer` of one product or prestatie. */
export function regelfout(code: Redenklasse, element: string, melding: string, volgnummer?: number): Berichtfout {
  return { code, melding, plaats: volgnummer === undefined ? { element } : { element, volgnummer } }
}

/** CS002. */
export function bsnOnjuist(volgnummer?: number): Berichtfout {
  const waar = volgnummer === undefined ? '' : ` bij prestatie ${String(volgnummer)}`
  const melding = `Het burgerservicenummer${waar} voldoet niet aan de elfproef. Vraag de afzender het nummer te controleren.`
  return regelfout('bsn-elfproef', 'Bsn', melding, volgnummer)
}
