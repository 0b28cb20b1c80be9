/** What decides whose turn it is. */
export type Beurtgegevens = {
  agb: string
  kvk: string
  clienten: number
  /** Last day on which an invitation to a table went out; null is never */
  laatstUitgenodigdOp: Temporal.PlainDate | null
}

export type Criterium = 'langst geleden' | 'meeste clienten' | 'laagste kvk' | 'laagste agb'

// FRM-09: longest since the last invitation, then most clients, then the lowest KvK number. Two AGB codes can stand under one KvK
// number; an AGB code stands once in a region, so that there is always one answer.
const criteria: [Criterium, (a: Beurtgegevens, b: Beurtgegevens) => number][] = [
  ['langst geleden', (a, b) => eerst(a.laatstUitgenodigdOp, b.laatstUitgenodigdOp)],
  ['meeste clienten', (a, b) => b.clienten - a.clienten],
  ['laagste kvk', (a, b) => tekst(a.kvk, b.kvk)],
  ['laagste agb', (a, b) => tekst(a.agb, b.agb)],
]

/** FRM-09: whose turn comes first within a class and subregio. */
export function vergelijkBeurt(a: Beurtgegevens, b: Beurtgegevens): number {
  for (const [, vergelijk] of criteria) {
    const verschil = vergelijk(a, b)
    if (verschil !== 0) return verschil
  }
  return 0
}

/** By what `eerste` goes before `tweede`. */
export function beslissend(eerste: Beurtgegevens, tweede: Beurtgegevens): Criterium {
  return criteria.find(([, vergelijk]) => vergelijk(eerste, tweede) !== 0)?.[0] ?? 'laagste agb'
}

function eerst(a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  return Temporal.PlainDate.compare(a, b)
}

// By code unit: the same on every machine, whatever its language.
function tekst(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
