export type Besluitsoort = 'verlengen' | 'niet verlengen' | 'intrekken'

type Besluit = { besluit: Besluitsoort; besluitdatum: Temporal.PlainDate }

export type Verlengstand<B extends Besluit> = {
  /** Extensions that were used. */
  verlengd: number
  /** Day of the decision not to extend (any more), while it stands. */
  nietVerlengdOp: Temporal.PlainDate | null
  /** The decisions that stand, in order: the last of them can be withdrawn. */
  geldend: B[]
}

/** What the decisions about the extensions come to (CTR-10), in the order they were recorded. Withdrawing takes away the last that stands. */
export function verlengstand<B extends Besluit>(besluiten: readonly B[]): Verlengstand<B> {
  const geldend: B[] = []
  for (const besluit of besluiten) {
    if (besluit.besluit === 'intrekken') {
      geldend.pop()
    } else {
      geldend.push(besluit)
    }
  }
  const laatste = geldend.at(-1)
  return {
    verlengd: geldend.filter(({ besluit }) => besluit === 'verlengen').length,
    nietVerlengdOp: laatste?.besluit === 'niet verlengen' ? laatste.besluitdatum : null,
    geldend,
  }
}
