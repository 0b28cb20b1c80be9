import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eerstePaasdag } from './paasdatum.ts'
import {
  feestdagenVan,
  feestdagregels,
  isWerkdag,
  plusWerkdagen,
  volgendeWerkdag,
  vrijeDag,
  type FeestdagCode,
  type Kalender,
} from './werkdagen.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)

const kalender: Kalender = {
  feestdagen: [
    'nieuwjaarsdag',
    'goede-vrijdag',
    'tweede-paasdag',
    'koningsdag',
    'bevrijdingsdag',
    'hemelvaartsdag',
    'tweede-pinksterdag',
    'eerste-kerstdag',
    'tweede-kerstdag',
  ],
  bijzondereDagen: [],
}

test.each([
  [1818, '1818-03-22'], // de vroegst mogelijke
  [1943, '1943-04-25'], // de laatst mogelijke
  [1954, '1954-04-18'],
  [1981, '1981-04-19'],
  [2000, '2000-04-23'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [2049, '2049-04-18'],
  [2076, '2076-04-19'],
])('Pasen valt in %i op %s', (jaar, verwacht) => {
  expect(eerstePaasdag(jaar).toString()).toBe(verwacht)
})

test.each([
  [2026, '2026-01-01 2026-04-03 2026-04-06 2026-04-27 2026-05-05 2026-05-14 2026-05-25 2026-12-25 2026-12-26'],
  [2027, '2027-01-01 2027-03-26 2027-03-29 2027-04-27 2027-05-05 2027-05-06 2027-05-17 2027-12-25 2027-12-26'],
])('TRM-02: de feestdagen van %i', (jaar, verwacht) => {
  expect(feestdagenVan(jaar, kalender).map(({ datum }) => datum.toString())).toEqual(verwacht.split(' '))
})

test('TRM-02: Koningsdag is 26 april als de 27e een zondag is', () => {
  const koningsdagen = [2025, 2026, 2031].map((jaar) => feestdagregels.koningsdag.datum(jaar).toString())
  expect(koningsdagen).toEqual(['2025-04-26', '2026-04-27', '2031-04-26'])
})

test('TRM-02: welke feestdagen meetellen staat in de kalender, ook een dag die er voor een keer bij komt', () => {
  const eigen: Kalender = {
    feestdagen: kalender.feestdagen.filter((code) => code !== 'goede-vrijdag'),
    bijzondereDagen: [{ datum: '2026-05-15', naam: 'Vrijdag na Hemelvaartsdag' }],
  }
  expect(vrijeDag(dag('2026-04-03'), kalender)).toBe('Goede Vrijdag')
  expect(isWerkdag(dag('2026-04-03'), eigen)).toBe(true)
  expect(vrijeDag(dag('2026-05-15'), eigen)).toBe('Vrijdag na Hemelvaartsdag')
  expect(isWerkdag(dag('2026-05-15'), kalender)).toBe(true)
  expect(feestdagenVan(2027, eigen)).toHaveLength(8)
})

test('TRM-02: zaterdag en zondag zijn geen werkdag, maandag tot en met vrijdag wel', () => {
  const week = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22']
  expect(week.map((iso) => vrijeDag(dag(iso), kalender))).toEqual([null, null, null, null, null, 'zaterdag', 'zondag'])
})

test.each([
  ['2026-12-24', 5, '2027-01-04'],
  ['2027-05-04', 5, '2027-05-13'],
  ['2026-12-14', 15, '2027-01-06'],
  ['2027-03-22', 10, '2027-04-07'],
  ['2026-05-14', 0, '2026-05-14'], // nul werkdagen verschuift niet
  ['2027-01-04', -5, '2026-12-24'],
  ['2026-11-22', 1, '2026-11-23'],
])('TRM-03: vanaf %s is %i werkdagen later %s', (start, aantal, verwacht) => {
  expect(plusWerkdagen(dag(start), aantal, kalender).toString()).toBe(verwacht)
})

test('een vrije dag schuift naar de eerste werkdag, een werkdag blijft staan', () => {
  expect(volgendeWerkdag(dag('2026-12-25'), kalender).toString()).toBe('2026-12-28')
  expect(volgendeWerkdag(dag('2026-12-28'), kalender).toString()).toBe('2026-12-28')
})

const datums = fc.integer({ min: 0, max: 40_000 }).map((days) => dag('1980-01-01').add({ days }))
const kalenders = fc
  .subarray(Object.keys(feestdagregels) as FeestdagCode[])
  .map((feestdagen): Kalender => ({ feestdagen, bijzondereDagen: [] }))

test('vooruit tellen eindigt op een werkdag en heeft precies zoveel werkdagen gepasseerd', () => {
  fc.assert(
    fc.property(datums, fc.integer({ min: 1, max: 60 }), kalenders, (start, aantal, kalender) => {
      const einde = plusWerkdagen(start, aantal, kalender)
      const gepasseerd = Array.from({ length: start.until(einde).days }, (_, i) => start.add({ days: i + 1 }))
      expect(isWerkdag(einde, kalender)).toBe(true)
      expect(gepasseerd.filter((datum) => isWerkdag(datum, kalender))).toHaveLength(aantal)
    }),
  )
})

test('vooruit en weer terug komt uit op dezelfde werkdag', () => {
  fc.assert(
    fc.property(datums, fc.integer({ min: 1, max: 60 }), kalenders, (datum, aantal, kalender) => {
      const start = volgendeWerkdag(datum, kalender)
      const terug = plusWerkdagen(plusWerkdagen(start, aantal, kalender), -aantal, kalender)
      expect(terug.toString()).toBe(start.toString())
    }),
  )
})
