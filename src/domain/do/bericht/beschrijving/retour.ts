import type { Wet } from '../bericht.ts'
import { retourcodes } from './kop.ts'
import { typen } from './typen.ts'
import { bewaarItem, bsn, el, persoon, type Doel, type Element } from './vorm.ts'

/** A message, or the return message that repeats it. */
export type Opzet = { wet: Wet; retour: boolean }

const controle: Doel = { soort: 'controle' }

/** A retourbericht repeats what it answers, with codes at the end of every part; of what it repeats nothing is kept. */
export function codesBijRetour({ retour }: Opzet): Element[] {
  return retour ? [retourcodes('bericht', 'retourcodes')] : []
}

export function bewaarHeen({ retour }: Opzet, veld: string): Doel {
  return retour ? controle : bewaarItem(veld)
}

export function bsnDeel({ retour }: Opzet): Element {
  return el('Bsn', typen.BurgerServicenummer, retour ? persoon : bsn)
}
