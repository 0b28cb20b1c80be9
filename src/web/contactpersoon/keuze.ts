import type { Bladzijde } from '../../domain/begrippen/lijst.ts'
import type { Contactpersoonfilter, Contactpersoonkolom } from '../../domain/plan/aanbieder/list-contactpersonen.ts'
import { leesBladzijde, leesWoord, UUID } from '../lijst.ts'

/** What somebody chose in the list of contactpersonen. */
export type Contactpersoonkeuze = Bladzijde<Contactpersoonkolom> & {
  zoek: string | undefined
  gemeente: string | undefined
  /** One overeenkomst, by its id. */
  overeenkomst: string | undefined
  van: 'mij' | undefined
}

export function leesContactpersoonkeuze(query: Record<string, string>): Contactpersoonkeuze {
  return {
    ...leesBladzijde(query, ['naam', 'aanbieder'], { sorteer: 'naam', richting: 'op' }),
    zoek: query['zoek']?.slice(0, 100) || undefined,
    gemeente: /^[0-9]{4}$/.test(query['gemeente'] ?? '') ? query['gemeente'] : undefined,
    overeenkomst: UUID.test(query['overeenkomst'] ?? '') ? query['overeenkomst'] : undefined,
    van: leesWoord(query['van'], ['mij']),
  }
}

/** The choice as it stands in a URL; the default order is left out. */
export function contactpersoonQuery({ sorteer, richting, pagina: _, ...keuze }: Contactpersoonkeuze) {
  const standaard = sorteer === 'naam' && richting === 'op'
  return { ...keuze, ...(!standaard && { sorteer, richting }) }
}

export function contactpersoonfilter(
  { zoek, gemeente, overeenkomst, van }: Contactpersoonkeuze,
  actorId: string,
): Contactpersoonfilter {
  return { zoek, gemeente, overeenkomstId: overeenkomst, contractmanager: van === 'mij' ? actorId : undefined }
}
