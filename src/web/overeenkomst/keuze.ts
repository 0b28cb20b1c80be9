import type { Bladzijde } from '../../domain/begrippen/lijst.ts'
import { fasen, type Overeenkomstfase } from '../../domain/plan/overeenkomst/fase.ts'
import { domeincodes, type Domein } from '../../domain/plan/overeenkomst/domein.ts'
import type { Overeenkomstfilter, Overeenkomstkolom } from '../../domain/plan/overeenkomst/list-overeenkomsten.ts'
import { relatietypeCodes, type Relatietype } from '../../domain/plan/overeenkomst/relatietype.ts'
import { leesBladzijde, leesWoord } from '../lijst.ts'

/** What somebody chose in the list of overeenkomsten. */
export type Overeenkomstkeuze = Bladzijde<Overeenkomstkolom> & {
  zoek: string | undefined
  fase: Overeenkomstfase | undefined
  relatietype: Relatietype | undefined
  domein: Domein | undefined
  gemeente: string | undefined
  van: 'mij' | undefined
}

export function leesOvereenkomstkeuze(query: Record<string, string>): Overeenkomstkeuze {
  return {
    ...leesBladzijde(query, ['nummer', 'onderwerp', 'begindatum', 'looptTot'], { sorteer: 'nummer', richting: 'op' }),
    zoek: query['zoek']?.slice(0, 100) || undefined,
    fase: leesWoord(query['fase'], fasen),
    relatietype: leesWoord(query['relatietype'], relatietypeCodes),
    domein: leesWoord(query['domein'], domeincodes),
    gemeente: /^[0-9]{4}$/.test(query['gemeente'] ?? '') ? query['gemeente'] : undefined,
    van: leesWoord(query['van'], ['mij']),
  }
}

/** The choice as it stands in a URL; the default order is left out. */
export function overeenkomstQuery({ sorteer, richting, pagina: _, ...keuze }: Overeenkomstkeuze) {
  const standaard = sorteer === 'nummer' && richting === 'op'
  return { ...keuze, ...(!standaard && { sorteer, richting }) }
}

export function overeenkomstfilter(
  { zoek, fase, relatietype, domein, gemeente, van }: Overeenkomstkeuze,
  actorId: string,
): Overeenkomstfilter {
  return { zoek, fase, relatietype, domein, gemeente, contractmanager: van === 'mij' ? actorId : undefined }
}
