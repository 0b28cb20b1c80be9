import type { Rolhouder } from './context.ts'

/** A limit on what a role sees; null is no limit. `wet`: 'wmo' or 'jw'; `categorieen`: iWmo/iJw product categories. */
export type Bereik = { gemeenten: readonly string[] | null; wet: string | null; categorieen: readonly string[] | null }

/** What the holders of these roles may see together: null is the whole region, else rows that fit one of the limits. */
export function bereikVan(houders: readonly Rolhouder[]): Bereik[] | null {
  const grenzen = houders.map(({ gemeenten = null, wet = null, categorieen = null }) => ({
    gemeenten,
    wet,
    categorieen,
  }))
  if (grenzen.some(({ gemeenten, wet, categorieen }) => gemeenten === null && wet === null && categorieen === null)) {
    return null
  }
  // Nobody without a role reaches a right; a person without one sees no rows. Who holds several rights has the same limit often.
  return [...new Map(grenzen.map((grens) => [JSON.stringify(grens), grens])).values()]
}

/** Before a right was asked: the whole region for who has no limited role, and nothing for who has one. */
export function beginbereik(houders: readonly Rolhouder[]): string {
  return houders.length > 0 && houders.every((houder) => bereikVan([houder]) === null) ? '' : '[]'
}

/** The scope as row-level security reads it (db/migrations/008-bereik.sql): '' is the whole region. */
export function bereikTekst(houders: readonly Rolhouder[]): string {
  const bereik = bereikVan(houders)
  return bereik === null ? '' : JSON.stringify(bereik)
}
