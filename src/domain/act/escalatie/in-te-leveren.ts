import type { Ladder, Stuksoort } from './ladder.ts'
import { past } from './toets.ts'
import type { Zaak } from './zaak.ts'

/** What the aanbieder can hand in now: records that a step from here looks at, and what it can always say (ROL-09). */
export function inTeLeveren(ladder: Ladder, zaak: Zaak): Stuksoort[] {
  const genoemd = new Set(
    ladder.overgangen
      .filter((overgang) => past(overgang, zaak.toestand))
      .flatMap(({ stukken, waarborgen, gronden }) => [
        ...stukken,
        ...[...waarborgen, ...gronden.flatMap((een) => een.waarborgen)].flatMap((een) =>
          'stuk' in een ? (een.stuk ?? []) : [],
        ),
      ]),
  )
  const ooit = new Set(ladder.overgangen.flatMap(({ stukken }) => stukken))
  const { soort } = ladder.toestanden.find(({ code }) => code === zaak.toestand)!
  if (soort === 'einde') return []
  return ladder.stukken.filter(
    ({ code, van }) =>
      van !== 'opdrachtgever' &&
      (genoemd.has(code) || (van === 'beide' && !ooit.has(code) && !isVanWaarborg(ladder, code))),
  )
}

// A statement that only a guard asks for has its moment; a zienswijze is always possible.
function isVanWaarborg(ladder: Ladder, code: string): boolean {
  return ladder.overgangen.some(({ waarborgen, gronden }) =>
    [...waarborgen, ...gronden.flatMap((een) => een.waarborgen)].some((een) => 'stuk' in een && een.stuk === code),
  )
}
