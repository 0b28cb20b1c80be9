import { describe, expect, test } from 'vitest'
import { bepaalGrootteklasse, type Indicatoren } from './bepaal-grootteklasse.ts'

const drempels = {
  clienten: { twee: 25, drie: 100 },
  medewerkers: { twee: 10, drie: 50 },
  omzetCent: { twee: 25_000_000, drie: 100_000_000 },
}
const klasse = (clienten: number | null, medewerkers: number | null, omzetCent: number | null) =>
  bepaalGrootteklasse({ clienten, medewerkers, omzetCent }, drempels)?.klasse ?? null

describe('FRM-18, TAF-10: de grootteklasse van een aanbieder', () => {
  test.each([
    // the borders of each indicator, the others being equal on both sides
    [24, 5, 50_000_000, 'klein'],
    [25, 5, 50_000_000, 'middelgroot'],
    [99, 5, 200_000_000, 'middelgroot'],
    [100, 5, 200_000_000, 'groot'],
    [10, 9, 50_000_000, 'klein'],
    [10, 10, 50_000_000, 'middelgroot'],
    [40, 49, 200_000_000, 'middelgroot'],
    [200, 50, 10, 'groot'],
    [10, 20, 24_999_999, 'klein'],
    [10, 20, 25_000_000, 'middelgroot'],
    [40, 90, 99_999_999, 'middelgroot'],
    [40, 90, 100_000_000, 'groot'],
    // the median of three, not their mean
    [1, 1, 900_000_000, 'klein'],
    [1, 20, 900_000_000, 'middelgroot'],
    [500, 500, 0, 'groot'],
  ])('FRM-18: %i cliënten, %i medewerkers en %i cent omzet is %s', (clienten, medewerkers, omzet, verwacht) => {
    expect(klasse(clienten, medewerkers, omzet)).toBe(verwacht)
  })

  test.each<[number | null, number | null, number | null, string, string]>([
    [null, 20, 10_000, 'klein', 'middenin 1 en 2'],
    [null, 60, 30_000_000, 'middelgroot', 'middenin 2 en 3'],
    [null, 60, 10_000, 'middelgroot', 'middenin 1 en 3'],
    [120, null, 200_000_000, 'groot', 'twee keer 3'],
    [120, 5, null, 'middelgroot', 'middenin 3 en 1'],
    [null, null, 200_000_000, 'groot', 'alleen omzet'],
    [30, null, null, 'middelgroot', 'alleen cliënten'],
    [null, 5, null, 'klein', 'alleen medewerkers'],
  ])(
    'FRM-18: ontbreekt er een, dan telt de mediaan van de andere, naar beneden: %j %j %j is %s, %s',
    (a, b, c, verwacht, _hoe) => {
      expect(klasse(a, b, c)).toBe(verwacht)
    },
  )

  test('FRM-18, AMB-15: een zzp’er is altijd klein; wie nul medewerkers heeft, is er een', () => {
    expect(bepaalGrootteklasse({ clienten: 500, medewerkers: 0, omzetCent: 900_000_000 }, drempels)).toEqual({
      klasse: 'klein',
      zzp: true,
      punten: { clienten: 3, medewerkers: 1, omzetCent: 3 },
    })
  })

  test('FRM-18: niets bekend is geen klasse, en nul is niet onbekend', () => {
    const niets: Indicatoren = { clienten: null, medewerkers: null, omzetCent: null }
    expect(bepaalGrootteklasse(niets, drempels)).toBeNull()
    expect(bepaalGrootteklasse({ ...niets, clienten: 0 }, drempels)).toEqual({
      klasse: 'klein',
      zzp: false,
      punten: { clienten: 1, medewerkers: null, omzetCent: null },
    })
  })
})
