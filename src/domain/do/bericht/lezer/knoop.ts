import type { Berichtbeschrijving, Doel, Element, Waardetype } from '../beschrijving/vorm.ts'
import { sleutelVan } from './namen.ts'
import { maakLezer, verwachting, type Lezer } from './waarden.ts'

/** What the reader does with the value of an element; a number, because it is asked for every element. */
export const NIETS = 0
export const BSN = 1
export const TEKST = 2
export const GETAL = 3
export const LIJST = 4
export const DATUM = 5
export const KENMERK = 6

/** Where a kept value goes. */
export const BERICHT = 0
export const CLIENT = 1
export const ITEM = 2

/** One element in one place of the message, ready for the reader. All nodes have the same shape: that keeps it fast. */
export type Knoop = {
  naam: string
  /** Whether its namespace is that of the basisschema. */
  basis: boolean
  /** Interned expanded name, see namen.ts. */
  sleutel: number
  verplicht: boolean
  herhaalt: boolean
  /** Empty for an element with a value. */
  kinderen: readonly Knoop[]
  lees: Lezer | null
  /** Free text, in which anything can stand that XML allows. */
  vrij: boolean
  verwacht: string
  /** Expanded name of its type, the only xsi:type allowed; null when the type has no name. */
  type: string | null
  actie: number
  niveau: number
  veld: string
  /** CLIENT or ITEM when it starts one. */
  begint: number
  /** How it is written in the canonical form that the HMAC covers. */
  opening: string
}

const NIVEAUS = { bericht: BERICHT, client: CLIENT, item: ITEM }
const BEGINT = { groep: BERICHT, client: CLIENT, item: ITEM }

// These control characters cannot occur in XML 1.0, so no value can imitate the structure around it.
export const OPEN = '\u0002'
export const SLUIT = '\u0003'
export const WAARDE = '\u001f'

/** Turns a description into the tree the reader walks. */
export function compileer({ bericht, basis, wortel }: Berichtbeschrijving): Knoop {
  function knoop(element: Element): Knoop {
    const { naam, verplicht, herhaalt, inhoud } = element
    const plaats = {
      naam,
      basis: element.basis,
      verplicht,
      herhaalt,
      sleutel: sleutelVan(element.basis ? basis : bericht, naam),
    }
    if ('groep' in inhoud) {
      const { groep } = inhoud
      return {
        ...plaats,
        kinderen: groep.elementen.map(knoop),
        lees: null,
        vrij: false,
        verwacht: '',
        type: `${groep.basis ? basis : bericht} ${groep.naam}`,
        actie: NIETS,
        niveau: BERICHT,
        veld: '',
        begint: BEGINT[groep.is],
        opening: naam + OPEN,
      }
    }
    const { waarde, doel } = inhoud
    const bewaard = 'veld' in doel
    return {
      ...plaats,
      kinderen: [],
      lees: maakLezer(waarde),
      vrij: waarde.soort === 'tekst' && (waarde.patroon === null || waarde.patroon.test('&')),
      verwacht: verwachting(waarde),
      type: waarde.naam === null ? null : `${basis} ${waarde.naam}`,
      actie: actieVan(doel.soort, waarde.soort),
      niveau: bewaard ? NIVEAUS[doel.niveau] : BERICHT,
      veld: bewaard ? doel.veld : '',
      begint: BERICHT,
      opening: naam + WAARDE,
    }
  }
  return knoop(wortel)
}

function actieVan(doel: Doel['soort'], waarde: Waardetype['soort']): number {
  switch (doel) {
    case 'controle':
    case 'persoon':
      return NIETS
    case 'bsn':
      return BSN
    case 'bewaar':
      return waarde === 'getal' ? GETAL : waarde === 'datum' ? DATUM : TEKST
    case 'kenmerk':
      return KENMERK
    case 'verzamel':
      return LIJST
  }
}
