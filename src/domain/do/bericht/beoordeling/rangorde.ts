import { sql, type RawBuilder } from 'kysely'

/**
 * What can be wrong with a line, the first thing first: of several faults the first is told. `wachtend`: what it lacks may still
 * come. `aangehouden`: it does not fit and waits for a person. `afgekeurd`: it cannot count by what was agreed.
 */
export const rangorde = [
  { code: 'onbekende-toewijzing', oordeel: 'wachtend' },
  { code: 'client-hoort-niet-bij-toewijzing', oordeel: 'aangehouden' },
  { code: 'aanbieder-hoort-niet-bij-toewijzing', oordeel: 'aangehouden' },
  { code: 'geen-bijbehorende-start', oordeel: 'wachtend' },
  { code: 'product-niet-in-contract', oordeel: 'wachtend' },
  { code: 'buiten-toewijzingsperiode', oordeel: 'aangehouden' },
  // no tariff for that day at all: it may still come
  { code: 'tarief-wijkt-af', oordeel: 'wachtend' },
  { code: 'tarief-wijkt-af', oordeel: 'afgekeurd' },
  { code: 'bedrag-onjuist', oordeel: 'afgekeurd' },
  { code: 'dubbele-referentie', oordeel: 'aangehouden' },
  { code: 'credit-zonder-debet', oordeel: 'wachtend' },
] as const

type Fout = (typeof rangorde)[number]

/** The place of a code in the order, from 1, for use in SQL. */
export function rang(code: Fout['code'], oordeel?: Fout['oordeel']): RawBuilder<number> {
  return sql.lit(rangorde.findIndex((fout) => fout.code === code && fout.oordeel === (oordeel ?? fout.oordeel)) + 1)
}

export const codeVan = (rang: RawBuilder<unknown>) => kies(rang, ({ code }) => code)
export const oordeelVan = (rang: RawBuilder<unknown>) => kies(rang, ({ oordeel }) => oordeel)

function kies(rang: RawBuilder<unknown>, van: (fout: Fout) => string): RawBuilder<string | null> {
  const gevallen = rangorde.map((fout, plek) => sql`when ${sql.lit(plek + 1)} then ${sql.lit(van(fout))}`)
  return sql`case ${rang} ${sql.join(gevallen, sql` `)} end`
}
