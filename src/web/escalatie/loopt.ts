import type { Zaakdossier } from '../../domain/act/escalatie/find-dossier.ts'
import { deelVan, type Ladder } from '../../domain/act/escalatie/ladder.ts'

/** The terms that ask something, the first one first; a right that passed asks nothing of anybody. */
export function loopt(ladder: Ladder, { termijnen }: Pick<Zaakdossier, 'termijnen'>, vandaag: Temporal.PlainDate) {
  const verlopen = (einde: Temporal.PlainDate) => Temporal.PlainDate.compare(einde, vandaag) < 0
  return termijnen
    .filter(({ klaar }) => klaar === null)
    .filter(({ code, werkelijkEinde }) => !(verlopen(werkelijkEinde) && deelVan(ladder, 'termijnen', code).recht))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.werkelijkEinde, b.werkelijkEinde))
}
