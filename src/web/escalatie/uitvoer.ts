import type { EscalatieMetStand } from '../../domain/act/escalatie/queries.ts'
import type { Uitvoerkolom } from '../uitvoer.ts'

const dag = (moment: Temporal.Instant) => moment.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()

/** The columns of the list of cases as a file. */
export const escalatieuitvoer: Uitvoerkolom<EscalatieMetStand>[] = [
  { kop: 'Nummer', waarde: ({ nummer }) => nummer },
  { kop: 'Escalatie', waarde: ({ titel }) => titel },
  { kop: 'Aanbieder', waarde: ({ aanbieder }) => aanbieder },
  { kop: 'Stap of trede', waarde: ({ stap }) => stap },
  { kop: 'Stand', waarde: ({ standnaam }) => standnaam },
  { kop: 'Cliëntenstop', waarde: ({ clientenstop }) => (clientenstop ? 'ja' : 'nee') },
  { kop: 'Eerste termijn', soort: 'datum', waarde: ({ eersteTermijn }) => eersteTermijn },
  { kop: 'Geopend op', soort: 'datum', waarde: ({ geopendOp }) => dag(geopendOp) },
  { kop: 'Gesloten op', soort: 'datum', waarde: ({ geslotenOp }) => geslotenOp && dag(geslotenOp) },
]
