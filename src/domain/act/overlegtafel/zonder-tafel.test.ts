import { describe, expect, test } from 'vitest'
import { zonderTafel } from './zonder-tafel.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const producten = [{ code: '01' }, { code: '02' }, { code: '07' }]
const gehouden = new Map([
  ['01', [dag('2026-01-01')]],
  ['02', [dag('2025-12-31'), dag('2027-01-01')]],
])
const codes = (jaar: number, frequentie = { aantal: 1, perJaren: 1 }) =>
  zonderTafel(producten, gehouden, jaar, frequentie).map(({ code }) => code)

describe('TAF-02: producten zonder gehouden tafel in het kalenderjaar', () => {
  test.each([
    [2024, ['01', '02', '07']],
    [2025, ['01', '07']],
    [2026, ['02', '07']],
    [2027, ['01', '07']],
  ])('TAF-02: in %i', (jaar, verwacht) => expect(codes(jaar)).toEqual(verwacht))

  test('TAF-02: hoe vaak komt uit de regelset', () => {
    expect(codes(2026, { aantal: 1, perJaren: 2 })).toEqual(['07'])
    expect(codes(2026, { aantal: 2, perJaren: 1 })).toEqual(['01', '02', '07'])
    expect(codes(2027, { aantal: 2, perJaren: 3 })).toEqual(['01', '07'])
  })
})
