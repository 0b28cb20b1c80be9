import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMinstens, kapAf, leesDecimaal } from '../../begrippen/percentage.ts'
import { gemiddeldePerClient, letterlijkPerClient, telClienten, telUitkomstenVan } from './gemiddelde-per-client.ts'

const groep = (som: number, aantal: number, clienten = 1) => ({ som, aantal, clienten })

test('FRM-04, KPI-27: uitkomsten 1, 1, 0, 1 bij drie cliënten (A: 1 en 1; B: 0; C: 1)', () => {
  const groepen = [groep(2, 2), groep(0, 1), groep(1, 1)]
  // two thirds: 0.67 rounded as in the specification; shown cut off (AMB-52)
  const { teller, noemer } = gemiddeldePerClient(groepen)!
  expect(3n * teller).toBe(2n * noemer)
  expect((Number(teller) / Number(noemer)).toFixed(2)).toBe('0.67')
  expect(kapAf(100n * teller, noemer, 1)).toBe('66.6')
  const letterlijk = letterlijkPerClient(groepen)!
  expect(kapAf(letterlijk.teller, letterlijk.noemer, 2)).toBe('1.00')
  expect([telClienten(groepen), telUitkomstenVan(groepen)]).toEqual([3, 4])
})

test.each([
  ['elke cliënt een keer: gewoon het deel dat behaald is', [groep(1, 1, 13), groep(0, 1, 7)], '65.0'],
  ['alles behaald', [groep(1, 1, 4), groep(3, 3, 2)], '100.0'],
  ['niets behaald', [groep(0, 1, 4), groep(0, 5)], '0.0'],
  ['een cliënt met tien evaluaties weegt niet zwaarder dan een met één', [groep(10, 10), groep(0, 1)], '50.0'],
  ['zevenden en derden blijven exact', [groep(1, 3), groep(1, 7), groep(11, 21)], '33.3'],
])('FRM-04, KPI-27: resultaatrealisatie, %s', (_, groepen, verwacht) => {
  const { teller, noemer } = gemiddeldePerClient(groepen)!
  expect(kapAf(100n * teller, noemer, 1)).toBe(verwacht)
})

test.each([
  ['een cijfer per cliënt', [groep(85, 1, 10)], '8.50'],
  ['twee antwoorden van een cliënt tellen als één, met het gemiddelde', [groep(140, 2), groep(90, 1)], '8.00'],
  ['afgekapt, niet afgerond', [groep(80, 1), groep(85, 1), groep(85, 1)], '8.33'],
])('FRM-05, KPI-28: cliënttevredenheid per cliënt, %s', (_, groepen, verwacht) => {
  const { teller, noemer } = gemiddeldePerClient(groepen)!
  expect(kapAf(teller, 10n * noemer, 2)).toBe(verwacht)
})

test('FRM-04, FRM-05: zonder cliënten is er geen gemiddelde, en geen nul', () => {
  expect(gemiddeldePerClient([])).toBeNull()
  expect(letterlijkPerClient([])).toBeNull()
})

test('FRM-04: het gemiddelde hangt niet af van de volgorde of van hoe cliënten zijn gegroepeerd, en ligt tussen 0 en 1', () => {
  const groepen = fc.array(
    fc
      .tuple(fc.nat(6), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
      .map(([som, aantal, clienten]) => groep(Math.min(som, aantal), aantal, clienten)),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(groepen, (lijst) => {
      const een = gemiddeldePerClient(lijst)!
      const los = lijst.flatMap(({ som, aantal, clienten }) =>
        Array.from({ length: clienten }, () => groep(som, aantal)),
      )
      const ander = gemiddeldePerClient(los.toReversed())!
      expect(een.teller * ander.noemer).toBe(ander.teller * een.noemer)
      expect(isMinstens(een.teller, een.noemer, leesDecimaal('0'))).toBe(true)
      expect(een.teller <= een.noemer).toBe(true)
    }),
  )
})
