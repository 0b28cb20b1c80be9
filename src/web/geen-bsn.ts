import { bevatBsn } from '../domain/begrippen/bsn.ts'
import { Weigering } from '../platform/errors.ts'

// What is searched for is kept nowhere; the token of a session is no text.
const VRIJ = new Set(['zoek', 'csrf'])
// A part of an id can be nine digits and more letters.
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Throws 422 when somebody typed what can be a BSN: no text that people write may hold one. The refusal does not repeat it. */
export function weigerBsn(velden: Record<string, unknown>) {
  for (const [naam, waarde] of Object.entries(velden)) {
    const teksten = [waarde].flat().filter((tekst) => typeof tekst === 'string')
    if (!VRIJ.has(naam) && teksten.some(isBsn)) {
      throw new Weigering(
        422,
        'bsn',
        'In dit formulier staat een getal van negen cijfers dat een burgerservicenummer kan zijn. Dat bewaart Overlap niet. ' +
          'Ga terug en haal het weg. Is het iets anders, zet er dan een spatie of streepje in.',
      )
    }
  }
}

/** The address without the choices in which somebody typed a BSN, so that no page or link repeats it; undefined when there are none. */
export function zonderBsn(url: string): string | undefined {
  const { pathname, searchParams } = new URL(url)
  const goed = [...searchParams].filter(([naam, waarde]) => !isBsn(waarde) && !isBsn(naam))
  if (goed.length === [...searchParams].length) return undefined
  const query = new URLSearchParams(goed).toString()
  return query === '' ? pathname : `${pathname}?${query}`
}

/** What somebody typed before he signed in, without a BSN: nothing may come back with one. */
export function zonderBsnTekst(tekst: string): string {
  return isBsn(tekst) ? '' : tekst
}

function isBsn(tekst: string): boolean {
  return bevatBsn(tekst.replaceAll(ID, ''))
}
