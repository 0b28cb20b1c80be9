import { procent } from '../../domain/begrippen/percentage.ts'
import type { Aanbiedercijfers } from '../../domain/plan/aanbieder/list-aanbiedercijfers.ts'
import type { AanbiederInLijst } from '../../domain/plan/aanbieder/list-aanbieders.ts'
import { mag, type Recht } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import type { Uitvoerkolom } from '../uitvoer.ts'
import { kpis } from './kpi-namen.ts'
import { oordeelsoort } from './oordeelsoort.ts'

/** The columns of the list of aanbieders as a file, as far as this person may read them; the judgements are those of last year. */
export function aanbiederuitvoer(
  { actor, today }: Context,
  cijfers: Map<string, Aanbiedercijfers>,
): Uitvoerkolom<AanbiederInLijst>[] {
  const jaar = today.year
  const van = ({ id }: AanbiederInLijst) => cijfers.get(id)
  const alle: (Uitvoerkolom<AanbiederInLijst> & { recht?: Recht })[] = [
    { kop: 'Aanbieder', waarde: ({ naam }) => naam },
    { kop: 'AGB', waarde: ({ agb }) => agb },
    { kop: 'KvK', waarde: ({ kvk }) => kvk },
    { kop: 'Plaats', waarde: ({ plaats }) => plaats },
    { kop: 'Grootte', waarde: ({ grootteklasse }) => grootteklasse },
    { kop: 'Medewerkers', soort: 'getal', waarde: ({ medewerkers }) => medewerkers },
    { kop: 'Contractmanager', waarde: ({ contractmanager }) => contractmanager },
    { kop: 'Achtervanger', waarde: ({ achtervanger }) => achtervanger },
    { kop: 'Kernpartner', waarde: ({ aanspreekpunt }) => (aanspreekpunt ? 'ja' : 'nee') },
    { kop: 'Aanspreekpunt', waarde: ({ aanspreekpunt }) => aanspreekpunt },
    { kop: 'Overeenkomsten', soort: 'getal', waarde: (rij) => van(rij)?.overeenkomsten ?? 0 },
    { kop: 'Eerste einde', soort: 'datum', waarde: (rij) => van(rij)?.eersteEinde ?? null },
    {
      kop: `Gedeclareerd ${jaar}`,
      recht: 'budget:lezen',
      soort: 'bedrag',
      waarde: (rij) => van(rij)?.gedeclareerdCent ?? null,
    },
    {
      kop: `Plafond ${jaar}`,
      recht: 'budget:lezen',
      soort: 'bedrag',
      waarde: (rij) => van(rij)?.plafondCent ?? null,
    },
    {
      kop: 'Deel van plafond',
      recht: 'budget:lezen',
      soort: 'procent',
      waarde: (rij) => {
        const { gedeclareerdCent = null, plafondCent = null } = van(rij) ?? {}
        return plafondCent && gedeclareerdCent !== null ? procent(gedeclareerdCent, plafondCent, 1) : null
      },
    },
    {
      kop: 'Open bevindingen',
      recht: 'bevinding:lezen',
      soort: 'getal',
      waarde: (rij) => van(rij)?.openBevindingen ?? 0,
    },
    ...kpis.map(({ code, naam }) => ({
      kop: `${naam} ${jaar - 1}`,
      recht: 'kpi:lezen' as const,
      waarde: (rij: AanbiederInLijst) => {
        const oordeel = van(rij)?.oordelen.find(({ kpi }) => kpi === code)
        return oordeel ? oordeelsoort(oordeel) : null
      },
    })),
  ]
  return alle.filter(({ recht }) => !recht || mag(actor, recht))
}
