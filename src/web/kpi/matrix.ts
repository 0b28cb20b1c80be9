import type { UitkomstInLijst } from '../../domain/check/kpi/list-uitkomsten.ts'
import { routes } from '../routes.ts'
import { tintVanAfstand, type MatrixCel } from '../ui/kpi-matrix.tsx'
import { soortVanOordeel } from '../ui/oordeel.tsx'
import { afstandTotNorm, nTekst, redenTekst, tintgrenzen, waardeTekst } from './uitkomst-tekst.ts'

type Kpi = { id: UitkomstInLijst['kpi']; normwaarde: string }
export type MatrixRij = { naam: string; href: string; cellen: (MatrixCel | null)[] }

/** One row per aanbieder in the order given, its cells KPI by KPI and subregio by subregio. */
export function maakMatrix(
  aanbiederIds: readonly string[],
  uitkomsten: UitkomstInLijst[],
  kpis: Kpi[],
  subregioIds: string[],
  voorlopig: boolean,
): MatrixRij[] {
  const perAanbieder = Map.groupBy(uitkomsten, ({ aanbiederId }) => aanbiederId)
  return aanbiederIds.map((aanbiederId) => {
    const eigen = perAanbieder.get(aanbiederId) ?? []
    const perCel = new Map(eigen.map((uitkomst) => [`${uitkomst.kpi} ${uitkomst.subregioId}`, uitkomst]))
    const cellen = kpis.flatMap(({ id, normwaarde }) =>
      subregioIds.map((subregioId) => maakCel(perCel.get(`${id} ${subregioId}`), normwaarde, voorlopig)),
    )
    return { naam: eigen[0]?.aanbieder ?? '', href: routes.aanbieder(aanbiederId), cellen }
  })
}

function maakCel(uitkomst: UitkomstInLijst | undefined, norm: string, voorlopig: boolean): MatrixCel | null {
  if (!uitkomst || (uitkomst.clientenInZorg === 0 && uitkomst.n === 0)) return null
  const href = routes.kpi(uitkomst.id)
  if (uitkomst.afgeschermd) {
    return {
      soort: 'afgeschermd',
      tekst: `minder dan ${uitkomst.afgeschermd.minimum}`,
      href,
      ...(uitkomst.oordeel && { oordeel: uitkomst.oordeel, voorlopig }),
    }
  }
  if (uitkomst.waarde === null || uitkomst.oordeel === null) {
    if (uitkomst.reden === 'geen meting') return { soort: 'niet aangeleverd', href }
    return {
      soort: 'niet meetbaar',
      tekst: redenTekst(uitkomst.reden).replace(/ (cliënten|gevallen)$/, ''),
      n: nTekst(uitkomst),
      href,
    }
  }
  const mis = soortVanOordeel(uitkomst.oordeel) === 'mis'
  return {
    soort: 'waarde',
    tekst: waardeTekst(uitkomst.kpi, uitkomst.waarde),
    n: nTekst(uitkomst),
    oordeel: uitkomst.oordeel,
    href,
    voorlopig,
    ...(mis && { tint: tintVanAfstand(afstandTotNorm(uitkomst.waarde, norm), tintgrenzen[uitkomst.kpi]) }),
  }
}
