import { expect, test } from 'vitest'
import bestand from '../../../../db/regelsets/zaanstreek-waterland.json' with { type: 'json' }
import { KpiDefinitie } from './kpi-definitie.ts'
import { evaluatiemomenten, meetperiode, meetperioden } from './meetperiode.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const definitie = KpiDefinitie.parse(bestand.delen.find(({ deel }) => deel === 'kpi-start-zorg')?.inhoud)

function toon(jaar: number, vanaf: string, vandaag: string, regels = definitie): string | null {
  const periode = meetperiode(jaar, regels, dag(vanaf), dag(vandaag))
  return (
    periode &&
    [
      `${periode.begindatum.toString()}/${periode.einddatum.toString()}`,
      `peildatum ${periode.peildatum.toString()}`,
      periode.voorlopig ? 'voorlopig' : 'definitief',
      ...(periode.nulmeting ? ['nulmeting'] : []),
    ].join(' ')
  )
}

test.each([
  // the trial region: full years from 2024
  [2024, '2024-01-01', '2026-11-22', '2024-01-01/2024-12-31 peildatum 2025-03-01 definitief'],
  [2025, '2024-01-01', '2026-11-22', '2025-01-01/2025-12-31 peildatum 2026-03-01 definitief'],
  [2026, '2024-01-01', '2026-11-22', '2026-01-01/2026-12-31 peildatum 2026-11-22 voorlopig'],
  [2023, '2024-01-01', '2026-11-22', null],
  [2027, '2024-01-01', '2026-11-22', null],
  // the reference date itself is final, the day before is not
  [2026, '2024-01-01', '2027-02-28', '2026-01-01/2026-12-31 peildatum 2027-02-28 voorlopig'],
  [2026, '2024-01-01', '2027-03-01', '2026-01-01/2026-12-31 peildatum 2027-03-01 definitief'],
])('KPI-04: meetjaar %i met contractfase vanaf %s is op %s: %s', (jaar, vanaf, vandaag, verwacht) => {
  expect(toon(jaar, vanaf, vandaag)).toBe(verwacht)
})

test.each([
  [2026, '2027-03-20', '2026-07-01/2026-12-31 peildatum 2027-03-01 definitief nulmeting'],
  [2026, '2026-11-22', '2026-07-01/2026-12-31 peildatum 2026-11-22 voorlopig nulmeting'],
  [2027, '2028-03-20', '2027-01-01/2027-12-31 peildatum 2028-03-01 definitief'],
  [2026, '2026-06-30', null], // nog niet begonnen
])('KPI-04, LIF-07: vanaf 1 juli 2026 is meetjaar %i op %s: %s (AMB-18)', (jaar, vandaag, verwacht) => {
  expect(toon(jaar, '2026-07-01', vandaag)).toBe(verwacht)
})

test('AMB-18: of een korte eerste periode een nulmeting is, staat in de definitie', () => {
  const zonder = { ...definitie, nulmeting: false }
  expect(toon(2026, '2026-07-01', '2027-03-20', zonder)).toBe('2026-07-01/2026-12-31 peildatum 2027-03-01 definitief')
})

test('KPI-04: alle meetjaren sinds het begin van de contractfase, oudste eerst', () => {
  const jaren = (vanaf: string, vandaag: string) =>
    meetperioden(definitie, dag(vanaf), dag(vandaag)).map(({ jaar }) => jaar)
  expect(jaren('2024-01-01', '2026-11-22')).toEqual([2024, 2025, 2026])
  expect(jaren('2026-07-01', '2026-06-30')).toEqual([])
  expect(jaren('2028-01-01', '2026-06-30')).toEqual([])
})

test('KPI-26: de schaal wordt tussentijds na 2026 bekeken en volledig in het tweede kwartaal van 2028 (AMB-26)', () => {
  const { tussentijds, algemeen } = evaluatiemomenten(definitie.evaluatie, dag('2026-07-01'))
  expect([tussentijds?.begindatum, tussentijds?.einddatum].map(String)).toEqual(['2027-04-01', '2027-06-30'])
  expect([algemeen.begindatum, algemeen.einddatum].map(String)).toEqual(['2028-04-01', '2028-06-30'])
})

test('KPI-07: na een volledig eerste jaar is er geen tussentijdse evaluatie nodig', () => {
  const { tussentijds, algemeen } = evaluatiemomenten(definitie.evaluatie, dag('2024-01-01'))
  expect(tussentijds).toBeNull()
  expect(algemeen.begindatum.toString()).toBe('2025-04-01')
})
