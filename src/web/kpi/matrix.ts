import type { Matrixblad, Matrixcel } from '../../domain/check/kpi/list-matrix.ts'
import { routes } from '../routes.ts'
import { tintVanAfstand, type MatrixCel } from '../ui/kpi-matrix.tsx'
import { soortVanOordeel } from '../ui/oordeel.tsx'
import { afstandTotNorm, nTekst, redenTekst, tintgrenzen, waardeTekst } from './uitkomst-tekst.ts'

type Kpi = { id: Matrixcel['kpi']; normwaarde: string }
export type MatrixRij = { id: string; naam: string; href: string | null; cellen: (MatrixCel | null)[] }

/** One row per aanbieder in the order given, its cells KPI by KPI and subregio by subregio; `metLink` for who may open an aanbieder. */
export function maakMatrix(
  { aanbieders, cellen }: Matrixblad,
  kpis: Kpi[],
  subregioIds: string[],
  voorlopig: boolean,
  metLink: boolean,
): MatrixRij[] {
  const perPlaats = new Map(cellen.map((cel) => [plaats(cel.aanbiederId, cel.kpi, cel.subregioId), cel]))
  return aanbieders.map(({ id: aanbiederId, naam }) => ({
    id: aanbiederId,
    naam,
    href: metLink ? routes.aanbieder(aanbiederId) : null,
    cellen: kpis.flatMap(({ id, normwaarde }) =>
      subregioIds.map((subregioId) =>
        maakCel(perPlaats.get(plaats(aanbiederId, id, subregioId)), normwaarde, voorlopig),
      ),
    ),
  }))
}

function plaats(aanbiederId: string, kpi: string, subregioId: string): string {
  return `${aanbiederId} ${kpi} ${subregioId}`
}

function maakCel(uitkomst: Matrixcel | undefined, norm: string, voorlopig: boolean): MatrixCel | null {
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
