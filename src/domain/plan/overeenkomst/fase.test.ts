import { expect, test } from 'vitest'
import { faseOp } from './fase.ts'

const dag = (tekst: string) => Temporal.PlainDate.from(tekst)

test.for([
  ['2023-12-31', 0, 'implementatie'],
  ['2024-01-01', 0, 'loopt'],
  ['2027-12-31', 0, 'loopt'],
  ['2027-12-31', 1, 'verlengd'],
  ['2028-01-01', 0, 'afgelopen'],
  ['2028-01-01', 1, 'afgelopen'],
] as const)('LIF-06: op %s met %i verlengingen is de overeenkomst in de fase %s', ([vandaag, verlengd, fase]) => {
  expect(faseOp({ begindatum: dag('2024-01-01'), looptTot: dag('2027-12-31'), verlengd }, dag(vandaag))).toBe(fase)
})
