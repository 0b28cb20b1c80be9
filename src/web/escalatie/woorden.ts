import { gronden, type Grond } from '../../domain/act/escalatie/gronden.ts'
import { deelVan, hoogte, type Ladder } from '../../domain/act/escalatie/ladder.ts'

/** "stap 2 van 3" or "trede 3 van 7": what the region calls a rung. */
export function opDeLadder(ladder: Ladder, toestand: string): string | null {
  const { stap } = deelVan(ladder, 'toestanden', toestand)
  if (stap === null) return null
  return `${trednaam(ladder)} ${stap} van ${ladder.stappen.length}`
}

export function trednaam(ladder: Ladder): 'stap' | 'trede' {
  return ladder.stappen.length > 3 ? 'trede' : 'stap'
}

export function grondzin(grond: string | null): string | null {
  return grond === null ? null : gronden[grond as Grond]
}

/** The states of one rung, and those of the rungs that a step leads to. */
export function doeltreden(ladder: Ladder, naar: 'zelfde' | 'vorige' | string[]): number[] {
  return typeof naar === 'string' ? [] : [...new Set(naar.map((toestand) => hoogte(ladder, toestand)))]
}
