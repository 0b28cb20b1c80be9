import { beschrijvingen } from '../beschrijving/berichten.ts'
import type { Berichtbeschrijving } from '../beschrijving/vorm.ts'
import { compileer, type Knoop } from './knoop.ts'

export type Soort = Pick<Berichtbeschrijving, 'soort' | 'wet' | 'bericht' | 'basis'> & { wortel: Knoop }

const soorten = new Map<string, Soort>(
  beschrijvingen.map((beschrijving) => [
    `${beschrijving.bericht} Bericht`,
    { ...beschrijving, wortel: compileer(beschrijving) },
  ]),
)

const ruimten = new Set(beschrijvingen.map(({ bericht }) => bericht))

/** The message type with this root element, as 'URI name'. */
export function zoekSoort(wortel: string): Soort | undefined {
  return soorten.get(wortel)
}

export function isBerichtruimte(uri: string): boolean {
  return ruimten.has(uri)
}
