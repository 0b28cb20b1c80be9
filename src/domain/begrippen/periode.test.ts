import { expect, test } from 'vitest'
import { aantalDagen, bevat, doorsnede, eindeNaMaanden, kalenderjaar, raakt, voor, type Periode } from './periode.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const periode = (tekst: string): Periode => {
  const [van = '', tot = ''] = tekst.split('/')
  return { begindatum: dag(van), einddatum: tot === '' ? null : dag(tot) }
}
const toon = (p: Periode | null) => (p === null ? null : `${p.begindatum.toString()}/${p.einddatum?.toString() ?? ''}`)

test.each([
  ['2025-01-01/2025-12-31', '2025-12-31/2026-01-31', '2025-12-31/2025-12-31'],
  ['2025-01-01/2025-12-31', '2026-01-01/', null],
  ['2025-01-01/', '2025-06-01/', '2025-06-01/'],
  ['2025-01-01/', '2024-01-01/2025-03-01', '2025-01-01/2025-03-01'],
  ['2025-01-01/2024-12-31', '2020-01-01/', null], // een leeg tijdvak raakt niets
])('%s en %s hebben samen %s', (a, b, verwacht) => {
  expect(toon(doorsnede(periode(a), periode(b)))).toBe(verwacht)
  expect(toon(doorsnede(periode(b), periode(a)))).toBe(verwacht)
  expect(raakt(periode(a), periode(b))).toBe(verwacht !== null)
})

test('eerder dan: hetzelfde oordeel als Temporal, over elke grens van dag, maand en jaar', () => {
  const eerste = dag('2023-12-25')
  const dagen = Array.from({ length: 800 }, (_, i) => eerste.add({ days: i }))
  for (const a of dagen)
    for (const b of [eerste, a.subtract({ days: 1 }), a, a.add({ days: 1 }), a.add({ days: 31 }), a.add({ years: 1 })])
      expect([a, b, voor(a, b)]).toEqual([a, b, Temporal.PlainDate.compare(a, b) < 0])
})

test('een periode bevat de eerste en de laatste dag', () => {
  const jaar = kalenderjaar(2024)
  const dagen = ['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01']
  expect(dagen.map((iso) => bevat(jaar, dag(iso)))).toEqual([false, true, true, false])
  expect(bevat(periode('2024-01-01/'), dag('2999-01-01'))).toBe(true)
  expect(aantalDagen(jaar)).toBe(366)
})

test.each([
  ['2027-12-31', 12, '2028-12-31'],
  ['2027-02-28', 12, '2028-02-29'], // een jaar vanaf 1 maart 2027
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-06-30', 6, '2026-12-31'],
  ['2026-01-30', 1, '2026-02-28'], // vanaf de 31e: tot en met het einde van februari
  ['2025-12-31', 12, '2026-12-31'], // T4: meetperiode van een contract dat op 1 januari 2026 begint
  ['2026-05-14', 0, '2026-05-14'],
])('een periode van maanden na %s: %i maanden tot en met %s', (einde, maanden, verwacht) => {
  expect(eindeNaMaanden(dag(einde), maanden).toString()).toBe(verwacht)
})
