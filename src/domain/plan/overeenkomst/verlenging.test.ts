import { expect, test } from 'vitest'
import bestand from '../../../../db/regelsets/zaanstreek-waterland.json' with { type: 'json' }
import { Kalender } from '../../begrippen/werkdagen.ts'
import { einddatumNa, verlengingsopties, Verlengingsregels } from './verlenging.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const deel = (naam: string) => bestand.delen.find((kandidaat) => kandidaat.deel === naam)?.inhoud
const kalender = Kalender.parse(deel('feestdagen'))
const { opzegtermijn } = Verlengingsregels.parse(deel('verlenging'))

function toon(einddatum: string, verlengingen: number, verlengingMaanden: number): string[] {
  return verlengingsopties({ einddatum: dag(einddatum), verlengingen, verlengingMaanden }, opzegtermijn, kalender).map(
    (optie) =>
      `${optie.optie}: beslis ${optie.uiterlijkBeslissen.toString()}, ` +
      `van ${optie.zonderVerlengingTotEnMet.toString()} naar ${optie.metVerlengingTotEnMet.toString()}`,
  )
}

test('CTR-10: elke verlengingsoptie heeft een laatste beslisdag, zes maanden voor het einde', () => {
  expect(toon('2027-12-31', 2, 12)).toEqual([
    '1: beslis 2027-06-30, van 2027-12-31 naar 2028-12-31',
    '2: beslis 2028-06-30, van 2028-12-31 naar 2029-12-31',
  ])
})

test.each([
  ['2027-02-28', 1, 12, ['1: beslis 2026-08-28, van 2027-02-28 naar 2028-02-29']],
  ['2027-05-01', 1, 6, ['1: beslis 2026-11-01, van 2027-05-01 naar 2027-11-01']], // een zondag: schuift niet
  ['2027-12-31', 0, 0, []],
])('CTR-10: einde %s met %i verlengingen van %i maanden: %j', (einde, aantal, maanden, verwacht) => {
  expect(toon(einde, aantal, maanden)).toEqual(verwacht)
})

test('CTR-10: met gebruikte opties schuift het einde, steeds vanaf het eerste einde gerekend', () => {
  const looptijd = { einddatum: dag('2026-08-30'), verlengingen: 3, verlengingMaanden: 6 }
  const einden = [0, 1, 2, 3].map((gebruikt) => einddatumNa(looptijd, gebruikt).toString())
  expect(einden).toEqual(['2026-08-30', '2027-02-28', '2027-08-30', '2028-02-29'])
})
