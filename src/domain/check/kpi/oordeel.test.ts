import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import bestand from '../../../../db/regelsets/zaanstreek-waterland.json' with { type: 'json' }
import { isMinstens, leesDecimaal } from '../../begrippen/percentage.ts'
import { KpiDefinitie } from './kpi-definitie.ts'
import { beoordeel, gevolgVanVaststellen, type Telling, type Uitkomst } from './oordeel.ts'

const definities = bestand.delen.filter(({ deel }) => deel.startsWith('kpi-')).map((d) => KpiDefinitie.parse(d.inhoud))

function definitie(code: string): KpiDefinitie {
  const gevonden = definities.find((kandidaat) => kandidaat.code === code)
  if (!gevonden) {
    throw new Error(`Geen definitie van ${code}`)
  }
  return gevonden
}

const tevredenheid = definitie('clienttevredenheid')
const resultaat = definitie('resultaat-behaald')
const startZorg = definitie('start-zorg')

/** Enough clients and one survey, unless the case is about those. */
function uitkomst(kpi: KpiDefinitie, teller: number, n: number, anders: Partial<Telling> = {}): Uitkomst {
  return beoordeel(kpi, { clientenInZorg: 100, heeftMeting: true, n, teller, ...anders })
}

test.each([
  [850, 10, '8.50', 'behaald'],
  [849, 10, '8.49', 'niet behaald'],
  [1699, 20, '8.49', 'niet behaald'], // 169,9 < 170
  [1700, 20, '8.50', 'behaald'],
  [1000, 10, '10.00', 'behaald'],
  [0, 10, '0.00', 'niet behaald'],
])('KPI-11, KPI-12, FRM-01: som %i tienden bij %i cijfers is %s, %s (AMB-21)', (teller, n, waarde, oordeel) => {
  expect(uitkomst(tevredenheid, teller, n)).toMatchObject({ soort: 'waarde', waarde, oordeel })
})

test.each([
  [13, 20, '65.0', 'voldoende', true],
  [12, 20, '60.0', 'onvoldoende', false],
  [16, 20, '80.0', 'goed', true],
  [79, 99, '79.7', 'voldoende', true],
  [64, 99, '64.6', 'onvoldoende', false],
  [20, 20, '100.0', 'goed', true],
  [0, 20, '0.0', 'onvoldoende', false],
  [649_999, 1_000_000, '64.9', 'onvoldoende', false],
])('KPI-20, KPI-21, FRM-02: %i van %i is %s, %s (AMB-23)', (teller, n, waarde, oordeel, normGehaald) => {
  expect(uitkomst(resultaat, teller, n)).toMatchObject({ waarde, oordeel, normGehaald })
})

test.each([
  [8, 10, '80.0', 'voldoende', true],
  [9, 10, '90.0', 'goed', true],
  [7, 10, '70.0', 'onvoldoende', false],
  [17, 19, '89.4', 'voldoende', true],
  [89_999, 100_000, '89.9', 'voldoende', true],
  [79_999, 100_000, '79.9', 'onvoldoende', false],
])('KPI-25, FRM-03: %i van %i tijdig is %s, %s', (teller, n, waarde, oordeel, normGehaald) => {
  expect(uitkomst(startZorg, teller, n)).toMatchObject({ waarde, oordeel, normGehaald })
})

test.each([
  [tevredenheid, { clientenInZorg: 9, n: 9, heeftMeting: true }, 'te weinig clienten', 'niet meetbaar'],
  [tevredenheid, { clientenInZorg: 9, n: 0, heeftMeting: false }, 'te weinig clienten', 'niet meetbaar'],
  [tevredenheid, { clientenInZorg: 10, n: 0, heeftMeting: false }, 'geen meting', 'niet aangeleverd'],
  [tevredenheid, { clientenInZorg: 10, n: 9, heeftMeting: true }, 'onvoldoende respons', 'niet meetbaar'],
  [tevredenheid, { clientenInZorg: 10, n: 0, heeftMeting: true }, 'onvoldoende respons', 'niet meetbaar'],
  [tevredenheid, { clientenInZorg: 10, n: 10, heeftMeting: true }, null, 'waarde'],
  [resultaat, { clientenInZorg: 9, n: 50, heeftMeting: true }, 'te weinig clienten', 'niet meetbaar'],
  [resultaat, { clientenInZorg: 10, n: 9, heeftMeting: true }, 'onvoldoende respons', 'niet meetbaar'],
  [startZorg, { clientenInZorg: 10, n: 0, heeftMeting: true }, 'onvoldoende respons', 'niet meetbaar'],
  [startZorg, { clientenInZorg: 0, n: 0, heeftMeting: true }, 'te weinig clienten', 'niet meetbaar'],
] as const)('KPI-06: $code met %j heeft reden %j en is %s', (kpi, aantallen, reden, soort) => {
  const gevonden = beoordeel(kpi, { ...aantallen, teller: 9 * aantallen.n })
  expect(gevonden).toMatchObject({ reden, soort })
  expect([gevonden.waarde === null, gevonden.oordeel === null]).toEqual([reden !== null, reden !== null])
})

test('KPI-10: in een jaar zonder onderzoek is er geen meting, en dat is iets anders dan een onvoldoende (AMB-20)', () => {
  const zonder = uitkomst(tevredenheid, 0, 0, { heeftMeting: false })
  expect(zonder).toEqual({
    soort: 'niet aangeleverd',
    waarde: null,
    oordeel: null,
    reden: 'geen meting',
    normGehaald: null,
  })
  expect(gevolgVanVaststellen(tevredenheid, zonder, { voorlopig: false, nulmeting: false })).toBe('geen')
})

test('KPI-07: met een bijgestelde norm en schaal is het oordeel over dezelfde telling anders', () => {
  const bijgesteld = {
    ...resultaat,
    norm: '70',
    schaal: resultaat.schaal.map((klasse) =>
      klasse.oordeel === 'voldoende' ? { ...klasse, ondergrens: '70' } : klasse,
    ),
  }
  expect(uitkomst(resultaat, 13, 20)).toMatchObject({ oordeel: 'voldoende', normGehaald: true })
  expect(uitkomst(bijgesteld, 13, 20)).toMatchObject({ oordeel: 'onvoldoende', normGehaald: false })
})

test('KPI-11, KPI-13: onder de norm maakt bij een voorlopige methode een indicatieve bevinding, daarna een gewone', () => {
  const onderNorm = uitkomst(tevredenheid, 849, 10)
  const definitief = { voorlopig: false, nulmeting: false }
  expect(gevolgVanVaststellen(tevredenheid, onderNorm, definitief)).toBe('indicatieve bevinding')
  expect(gevolgVanVaststellen({ status: 'voorgesteld' }, onderNorm, definitief)).toBe('bevinding')
  expect(gevolgVanVaststellen(tevredenheid, uitkomst(tevredenheid, 850, 10), definitief)).toBe('geen')
})

test.each([
  [12, { voorlopig: false, nulmeting: false }, 'bevinding'],
  [12, { voorlopig: true, nulmeting: false }, 'waarschuwing'],
  [12, { voorlopig: false, nulmeting: true }, 'geen'],
  [12, { voorlopig: true, nulmeting: true }, 'geen'],
  [13, { voorlopig: false, nulmeting: false }, 'geen'],
  [13, { voorlopig: true, nulmeting: false }, 'geen'],
] as const)('KPI-20: %i van 20 behaald bij %j geeft: %s (AMB-18)', (teller, omstandigheden, gevolg) => {
  expect(gevolgVanVaststellen(resultaat, uitkomst(resultaat, teller, 20), omstandigheden)).toBe(gevolg)
})

test('niet meetbaar is nooit een bevinding', () => {
  const teWeinig = uitkomst(resultaat, 0, 9, { clientenInZorg: 9 })
  expect(gevolgVanVaststellen(resultaat, teWeinig, { voorlopig: false, nulmeting: false })).toBe('geen')
})

test('AMB-52: wat te zien is spreekt het oordeel nooit tegen', () => {
  fc.assert(
    fc.property(fc.constantFrom(resultaat, startZorg), fc.integer({ min: 10, max: 5000 }), fc.nat(), (kpi, n, ruw) => {
      const gevonden = uitkomst(kpi, ruw % (n + 1), n)
      const getoond = leesDecimaal(gevonden.waarde ?? '')
      const klasse = kpi.schaal.findLast(({ ondergrens }) =>
        isMinstens(getoond.teller, getoond.noemer, leesDecimaal(ondergrens)),
      )
      expect(gevonden.oordeel).toBe(klasse?.oordeel)
      expect(gevonden.normGehaald).toBe(isMinstens(getoond.teller, getoond.noemer, leesDecimaal(kpi.norm)))
    }),
  )
})

test('een telling die niet kan, geeft geen oordeel maar een fout', () => {
  expect(() => uitkomst(resultaat, -1, 20)).toThrow('onder de laagste klasse')
  expect(() => uitkomst(resultaat, 12.5, 20)).toThrow(RangeError)
})

type Verwacht = {
  kpi: string
  clientenInZorg: number
  n: number
  teller: number
  waarde: string | null
  oordeel: string | null
  reden: string | null
}

const gedeeld = process.env['OVERLAP_SHARED'] ?? join(import.meta.dirname, '../../../../../shared')
const verwacht = join(gedeeld, 'proefregio/verwacht.json')

test.skipIf(!existsSync(verwacht))(
  'FRM-01, FRM-02, FRM-03: elk oordeel van de proefregio komt uit dezelfde aantallen',
  () => {
    const { kpi: regels } = JSON.parse(readFileSync(verwacht, 'utf8')) as { kpi: Verwacht[] }
    const gevonden = regels.map(({ kpi, clientenInZorg, n, teller, reden }) => {
      const telling = { clientenInZorg, n, teller, heeftMeting: reden !== 'geen meting' }
      const { waarde, oordeel, reden: nieuweReden } = beoordeel(definitie(kpi), telling)
      return { waarde, oordeel, reden: nieuweReden }
    })
    expect(gevonden.length).toBeGreaterThan(100)
    expect(gevonden).toEqual(regels.map(({ waarde, oordeel, reden }) => ({ waarde, oordeel, reden })))
  },
)
