import { inspect } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Bsn, haaltElfproef, onthulBsn, parseBsn } from './bsn.ts'

// Numbers of the official test range.
const TESTNUMMERS = ['999900006', '999900018', '999900031', '999900043', '999900055']

test.each(TESTNUMMERS)('%s haalt de elfproef', (cijfers) => {
  expect(haaltElfproef(cijfers)).toBe(true)
})

test.each([
  '999900007',
  '000000000',
  '99990000',
  '9999000066',
  '99990000a',
  '',
  ' 999900006',
  '999900006\n',
  '٩٩٩٩٠٠٠٠٦',
])('%j is geen bsn', (tekst) => {
  expect(parseBsn(tekst)).toBeNull()
})

test('een fout in één cijfer haalt de elfproef nooit', () => {
  const fouten = fc.tuple(fc.constantFrom(...TESTNUMMERS), fc.nat(8), fc.integer({ min: 1, max: 9 }))
  fc.assert(
    fc.property(fouten, ([cijfers, plaats, erbij]) => {
      const anders = (Number(cijfers[plaats]) + erbij) % 10
      expect(haaltElfproef(`${cijfers.slice(0, plaats)}${anders}${cijfers.slice(plaats + 1)}`)).toBe(false)
    }),
  )
})

test('een bsn is op geen enkele gewone manier leesbaar', () => {
  const bsn = new Bsn('999900006')
  const uitingen = [
    String(bsn),
    bsn.toString(),
    JSON.stringify({ bsn }),
    inspect(bsn, { showHidden: true, depth: 5 }),
    inspect({ diep: [bsn] }),
    Object.entries(bsn).join(),
    Reflect.ownKeys(bsn).join(),
    JSON.stringify(structuredClone(bsn)),
    // eslint-disable-next-line @typescript-eslint/restrict-template-expressions
    `${bsn}`,
  ]
  expect(uitingen.filter((tekst) => tekst.includes('9999'))).toEqual([])
  expect(uitingen.slice(0, 5)).toEqual(['[bsn]', '[bsn]', '{"bsn":"[bsn]"}', '[bsn]', '{ diep: [ [bsn] ] }'])
})

test('alleen onthullen geeft de cijfers', () => {
  const bsn = parseBsn('999900018')
  expect(bsn === null ? null : onthulBsn(bsn)).toBe('999900018')
})
