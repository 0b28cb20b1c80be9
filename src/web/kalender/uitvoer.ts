import type { TermijnInLijst } from '../../domain/plan/kalender/list-termijnen.ts'
import type { Uitvoerkolom } from '../uitvoer.ts'
import { bronnaam } from './bron.ts'
import { wieTekst } from './stand.tsx'

/** The columns of the calendar as a file. */
export const termijnuitvoer: Uitvoerkolom<TermijnInLijst>[] = [
  { kop: 'Laatste dag', soort: 'datum', waarde: ({ einddatum }) => einddatum },
  { kop: 'Termijn', waarde: ({ titel }) => titel },
  { kop: 'Soort', waarde: ({ bron }) => bronnaam(bron) },
  { kop: 'Stand', waarde: ({ stand }) => stand },
  { kop: 'Gedaan op', soort: 'datum', waarde: ({ gehaaldOp }) => gehaaldOp },
  { kop: 'Wie', waarde: (rij) => wieTekst(rij) },
  { kop: 'Aanbieder', waarde: ({ aanbieder }) => aanbieder },
  { kop: 'Overeenkomst', waarde: ({ overeenkomst }) => overeenkomst },
  { kop: 'Als er niets gebeurt', waarde: ({ gevolg }) => gevolg },
]
