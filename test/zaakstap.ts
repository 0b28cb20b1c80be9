import { deelVan, type Ladder } from '../src/domain/act/escalatie/ladder.ts'
import { veldenVan } from '../src/domain/act/escalatie/toets.ts'
import type { Stapinvoer } from '../src/domain/act/escalatie/zet-stap.ts'
import type { Context } from '../src/platform/context.ts'
import { gevuld } from './escalatie.ts'

/** A step with everything it asks, on the day of the context. */
export function invoerVan(
  ladder: Ladder,
  code: string,
  { today }: Context,
  eigen: Partial<Stapinvoer> = {},
): Stapinvoer {
  const overgang = deelVan(ladder, 'overgangen', code)
  return {
    overgang: code,
    grond: overgang.gronden[0]?.grond,
    motivering: 'Omdat het moet.',
    datum: today,
    velden: gevuld(veldenVan(ladder, overgang), today),
    stukken: overgang.stukken.map((soort) => ({
      soort,
      datum: today,
      velden: gevuld(deelVan(ladder, 'stukken', soort).velden, today),
    })),
    maatregelen: [],
    ...eigen,
  }
}
