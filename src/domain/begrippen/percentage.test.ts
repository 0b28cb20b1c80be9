import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMinstens, kapAf, leesDecimaal, procent } from './percentage.ts'

test.each([
  [79n, 99n, '79.7'],
  [17, 19, '89.4'],
  [13, 20, '65.0'],
  [0, 7, '0.0'],
  [2, 2, '100.0'],
  [-1, 3, '-33.3'],
  [-1, 100_000, '0.0'],
])('%s van %s is afgekapt %s procent', (deel, geheel, verwacht) => {
  expect(procent(deel, geheel, 1)).toBe(verwacht)
})

test.each([
  [849, 100, 2, '8.49'],
  [8499, 1000, 2, '8.49'],
  [5, 1000, 2, '0.00'],
  [7, 2, 0, '3'],
  [-7, 2, 0, '-3'],
  [9_007_199_254_740_993n, 1n, 1, '9007199254740993.0'],
])('kapAf(%s, %s, %i) is %s', (teller, noemer, decimalen, verwacht) => {
  expect(kapAf(teller, noemer, decimalen)).toBe(verwacht)
})

test('delen door nul en rekenen met gebroken getallen worden geweigerd', () => {
  expect(() => kapAf(1, 0, 1)).toThrow(RangeError)
  expect(() => kapAf(8.5, 1, 1)).toThrow(RangeError)
  expect(() => isMinstens(1, 0, leesDecimaal('1'))).toThrow(RangeError)
})

test('een decimale tekst wordt precies gelezen, een andere tekst geweigerd', () => {
  expect(leesDecimaal('8.5')).toEqual({ teller: 85n, noemer: 10n })
  expect(leesDecimaal('65')).toEqual({ teller: 65n, noemer: 1n })
  expect(leesDecimaal('-0.25')).toEqual({ teller: -25n, noemer: 100n })
  for (const tekst of ['8,5', '', '.5', '8.', '1e3', ' 8', 'NaN']) {
    expect(() => leesDecimaal(tekst), tekst).toThrow(RangeError)
  }
})

test('AMB-52: de getoonde waarde is nooit hoger dan de echte en spreekt een grens nooit tegen', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), fc.nat(100), (deel, geheel, grens) => {
      const getoond = leesDecimaal(procent(deel, geheel, 1))
      expect(isMinstens(100 * deel, geheel, getoond)).toBe(true)
      expect(isMinstens(getoond.teller, getoond.noemer, leesDecimaal(grens.toString()))).toBe(
        isMinstens(100 * deel, geheel, leesDecimaal(grens.toString())),
      )
    }),
  )
})
