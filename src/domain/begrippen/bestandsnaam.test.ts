import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskeerBestandsnaam } from './bestandsnaam.ts'

test.each([
  ['WMO305-2025.zip', 'WMO305-2025.zip'],
  ['301_999900006.xml', '301_*********.xml'],
  ['x999900006999900018y.xml', 'x******************y.xml'],
  ['20261122123456.xml', '**************.xml'],
  ['9999.00.006 verslag.xml', '*********** verslag.xml'],
  ['999-900-006.xml', '***********.xml'],
  ['301-2026-11.xml', '301-2026-11.xml'],
  ['123.456.789.xml', '123.456.789.xml'], // haalt de elfproef niet
  ['98990101.csv', '98990101.csv'], // een AGB-code blijft leesbaar
  ['٩٩٩٩٠٠٠٠٦.xml', '*********.xml'],
])('%s wordt bewaard als %s', (naam, verwacht) => {
  expect(maskeerBestandsnaam(naam)).toBe(verwacht)
})

test('na maskeren staan er nergens negen cijfers achter elkaar, en nog eens maskeren verandert niets', () => {
  const tekens = fc.constantFrom(...'0123456789'.repeat(3).split(''), 'a', '-', '_', '.', ' ', '٣', '９', '/')
  const namen = fc.array(tekens, { maxLength: 40 }).map((delen) => delen.join(''))
  fc.assert(
    fc.property(namen, (naam) => {
      const gemaskeerd = maskeerBestandsnaam(naam)
      expect(gemaskeerd).not.toMatch(/\p{Nd}{9}/u)
      expect(gemaskeerd).toHaveLength(naam.length)
      expect(maskeerBestandsnaam(gemaskeerd)).toBe(gemaskeerd)
    }),
    { numRuns: 1000 },
  )
})
