import { planstanden } from '../../domain/act/verbeterplan/plan.ts'
import { bijWie, type PlanInLijst } from '../../domain/act/verbeterplan/queries.ts'
import type { Uitvoerkolom } from '../uitvoer.ts'

const dagVan = (op: Temporal.Instant) => op.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()

export const planuitvoer: Uitvoerkolom<PlanInLijst>[] = [
  { kop: 'Nummer', waarde: ({ nummer }) => nummer },
  { kop: 'Verbeterplan', waarde: ({ titel }) => titel },
  { kop: 'Aanbieder', waarde: ({ aanbieder }) => aanbieder },
  { kop: 'Stand', waarde: ({ stand }) => planstanden[stand] },
  { kop: 'Wacht op', waarde: ({ stand }) => bijWie(stand) ?? '' },
  { kop: 'Punten', soort: 'getal', waarde: ({ punten }) => punten },
  { kop: 'Punten gerealiseerd', soort: 'getal', waarde: ({ puntenGerealiseerd }) => puntenGerealiseerd },
  { kop: 'Eerste dag', soort: 'datum', waarde: ({ eersteDag }) => eersteDag },
  { kop: 'Gevraagd', soort: 'datum', waarde: ({ gevraagdOp }) => dagVan(gevraagdOp) },
  { kop: 'Gesloten', soort: 'datum', waarde: ({ geslotenOp }) => geslotenOp && dagVan(geslotenOp) },
]
