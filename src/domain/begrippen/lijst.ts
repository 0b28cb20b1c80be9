/** Rows on one page of a list. */
export const PAGINA = 50

/** Lists count up to here; above it people read "meer dan 1.000". */
export const TELGRENS = 1_000

export type Richting = 'op' | 'af'

/** Which part of a list is asked for; `pagina` starts at 1. */
export type Bladzijde<Kolom extends string> = { sorteer: Kolom; richting: Richting; pagina: number }

/** One page of a list. `totaal` is at most TELGRENS + 1, which then means "more". */
export type Lijst<T> = { rijen: T[]; totaal: number }

/** The first page of everything: the list as people open it. */
export function isKaal(filter: object, { pagina }: { pagina: number }): boolean {
  return pagina === 1 && Object.values(filter).every((waarde) => waarde === undefined)
}

/**
 * The words of a search as patterns for `like` on a zoektekst (lower case, no accents), the longest first and three at most. Null
 * when no word has three characters: the index knows only threes, so shorter ones would read the whole table.
 */
export function zoekpatronen(tekst: string): string[] | null {
  const woorden = tekst
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .split(/\s+/)
    .filter((woord) => woord !== '')
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 3)
  return (woorden[0]?.length ?? 0) < 3 ? null : woorden.map((woord) => `%${woord.replace(/[\\%_]/g, '\\$&')}%`)
}
