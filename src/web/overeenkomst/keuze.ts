import type { Bladzijde } from '../../domain/begrippen/lijst.ts'
import { fasen, type Overeenkomstfase } from '../../domain/plan/overeenkomst/fase.ts'
import type { Overeenkomstfilter, Overeenkomstkolom } from '../../domain/plan/overeenkomst/list-overeenkomsten.ts'
import { leesBladzijde, leesWoord } from '../lijst.ts'

/** What somebody chose in the list of overeenkomsten. */
export type Overeenkomstkeuze = Bladzijde<Overeenkomstkolom> & {
  zoek: string | undefined
  fase: Overeenkomstfase | undefined
  soort: 'contract' | 'subsidie' | undefined
  gemeente: string | undefined
  van: 'mij' | undefined
}

export function leesOvereenkomstkeuze(query: Record<string, string>): Overeenkomstkeuze {
  return {
    ...leesBladzijde(query, ['nummer', 'onderwerp', 'begindatum', 'looptTot'], { sorteer: 'nummer', richting: 'op' }),
    zoek: query['zoek']?.slice(0, 100) || undefined,
    fase: leesWoord(query['fase'], fasen),
    soort: leesWoord(query['soort'], ['contract', 'subsidie']),
    gemeente: /^[0-9]{4}$/.test(query['gemeente'] ?? '') ? query['gemeente'] : undefined,
    van: leesWoord(query['van'], ['mij']),
  }
}

/** The choice as it stands in a URL; the default order is left out. */
export function overeenkomstQuery({ zoek, fase, soort, gemeente, van, sorteer, richting }: Overeenkomstkeuze) {
  const standaard = sorteer === 'nummer' && richting === 'op'
  return { zoek, fase, soort, gemeente, van, ...(!standaard && { sorteer, richting }) }
}

export function overeenkomstfilter(
  { zoek, fase, soort, gemeente, van }: Overeenkomstkeuze,
  actorId: string,
): Overeenkomstfilter {
  return { zoek, fase, soort, gemeente, contractmanager: van === 'mij' ? actorId : undefined }
}
