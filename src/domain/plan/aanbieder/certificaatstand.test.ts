import { expect, test } from 'vitest'
import bestand from '../../../../db/regelsets/zaanstreek-waterland.json' with { type: 'json' }
import { Kalender } from '../../begrippen/werkdagen.ts'
import { Termijnen } from '../inrichting/regelset.ts'
import { certificaatstand } from './certificaatstand.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const deel = (naam: string) => bestand.delen.find((kandidaat) => kandidaat.deel === naam)?.inhoud
const kalender = Kalender.parse(deel('feestdagen'))
const waarschuwing = Termijnen.parse(deel('termijnen')).termijnen.find(({ code }) => code === 'certificaat-verloopt')!

const certificaat = (naam: string, geldigVan: string, geldigTot: string) => ({
  naam,
  geldigVan: dag(geldigVan),
  geldigTot: dag(geldigTot),
})
const hkz = certificaat('HKZ', '2023-12-01', '2026-11-30')

test.for([
  ['2023-11-30', 'nog niet geldig'],
  ['2023-12-01', 'geldig'],
  // three months before the last day
  ['2026-08-29', 'geldig'],
  ['2026-08-30', 'verloopt'],
  ['2026-11-30', 'verloopt'],
  ['2026-12-01', 'verlopen'],
] as const)('CTR-13: een certificaat tot en met 30 november 2026 is op %s %s', ([vandaag, stand]) => {
  expect(certificaatstand(hkz, [hkz], dag(vandaag), { waarschuwing, kalender })).toBe(stand)
})

test.for([
  ['een opvolger die aansluit', certificaat('hkz', '2026-12-01', '2029-11-30'), '2026-10-01', 'vervangen'],
  ['een opvolger die al geldt', certificaat('HKZ', '2026-06-01', '2029-05-31'), '2026-10-01', 'vervangen'],
  ['een opvolger na een gat, in het gat', certificaat('HKZ', '2027-01-15', '2030-01-14'), '2026-12-15', 'verlopen'],
  ['een opvolger na een gat, na het gat', certificaat('HKZ', '2027-01-15', '2030-01-14'), '2027-01-15', 'vervangen'],
  ['een ander certificaat', certificaat('ISO 9001', '2026-06-01', '2029-05-31'), '2026-12-01', 'verlopen'],
  ['hetzelfde, korter', certificaat('HKZ', '2025-01-01', '2026-01-01'), '2026-12-01', 'verlopen'],
] as const)('CTR-13: met %s', ([, ander, vandaag, stand]) => {
  expect(certificaatstand(hkz, [hkz, ander], dag(vandaag), { waarschuwing, kalender })).toBe(stand)
})

test('zonder termijn in de regelset is er geen waarschuwing vooraf', () => {
  expect(certificaatstand(hkz, [hkz], dag('2026-11-30'), { waarschuwing: null, kalender })).toBe('geldig')
})
