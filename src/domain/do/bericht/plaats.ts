import type { Plaats } from './fout.ts'

/** Where in a file, in words: "Bsn, regel 12, nummer 3". */
export function plaatsTekst(plaats: Plaats | undefined): string | null {
  if (plaats === undefined) {
    return null
  }
  const { element, regel, volgnummer } = plaats
  const delen = [
    element,
    regel === undefined ? undefined : `regel ${regel}`,
    volgnummer === undefined ? undefined : `nummer ${volgnummer}`,
  ].filter((deel) => deel !== undefined)
  return delen.length === 0 ? null : delen.join(', ')
}
