import { expect, test } from 'vitest'
import { jarenZonderTarief } from './jaren-zonder-tarief.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const product = (...jaren: number[]) => ({ tarieven: jaren.map((jaar) => ({ van: dag(`${jaar}-01-01`) })) })

test.for([
  ['2026-12-31', [product(2025, 2026)], []],
  ['2027-12-31', [product(2025, 2026)], [2027]],
  ['2029-12-31', [product(2025, 2026)], [2027]],
  ['2027-12-31', [product(2026, 2027), product(2026)], [2027]],
  ['2027-12-31', [product(2025)], [2026, 2027]],
  ['2025-12-31', [product(2025)], []],
  ['2027-12-31', [], []],
] as const)('CTR-03, CTR-10: loopt tot %s met %j: %j', ([looptTot, producten, jaren]) => {
  expect(
    jarenZonderTarief({ begindatum: dag('2024-01-01'), looptTot: dag(looptTot) }, producten, dag('2026-11-22')),
  ).toEqual(jaren)
})

test('een overeenkomst die nog moet ingaan, heeft dit jaar geen tarief nodig', () => {
  const straks = { begindatum: dag('2027-01-01'), looptTot: dag('2028-12-31') }
  expect(jarenZonderTarief(straks, [product()], dag('2026-11-22'))).toEqual([2027])
})
