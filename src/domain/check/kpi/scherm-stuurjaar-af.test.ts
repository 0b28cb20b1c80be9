import { expect, test } from 'vitest'
import type { Stuurjaar } from './list-stuurindicatoren.ts'
import { schermStuurjaarAf } from './scherm-stuurjaar-af.ts'

const heel = { afgeschermd: null } as const
const punten = [
  { kpi: 'start-zorg', n: 60, teller: 45, ...heel },
  { kpi: 'resultaat-behaald', n: 50, teller: 30, ...heel },
  { kpi: 'clienttevredenheid', n: 40, teller: 320, ...heel },
] as const
const jaar: Stuurjaar = {
  jaar: 2025,
  voorlopig: false,
  vastgesteld: true,
  resultaatrealisatie: {
    n: 50,
    waarde: '61.9',
    letterlijk: '0.70',
    evaluaties: 60,
    inZorg: 80,
    daarvan: 50,
    tussentijds: 4,
  },
  tevredenheidPerClient: { n: 40, waarde: '8.47', antwoorden: 41, onderzoeken: [] },
  voortijdigeUitval: { n: 30, waarde: '36.6', voortijdig: 11, redenen: [], overig: 0 },
  wachttijd: { n: 55, waarde: '21.5', p90: 40 },
}

test('S44: van een stuurindicator blijft de waarde over, afgekapt en zonder aantallen', () => {
  expect(schermStuurjaarAf(jaar, punten, 10)).toEqual({
    jaar: 2025,
    voorlopig: false,
    vastgesteld: true,
    resultaatrealisatie: '61',
    tevredenheidPerClient: '8.4',
    voortijdigeUitval: '36',
    wachttijd: '21',
  })
})

test.each<[string, Partial<Stuurjaar>, keyof Stuurjaar]>([
  [
    'weinig voortijdig',
    { voortijdigeUitval: { ...jaar.voortijdigeUitval!, voortijdig: 9 } as never },
    'voortijdigeUitval',
  ],
  [
    'weinig gewoon',
    { voortijdigeUitval: { ...jaar.voortijdigeUitval!, voortijdig: 21 } as never },
    'voortijdigeUitval',
  ],
  [
    'weinig niet behaald',
    { resultaatrealisatie: { ...jaar.resultaatrealisatie!, waarde: '81.0' } as never },
    'resultaatrealisatie',
  ],
  [
    'weinig behaald',
    { resultaatrealisatie: { ...jaar.resultaatrealisatie!, waarde: '19.0' } as never },
    'resultaatrealisatie',
  ],
  ['weinig cijfers', { tevredenheidPerClient: { ...jaar.tevredenheidPerClient!, n: 9 } }, 'tevredenheidPerClient'],
  ['te weinig om te meten', { wachttijd: { n: 4, waarde: null } }, 'wachttijd'],
])('S44: %s: die stuurindicator is er niet, de andere wel', (_, anders, naam) => {
  const getoond = schermStuurjaarAf({ ...jaar, ...anders }, punten, 10)
  expect(Object.entries(getoond).filter(([, waarde]) => waarde === null)).toEqual([[naam, null]])
})

test('S44: niemand voortijdig en alles behaald gaan over niemand, en staan er', () => {
  const niemand = {
    voortijdigeUitval: { ...jaar.voortijdigeUitval!, voortijdig: 0, waarde: '0.0' } as never,
    resultaatrealisatie: { ...jaar.resultaatrealisatie!, waarde: '100.0' } as never,
  }
  expect(schermStuurjaarAf({ ...jaar, ...niemand }, punten, 10)).toMatchObject({
    voortijdigeUitval: '0',
    resultaatrealisatie: '100',
  })
})

test('S44: verbergt de KPI in één subregio iets, dan zou dat uit het geheel volgen', () => {
  const dun = { kpi: 'start-zorg', n: { vanaf: 10 }, teller: null, afgeschermd: { wat: 'dun', minimum: 10 } } as const
  expect(schermStuurjaarAf(jaar, [...punten, dun], 10)).toMatchObject({
    resultaatrealisatie: '61',
    voortijdigeUitval: null,
    wachttijd: null,
  })
})

test('S44: begon niemand op tijd, dan is niet bekend van hoeveel cliënten de wachtdagen zijn', () => {
  const laat = [{ kpi: 'start-zorg', n: 60, teller: 0, ...heel } as const]
  expect(schermStuurjaarAf(jaar, laat, 10).wachttijd).toBe(null)
})
