import type { z } from 'zod'
import type { Minimumaantallen } from '../../plan/inrichting/regelset.ts'

/** Where the others stand, without saying who: quarter, middle and three quarters of their values (nearest rank). */
export type Benchmark = { andere: number; laag: string; midden: string; hoog: string }

type Meting = { agb: string; waarde: string; n: number }

/**
 * Per aanbieder the anonymous benchmark of the others in one subregio (ROL-21). Null when there are too few others, or when one
 * of them weighs so much that its figure could be read off (AMB-41).
 */
export function benchmarks(
  metingen: readonly Meting[],
  { benchmarkAndereAanbieders, benchmarkHoogsteAandeelProcent }: z.infer<typeof Minimumaantallen>,
): Map<string, Benchmark | null> {
  const oplopend = metingen.toSorted((a, b) => Number(a.waarde) - Number(b.waarde))
  const gewichten = metingen.map(({ n }) => n).toSorted((a, b) => b - a)
  const totaal = gewichten.reduce((som, n) => som + n, 0)
  const andere = metingen.length - 1

  return new Map(
    oplopend.map(({ agb, n }, eigen) => {
      const zwaarste = (n === gewichten[0] ? gewichten[1] : gewichten[0]) ?? 0
      if (andere < benchmarkAndereAanbieders || 100 * zwaarste > benchmarkHoogsteAandeelProcent * (totaal - n)) {
        return [agb, null]
      }
      const rang = (deel: number) => {
        const plaats = Math.max(0, Math.ceil(deel * andere) - 1)
        return oplopend[plaats < eigen ? plaats : plaats + 1]!.waarde
      }
      return [agb, { andere, laag: rang(0.25), midden: rang(0.5), hoog: rang(0.75) }]
    }),
  )
}
