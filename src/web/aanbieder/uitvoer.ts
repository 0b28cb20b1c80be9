import { procent } from '../../domain/begrippen/percentage.ts'
import type { Aanbiedercijfers } from '../../domain/plan/aanbieder/list-aanbiedercijfers.ts'
import type { AanbiederInLijst } from '../../domain/plan/aanbieder/list-aanbieders.ts'
import type { Uitvoerkolom } from '../uitvoer.ts'
import { kpis } from './kpi-namen.ts'
import { oordeelsoort } from './oordeelsoort.ts'

/** The columns of the list of aanbieders as a file; the judgements are those of the year before `jaar`. */
export function aanbiederuitvoer(
  cijfers: Map<string, Aanbiedercijfers>,
  jaar: number,
): Uitvoerkolom<AanbiederInLijst>[] {
  const van = ({ id }: AanbiederInLijst) => cijfers.get(id)
  return [
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
    { kop: `Gedeclareerd ${jaar}`, soort: 'bedrag', waarde: (rij) => van(rij)?.gedeclareerdCent ?? 0 },
    { kop: `Plafond ${jaar}`, soort: 'bedrag', waarde: (rij) => van(rij)?.plafondCent ?? null },
    {
      kop: 'Deel van plafond',
      soort: 'procent',
      waarde: (rij) => {
        const { gedeclareerdCent = 0, plafondCent = null } = van(rij) ?? {}
        return plafondCent ? procent(gedeclareerdCent, plafondCent, 1) : null
      },
    },
    { kop: 'Open bevindingen', soort: 'getal', waarde: (rij) => van(rij)?.openBevindingen ?? 0 },
    ...kpis.map(({ code, naam }): Uitvoerkolom<AanbiederInLijst> => ({
      kop: `${naam} ${jaar - 1}`,
      waarde: (rij) => {
        const oordeel = van(rij)?.oordelen.find(({ kpi }) => kpi === code)
        return oordeel ? oordeelsoort(oordeel) : null
      },
    })),
  ]
}
