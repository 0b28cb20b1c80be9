/** Where things go in a chart: pure arithmetic, shared by the chart components. */

/** Position on a scale, as a percentage with one decimal: "44.1%". */
export function deelVan(fractie: number): string {
  return `${Math.round(fractie * 1000) / 10}%`
}

/**
 * Levels for a strip plot: dots closer than `afstand` (same unit as `posities`) are stacked upward.
 * `posities` must be sorted; returns the level of each, 0 is on the axis.
 */
export function stapel(posities: number[], afstand: number): number[] {
  const laatsteOp: number[] = []
  return posities.map((positie) => {
    let laag = laatsteOp.findIndex((laatste) => positie - laatste >= afstand)
    if (laag === -1) laag = laatsteOp.length
    laatsteOp[laag] = positie
    return laag
  })
}

/** Round steps up to `top`, three to five of them: 709000 gives 200000, 400000, 600000. */
export function stappen(top: number): number[] {
  if (top <= 0) return []
  const grof = top / 4
  const macht = 10 ** Math.floor(Math.log10(grof))
  const stap = [1, 2, 2.5, 5, 10].map((n) => n * macht).find((n) => n >= grof)!
  return Array.from({ length: Math.floor(top / stap) }, (_, i) => (i + 1) * stap)
}

export type Kader = { x: number; y: number; breed: number; hoog: number }

/** How many of `andere` overlap with `kader`. */
export function botsingen(kader: Kader, andere: Kader[]): number {
  return andere.filter(
    (ander) =>
      kader.x < ander.x + ander.breed &&
      ander.x < kader.x + kader.breed &&
      kader.y < ander.y + ander.hoog &&
      ander.y < kader.y + kader.hoog,
  ).length
}
