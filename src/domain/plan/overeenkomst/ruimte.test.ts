import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import bestand from '../../../../db/regelsets/zaanstreek-waterland.json' with { type: 'json' }
import { Bestedingsdrempels, bestedingsstand, prognoseCent, ruimteCent, uitputting } from './ruimte.ts'

const drempels = Bestedingsdrempels.parse(bestand.delen.find(({ deel }) => deel === 'bestedingsruimte')?.inhoud)

test('FRM-10: van 100.000 euro is na 40.000 gerealiseerd en 35.000 verplicht nog 25.000 over', () => {
  const bedragen = { plafondCent: 100_000_00, gerealiseerdCent: 40_000_00, verplichtCent: 35_000_00 }
  expect(ruimteCent(bedragen)).toBe(25_000_00)
  expect(ruimteCent({ ...bedragen, verplichtCent: 70_000_00 })).toBe(-10_000_00)
})

test('FRM-10: op dag 146 van 365 is de prognose van 40.000 euro precies 100.000', () => {
  expect(prognoseCent(40_000_00, 146, 365)).toBe(100_000_00)
  expect(prognoseCent(100, 3, 365)).toBe(12166) // 12.166,67 afgekapt
  expect(prognoseCent(0, 146, 365)).toBe(0)
  expect(prognoseCent(0, 0, 365)).toBeNull()
})

test.each([
  [18_383_765, 58_600_000, '31.3'],
  [44_570_096, 41_000_000, '108.7'],
  [76_793_969, 74_500_000, '103.0'],
  [-500, 10_000, '-5.0'],
  [0, 10_000, '0.0'],
  [500, 0, null],
  [500, null, null],
])('FRM-10: %i van plafond %s is %s procent uitgeput', (gerealiseerd, plafond, verwacht) => {
  expect(uitputting(gerealiseerd, plafond)).toBe(verwacht)
})

test.each([
  [69_999, 365, 'groen'],
  [70_000, 365, 'oranje'],
  [89_999, 365, 'oranje'],
  [90_000, 365, 'rood'],
  [40_000, 146, 'groen'], // prognose precies 100%
  [40_001, 146, 'rood'], // prognose net daarboven
  [0, 0, 'groen'],
  [50_000, 0, 'groen'], // nog geen dag voorbij: geen prognose
])('FRM-10: %i van 100.000 op dag %i is %s (AMB-45)', (gerealiseerdCent, verstrekenDagen, verwacht) => {
  const besteding = { gerealiseerdCent, plafondCent: 100_000, verstrekenDagen, dagenInPeriode: 365 }
  expect(bestedingsstand(besteding, drempels)).toBe(verwacht)
  expect(bestedingsstand({ ...besteding, plafondCent: null }, drempels)).toBeNull()
})

test('FRM-10: de drempels staan in de regelset, en rood begint later dan oranje', () => {
  expect(drempels).toEqual({ oranjeVanafProcent: 70, roodVanafProcent: 90, roodBovenPrognoseProcent: 100 })
  expect(Bestedingsdrempels.safeParse({ ...drempels, roodVanafProcent: 70 }).success).toBe(false)
})

const gedeeld = process.env['OVERLAP_SHARED'] ?? join(import.meta.dirname, '../../../../../shared')
const verwacht = join(gedeeld, 'proefregio/verwacht.json')

test.skipIf(!existsSync(verwacht))('FRM-10: de uitputting van elk contract in de proefregio', () => {
  type Contract = { gedeclareerdCent: number; plafondCent: number; uitputting: string }
  const { contracten } = JSON.parse(readFileSync(verwacht, 'utf8')) as { contracten: Contract[] }
  expect(contracten.length).toBeGreaterThan(10)
  expect(contracten.map(({ gedeclareerdCent, plafondCent }) => uitputting(gedeclareerdCent, plafondCent))).toEqual(
    contracten.map((contract) => contract.uitputting),
  )
})
