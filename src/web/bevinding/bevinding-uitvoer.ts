import { besluiten, bronnen } from '../../domain/check/bevinding/bevinding.ts'
import type { BevindingInLijst } from '../../domain/check/bevinding/queries.ts'
import type { Uitvoerkolom } from '../uitvoer.ts'

const dag = (moment: Temporal.Instant) => moment.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()

/** The columns of the list of findings as a file. */
export const bevindinguitvoer: Uitvoerkolom<BevindingInLijst>[] = [
  { kop: 'Bevinding', waarde: ({ titel }) => titel },
  { kop: 'Aanbieder', waarde: ({ aanbieder }) => aanbieder },
  { kop: 'Subregio', waarde: ({ subregio }) => subregio },
  { kop: 'Bron', waarde: ({ bron }) => bronnen[bron] },
  { kop: 'Over jaar', soort: 'getal', waarde: ({ jaar }) => jaar },
  { kop: 'Indicatief', waarde: ({ indicatief }) => (indicatief ? 'ja' : 'nee') },
  { kop: 'Sinds', soort: 'datum', waarde: ({ ontstaanOp }) => dag(ontstaanOp) },
  { kop: 'Laatste besluit', waarde: ({ besluit }) => besluit && besluiten[besluit] },
  { kop: 'Gesloten op', soort: 'datum', waarde: ({ geslotenOp }) => geslotenOp && dag(geslotenOp) },
]
