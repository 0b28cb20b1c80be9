import { describe, expect, test } from 'vitest'
import {
  aantal,
  bedrag,
  bedragHeel,
  datum,
  datumKort,
  datumLang,
  decimaal,
  getal,
  moment,
  momentKort,
  opsomming,
  procent,
  punt,
  relatief,
  teLaat,
  vanTotaal,
  woord,
} from './notatie.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const gewoon = (tekst: string) => tekst.replaceAll('\u00a0', ' ')

describe('datums', () => {
  test('dag, datum en jaar blijven bij elkaar', () => {
    expect(datum(dag('2026-11-25'))).toBe('wo\u00a025\u00a0nov\u00a02026')
  })

  test.each([
    ['2026-03-01', 'zo 1 mrt', 'zondag 1 maart 2026'],
    ['2026-11-23', 'ma 23 nov', 'maandag 23 november 2026'],
    ['2024-02-29', 'do 29 feb', 'donderdag 29 februari 2024'],
    ['2026-05-05', 'di 5 mei', 'dinsdag 5 mei 2026'],
  ])('%s', (iso, kort, lang) => {
    expect(gewoon(datumKort(dag(iso)))).toBe(kort)
    expect(gewoon(datumLang(dag(iso)))).toBe(lang)
  })

  test.each([
    ['2026-11-23', 'vandaag'],
    ['2026-11-24', 'morgen'],
    ['2026-11-22', 'gisteren'],
    ['2026-11-26', 'over 3 dagen'],
    ['2027-03-01', 'over 98 dagen'],
    ['2026-11-13', '10 dagen geleden'],
    ['2023-11-23', '1.096 dagen geleden'],
  ])('%s gezien vanaf maandag 23 november 2026: %s', (iso, verwacht) => {
    expect(gewoon(relatief(dag(iso), dag('2026-11-23')))).toBe(verwacht)
  })

  test('te laat telt de dagen na de uiterste dag', () => {
    expect(gewoon(teLaat(dag('2026-11-20'), dag('2026-11-23')))).toBe('3 dagen te laat')
    expect(gewoon(teLaat(dag('2026-11-22'), dag('2026-11-23')))).toBe('1 dag te laat')
  })

  test('een moment staat in Nederlandse tijd, ook rond de zomertijd', () => {
    expect(gewoon(moment(Temporal.Instant.from('2026-11-22T22:10:00Z')))).toBe('zo 22 nov 2026, 23.10 uur')
    expect(gewoon(moment(Temporal.Instant.from('2026-07-01T22:05:00Z')))).toBe('do 2 jul 2026, 00.05 uur')
    expect(gewoon(momentKort(new Date('2026-11-22T22:10:00Z')))).toBe('zo 22 nov 23.10')
  })
})

describe('geld en getallen', () => {
  test.each([
    [0, '€ 0,00', '€ 0'],
    [5, '€ 0,05', '€ 0'],
    [50, '€ 0,50', '€ 1'],
    [123456, '€ 1.234,56', '€ 1.235'],
    [-123456, '−€ 1.234,56', '−€ 1.235'],
    [-40, '−€ 0,40', '€ 0'],
    [100000000, '€ 1.000.000,00', '€ 1.000.000'],
  ])('%i cent', (cents, precies, heel) => {
    expect(gewoon(bedrag(cents))).toBe(precies)
    expect(gewoon(bedragHeel(cents))).toBe(heel)
  })

  test('een decimaal getal houdt elk cijfer dat het had en wordt nooit afgerond', () => {
    expect(decimaal('59.4')).toBe('59,4')
    expect(decimaal('8.50')).toBe('8,50')
    expect(decimaal('-1234.567')).toBe('−1.234,567')
    expect(procent('100.0')).toBe('100,0%')
    expect(procent('80')).toBe('80%')
    expect(getal(1234567)).toBe('1.234.567')
  })

  test('een deel van een geheel breekt niet over twee regels', () => {
    expect(vanTotaal(22, 37)).toBe('22\u00a0van\u00a037')
  })

  test.each([
    ['Stichting Veenlicht', '.'],
    ['De Windkoker B.V.', ''],
    ['Klaar?', ''],
    ['', '.'],
  ])('na %j komt nog %j', (tekst, verwacht) => {
    expect(punt(tekst)).toBe(verwacht)
  })

  test('enkelvoud en meervoud', () => {
    expect(gewoon(aantal(1, 'aanbieder', 'aanbieders'))).toBe('1 aanbieder')
    expect(gewoon(aantal(0, 'aanbieder', 'aanbieders'))).toBe('0 aanbieders')
    expect([woord(0), woord(1), woord(12), woord(13)]).toEqual(['geen', 'één', 'twaalf', '13'])
    expect([opsomming([]), opsomming(['a']), opsomming(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b en c'])
  })
})
