import type { Ladder } from './ladder.ts'

/** Records that an aanbieder sees in its case: what it hands in itself, and minutes. What the region weighs is told in the letters. */
export function stukkenVoorAanbieder(ladder: Ladder): ReadonlySet<string> {
  return new Set(ladder.stukken.filter(({ van, delen }) => delen || van !== 'opdrachtgever').map(({ code }) => code))
}
