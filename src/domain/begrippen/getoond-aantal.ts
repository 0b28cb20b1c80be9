/** On which side of the smallest number that is shown a count lies, when that is all that may be told. */
export type Grens = { onder: number } | { vanaf: number }

/** A count as somebody may see it who does not work with cases (S44): the number itself, or on which side of the minimum it lies. */
export type Getoond = number | Grens

/** A count of fewer clients than the minimum is hidden. None is about nobody and stays. */
export function toonAantal(aantal: number, clienten: number, minimum: number): Getoond {
  return aantal === 0 || clienten >= minimum ? aantal : { onder: minimum }
}

/** A total that is not made of what is shown: only on which side of the minimum it lies, so that no hidden part follows from it. */
export function toonGrens(aantal: number, minimum: number): Getoond {
  if (aantal === 0) return 0
  return aantal < minimum ? { onder: minimum } : { vanaf: minimum }
}

/**
 * The sum of what is shown, and of nothing else: "at least" as soon as a part is hidden, so that a total never gives a hidden part
 * away. Null when every part is hidden or none.
 */
export function somGetoond(delen: readonly Getoond[]): Getoond | null {
  const som = delen.reduce<number>((totaal, deel) => totaal + ondergrens(deel), 0)
  if (delen.every((deel) => typeof deel === 'number')) return som
  return som === 0 ? null : { vanaf: som }
}

/** A part of a whole is told only when the rest may be told too; else `null`. */
export function toonDeel(deel: { aantal: number; clienten: number }[], minimum: number): number[] | null {
  return deel.every(({ aantal, clienten }) => aantal === 0 || clienten >= minimum)
    ? deel.map(({ aantal }) => aantal)
    : null
}

function ondergrens(deel: Getoond): number {
  if (typeof deel === 'number') return deel
  return 'vanaf' in deel ? deel.vanaf : 0
}
