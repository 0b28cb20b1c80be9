import { zoekpatronen } from '../domain/begrippen/lijst.ts'
import { Melding } from './ui/melding.tsx'

/** Says that a search was too short to use, for then the whole list stands below it. */
export function TeKort({ zoek, wat }: { zoek: string | undefined; wat: string }) {
  return zoek !== undefined && zoekpatronen(zoek) === null ? (
    <Melding>Zoek met ten minste drie letters of cijfers. Hieronder staan alle {wat} van uw keuze.</Melding>
  ) : null
}
