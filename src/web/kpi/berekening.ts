import type { Uitkomst } from '../../domain/check/kpi/find-uitkomst.ts'
import { getoond, getoondAantal } from '../ui/getoond.tsx'
import { getal } from '../ui/notatie.ts'
import { uitkomstTekst, waardeTekst } from './uitkomst-tekst.ts'

type Stap = { stap: string; uitkomst: string }

/** The calculation of one outcome, step by step, with the exact comparison at the end (AMB-52: compared unrounded, shown truncated). */
export function berekeningsstappen(uitkomst: Uitkomst): Stap[] {
  const { definitie, n, teller, clientenInZorg, uitgesloten, waarde, oordeel, afgeschermd } = uitkomst
  const af = definitie.uitsluitingen.map(({ code, naam }) => ({
    stap: `Af: ${naam}`,
    uitkomst: `– ${getoond(uitgesloten[code] ?? 0)}`,
  }))
  const start: Stap[] = [
    { stap: `Cliënten in zorg (ten minste ${getal(definitie.minimumClienten)})`, uitkomst: getoond(clientenInZorg) },
    ...af,
    {
      stap: `Blijft over (ten minste ${getal(definitie.minimumWaarnemingen)})`,
      uitkomst: n === null ? getoondAantal(clientenInZorg, 'cliënt', 'cliënten') : `n = ${getoond(n)}`,
    },
  ]
  if (afgeschermd?.wat === 'dun' && oordeel) {
    return [...start, { stap: 'Toets, met getallen die zijn afgeschermd', uitkomst: oordeel }]
  }
  if (waarde === null || typeof n !== 'number' || teller === null) {
    return [...start, { stap: 'Er is geen oordeel', uitkomst: uitkomstTekst(uitkomst) }]
  }
  const [wat, norm] =
    definitie.eenheid === 'cijfer'
      ? [
          'Som van de cijfers',
          `${getal(teller)} tienden tegen ${waardeTekst(uitkomst.kpi, definitie.norm)} × ${getal(n)}`,
        ]
      : [
          uitkomst.kpi === 'start-zorg' ? 'Tijdig gestart' : 'Resultaat behaald',
          `100 × ${getal(teller)} = ${getal(100 * teller)} tegen ${definitie.norm} × ${getal(n)} = ${getal(Number(definitie.norm) * n)}`,
        ]
  return [
    ...start,
    {
      stap: wat,
      uitkomst: definitie.eenheid === 'cijfer' ? waardeTekst(uitkomst.kpi, String(teller / 10)) : getal(teller),
    },
    {
      stap: `Gedeeld door n, afgekapt op ${definitie.decimalen === 1 ? 'één decimaal' : 'twee decimalen'}`,
      uitkomst: uitkomstTekst(uitkomst),
    },
    { stap: `Toets, zonder afronden: ${norm}`, uitkomst: oordeel ?? '' },
  ]
}
