import type { Bladzijde } from '../../domain/begrippen/lijst.ts'
import { grootteklassen, type Grootteklasse } from '../../domain/plan/aanbieder/aanbieder-csv.ts'
import type { Aanbiederfilter, Aanbiederkolom } from '../../domain/plan/aanbieder/list-aanbieders.ts'
import { leesBladzijde, leesWoord } from '../lijst.ts'

/** What somebody chose in the list of aanbieders. */
export type Aanbiederkeuze = Bladzijde<Aanbiederkolom> & {
  zoek: string | undefined
  grootte: Grootteklasse | undefined
  plaats: string | undefined
  van: 'mij' | 'geen' | undefined
  soort: 'kernpartner' | undefined
}

export function leesAanbiederkeuze(query: Record<string, string>): Aanbiederkeuze {
  return {
    ...leesBladzijde(query, ['naam', 'plaats', 'medewerkers'], { sorteer: 'naam', richting: 'op' }),
    zoek: query['zoek']?.slice(0, 100) || undefined,
    grootte: leesWoord(query['grootte'], grootteklassen),
    plaats: query['plaats']?.slice(0, 100) || undefined,
    van: leesWoord(query['van'], ['mij', 'geen']),
    soort: leesWoord(query['soort'], ['kernpartner']),
  }
}

/** The choice as it stands in a URL; the default order is left out. */
export function aanbiederQuery({ zoek, grootte, plaats, van, soort, sorteer, richting }: Aanbiederkeuze) {
  const standaard = sorteer === 'naam' && richting === 'op'
  return { zoek, grootte, plaats, van, soort, ...(!standaard && { sorteer, richting }) }
}

export function aanbiederfilter(
  { zoek, grootte, plaats, van, soort }: Aanbiederkeuze,
  actorId: string,
): Aanbiederfilter {
  const contractmanager = van === 'mij' ? actorId : van
  return { zoek, grootteklasse: grootte, plaats, contractmanager, kernpartner: soort === 'kernpartner' || undefined }
}
