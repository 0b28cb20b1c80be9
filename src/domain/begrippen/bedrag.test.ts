import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deelHalfOmhoog, uurtariefMaalMinuten, volumeMaalTarief } from './bedrag.ts'

test.each([
  [6000, 60, 6000n],
  [6000, 1, 100n],
  [5830, 45, 4373n], // 4372,5 cent
  [5829, 50, 4858n], // 4857,5 cent
  [5831, 50, 4859n], // 4859,17 cent
  [1, 29, 0n],
  [1, 30, 1n],
  [0, 480, 0n],
])('een uurtarief van %i cent is voor %i minuten %s cent, een halve cent omhoog', (tarief, minuten, verwacht) => {
  expect(uurtariefMaalMinuten(tarief, minuten)).toBe(verwacht)
})

test('volume maal tarief blijft precies boven de grens van veilige getallen', () => {
  expect(volumeMaalTarief(99_999_999, 99_999_999)).toBe(9_999_999_800_000_001n)
  expect(() => volumeMaalTarief(1.5, 100)).toThrow(RangeError)
})

test('delen met een halve naar boven ligt hooguit een half naast de echte uitkomst', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 18n), fc.bigInt(1n, 10n ** 6n), (teller, noemer) => {
      const verschil = 2n * (deelHalfOmhoog(teller, noemer) * noemer - teller)
      expect(verschil > -noemer && verschil <= noemer).toBe(true)
    }),
  )
  expect(() => deelHalfOmhoog(-1n, 2n)).toThrow(RangeError)
})
