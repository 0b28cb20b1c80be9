import { toonAantal, type Getoond } from '../../begrippen/getoond-aantal.ts'
import { veiligVanaf } from './veilig-vanaf.ts'
import type { KpiDefinitie } from './kpi-definitie.ts'

/** How many clients stand behind the counts of an outcome; a count that is missing here has none but its own. */
export type Achter = { n?: number; teller?: number; rest?: number; uitgesloten?: Record<string, number> }

/** One outcome as it was stored: a cell of KPI × aanbieder × subregio × calculation. */
export type Cel = {
  kpi: KpiDefinitie['code']
  clientenInZorg: number
  n: number
  teller: number
  waarde: string | null
  oordeel: string | null
  clienten: Achter
  schaal: KpiDefinitie['schaal']
}

/**
 * Why a cell does not show what it holds. `klein`: it is about too few clients, nothing is shown. `dun`: enough clients, but too few
 * on one side of the norm; the judgement is shown, and no count or percentage from which that side follows.
 */
export type Afscherming = { wat: 'klein' | 'dun'; minimum: number }

/** What is shown of a cell. */
export type Getoondecel = {
  clientenInZorg: Getoond
  n: Getoond | null
  teller: number | null
  waarde: string | null
  toonOordeel: boolean
  afgeschermd: Afscherming | null
}

/**
 * Hides the small numbers of one place: all cells of one aanbieder and subregio in one calculation (S44). Each cell is decided by
 * itself, and always the same, whatever else is asked: a total is made of what is shown (somGetoond), so no filter brings a hidden
 * number back. The clients in care belong to every cell of the place and are hidden when a hidden number would follow from them.
 */
export function schermAf(cellen: readonly Cel[], minimum: number): Getoondecel[] {
  const getoond = cellen.map((cel) => schermCelAf(cel, minimum))
  const verraadt = clientenVerraden(cellen, getoond, minimum)
  return getoond.map((cel, plek) => {
    const clienten = toonAantal(cellen[plek]!.clientenInZorg, cellen[plek]!.clientenInZorg, minimum)
    return {
      ...cel,
      clientenInZorg: verraadt && typeof clienten === 'number' && clienten > 0 ? { vanaf: minimum } : clienten,
    }
  })
}

function schermCelAf(cel: Cel, minimum: number): Omit<Getoondecel, 'clientenInZorg'> {
  const { kpi, clientenInZorg, n, teller, waarde, clienten } = cel
  const geteld = clienten.n ?? n
  if (isKlein(clientenInZorg, minimum) || isKlein(n && geteld, minimum)) {
    // many cases of few clients: their number is not below the minimum, and not to be told either
    return {
      n: n >= minimum ? null : toonAantal(n, n, minimum),
      teller: null,
      waarde: null,
      toonOordeel: false,
      afgeschermd: { wat: 'klein', minimum },
    }
  }
  // of a grade the teller is a sum of grades, not a number of clients
  const dun =
    kpi !== 'clienttevredenheid' &&
    (isKlein(teller && (clienten.teller ?? teller), minimum) ||
      isKlein(n - teller && (clienten.rest ?? n - teller), minimum))
  return dun
    ? { n: { vanaf: minimum }, teller: null, waarde: null, toonOordeel: true, afgeschermd: { wat: 'dun', minimum } }
    : { n, teller, waarde, toonOordeel: true, afgeschermd: null }
}

// The clients in care of two KPI's differ by the clients of one law; those of a KPI and its n by who was not asked; and where only
// the judgement of a cell is shown, few clients in care leave few numbers that fit it.
function clientenVerraden(
  cellen: readonly Cel[],
  getoond: readonly Omit<Getoondecel, 'clientenInZorg'>[],
  minimum: number,
): boolean {
  return cellen.some(({ clientenInZorg, schaal, oordeel }, plek) => {
    const { n, afgeschermd } = getoond[plek]!
    const dichtbij = [n, ...cellen.map((ander) => ander.clientenInZorg)].some(
      (aantal) => typeof aantal === 'number' && aantal > 0 && isKlein(Math.abs(clientenInZorg - aantal), minimum),
    )
    return (
      dichtbij ||
      (afgeschermd?.wat === 'dun' && oordeel !== null && clientenInZorg < veiligVanaf(schaal, oordeel, minimum))
    )
  })
}

function isKlein(aantal: number, minimum: number): boolean {
  return aantal > 0 && aantal < minimum
}
