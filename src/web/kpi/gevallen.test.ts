import { describe, expect, test } from 'vitest'
import type { Geval } from '../../domain/check/kpi/list-gevallen.ts'
import { groepVan, kiesGevallen, leesGevalkeuze } from './gevallen.ts'

const dag = (tekst: string) => Temporal.PlainDate.from(tekst)

function geval(label: string, uitkomst: string, dag0: string, start: string | null, gemeente = 'Purmerend'): Geval {
  return {
    clientId: label,
    label,
    toewijzingId: label,
    gemeente,
    product: 'Begeleiding',
    uitkomst,
    referentiedatum: dag(dag0),
    startdatum: start === null ? null : dag(start),
  }
}

const gevallen = [
  geval('C', 'te laat', '2025-01-01', '2025-03-01'),
  geval('A', 'geen start', '2025-02-01', null),
  geval('B', 'te laat', '2025-01-05', '2025-04-01', 'Zaanstad'),
  geval('D', 'tijdig', '2025-01-06', '2025-01-08'),
  geval('E', 'voortzetting', '2025-01-02', '2025-01-02'),
]
const kies = (query: Record<string, string>) =>
  kiesGevallen(gevallen, leesGevalkeuze(query, 'start-zorg', gevallen)).map(({ label }) => label)

describe('gevallen kiezen', () => {
  test.each([
    ['te laat', 'mis'],
    ['geen start', 'mis'],
    ['niet behaald', 'mis'],
    ['tijdig', 'goed'],
    ['behaald', 'goed'],
    ['8.5', 'cijfer'],
    ['voortzetting', 'buiten'],
  ])('%s hoort bij %s', (uitkomst, groep) => {
    expect(groepVan({ uitkomst })).toBe(groep)
  })

  test.each<[Record<string, string>, string[]]>([
    // without a choice what went wrong, who never started first, then the longest wait
    [{}, ['A', 'B', 'C']],
    [{ groep: 'goed' }, ['D']],
    [{ groep: 'buiten' }, ['E']],
    [{ groep: 'alle', sorteer: 'client', richting: 'op' }, ['A', 'B', 'C', 'D', 'E']],
    [{ groep: 'alle', sorteer: 'client', richting: 'af' }, ['E', 'D', 'C', 'B', 'A']],
    [{ groep: 'alle', sorteer: 'datum', richting: 'op' }, ['C', 'E', 'B', 'D', 'A']],
    [{ groep: 'alle', sorteer: 'dagen', richting: 'op' }, ['E', 'D', 'C', 'B', 'A']],
    // who never started comes last by date of start, in either of the two orders beside the others
    [{ groep: 'mis', sorteer: 'start', richting: 'op' }, ['C', 'B', 'A']],
    [{ groep: 'mis', sorteer: 'gemeente', richting: 'op' }, ['A', 'C', 'B']],
    [{ gemeente: 'Zaanstad' }, ['B']],
    [{ gemeente: 'Nergens', groep: 'onzin', sorteer: 'onzin', richting: 'onzin' }, ['A', 'B', 'C']],
  ])('%j', (query, labels) => {
    expect(kies(query)).toEqual(labels)
  })

  test('zonder iets dat mis is, staan alle gevallen er; bij cliënttevredenheid de cijfers', () => {
    const goed = gevallen.filter(({ uitkomst }) => uitkomst === 'tijdig')
    expect(leesGevalkeuze({}, 'start-zorg', goed).groep).toBe('alle')
    expect(leesGevalkeuze({}, 'clienttevredenheid', goed).groep).toBe('cijfer')
    expect(leesGevalkeuze({}, 'start-zorg', gevallen, 'alle').groep).toBe('alle')
  })
})
