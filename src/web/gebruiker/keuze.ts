import type { Bladzijde } from '../../domain/begrippen/lijst.ts'
import {
  gebruikersstanden,
  type Gebruikerfilter,
  type Gebruikerkolom,
} from '../../domain/plan/gebruiker/list-gebruikers.ts'
import { gegevenRollen } from '../../domain/plan/gebruiker/rolgrens.ts'
import { leesBladzijde, leesWoord } from '../lijst.ts'

/** What somebody chose in the list of people. */
export type Gebruikerkeuze = Bladzijde<Gebruikerkolom> & Gebruikerfilter

export function leesGebruikerkeuze(query: Record<string, string>): Gebruikerkeuze {
  return {
    ...leesBladzijde(query, ['naam', 'aangemeld'], { sorteer: 'naam', richting: 'op' }),
    zoek: query['zoek']?.trim().slice(0, 100) || undefined,
    rol: leesWoord(query['rol'], gegevenRollen),
    kant: leesWoord(query['kant'], ['regio', 'aanbieder']),
    stand: leesWoord(query['stand'], gebruikersstanden),
  }
}

/** The choice as it stands in a URL; the default order is left out. */
export function gebruikerQuery({ zoek, rol, kant, stand, sorteer, richting }: Gebruikerkeuze) {
  const standaard = sorteer === 'naam' && richting === 'op'
  return { zoek, rol, kant, stand, ...(!standaard && { sorteer, richting }) }
}
