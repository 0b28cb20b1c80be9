import { describe, expect, test } from 'vitest'
import { geldendeNorm, isGewijzigd, type Normversie } from './geldende-norm.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const versie = (nr: number, vanaf: string, norm: string, meer: Partial<Normversie> = {}): Normversie => ({
  id: `v${String(nr)}`,
  versie: nr,
  geldigVanaf: dag(vanaf),
  norm,
  schaal: [
    { oordeel: 'niet behaald', ondergrens: '0' },
    { oordeel: 'behaald', ondergrens: norm },
  ],
  minimumClienten: 10,
  minimumWaarnemingen: 10,
  termijnDagen: null,
  methode: 'enquête',
  ...meer,
})
const drie = [versie(1, '2026-07-01', '80'), versie(2, '2027-01-01', '85'), versie(3, '2028-01-01', '90')]

describe('LIF-15: een gewijzigde norm geldt niet tegen wie hem niet kent', () => {
  test.each<[string, Record<string, string>, string | null, string, string]>([
    ['niemand vertelde iets', {}, '2026-07-01', '2027-01-01', 'v1'],
    ['de dag ervoor verteld', { v2: '2026-12-31' }, '2026-07-01', '2027-01-01', 'v2'],
    ['op de dag zelf verteld is niet ervoor', { v2: '2027-01-01' }, '2026-07-01', '2027-01-01', 'v1'],
    ['te laat verteld: wel het jaar erna', { v2: '2027-02-15' }, '2026-07-01', '2028-01-01', 'v2'],
    ['verteld, maar nog niet ingegaan', { v2: '2026-11-01' }, '2026-07-01', '2026-12-31', 'v1'],
    ['alleen de laatste verteld', { v3: '2027-11-01' }, '2026-07-01', '2028-01-01', 'v3'],
    ['alleen de tweede verteld: de derde geldt niet', { v2: '2026-11-01' }, '2026-07-01', '2028-01-01', 'v2'],
    ['wie later partij werd, sloot erop', {}, '2027-03-01', '2028-01-01', 'v2'],
    ['partij op de dag van ingang', {}, '2027-01-01', '2027-01-01', 'v2'],
    ['zonder overeenkomst telt alleen wat is verteld', { v2: '2026-11-01' }, null, '2027-01-01', 'v2'],
    ['zonder overeenkomst en niets verteld', {}, null, '2028-01-01', 'v1'],
  ])('LIF-15: %s', (_, verteld, sinds, op, verwacht) => {
    const verteldOp = new Map(Object.entries(verteld).map(([id, iso]) => [id, dag(iso)]))
    expect(geldendeNorm(drie, dag(op), { verteldOp, partijSinds: sinds === null ? null : dag(sinds) })?.id).toBe(
      verwacht,
    )
  })

  test('LIF-15: een versie die niets anders vraagt, hoeft niet te worden verteld; terug naar de norm van toen ook niet', () => {
    const zelfde = versie(2, '2027-01-01', '80')
    const niemand = { verteldOp: new Map<string, Temporal.PlainDate>(), partijSinds: dag('2026-07-01') }
    expect(geldendeNorm([drie[0]!, zelfde], dag('2027-01-01'), niemand)).toBe(zelfde)
    const terug = versie(3, '2028-01-01', '80')
    expect(geldendeNorm([drie[0]!, drie[1]!, terug], dag('2028-01-01'), niemand)).toBe(terug)
    expect(geldendeNorm(drie, dag('2026-01-01'), niemand)).toBeUndefined()
  })

  test.each<[string, Partial<Normversie>, boolean]>([
    ['de norm', { norm: '70' }, true],
    ['een grens van de schaal', { schaal: [{ oordeel: 'behaald', ondergrens: '0' }] }, true],
    ['vanaf hoeveel cliënten', { minimumClienten: 5 }, true],
    ['vanaf hoeveel gevallen', { minimumWaarnemingen: 5 }, true],
    ['de termijn', { termijnDagen: 42 }, true],
    ['de methode', { methode: 'interview' }, true],
    ['alleen het nummer', { versie: 9, id: 'x' }, false],
  ])('LIF-15: %s', (_, anders, verwacht) => {
    expect(isGewijzigd(drie[0]!, { ...drie[0]!, ...anders })).toBe(verwacht)
  })
})
