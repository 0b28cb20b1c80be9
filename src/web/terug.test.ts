import { describe, expect, test } from 'vitest'
import { bewaar, leesBewaard, veiligTerug } from './terug.ts'

describe('terug naar waar iemand was', () => {
  test.each([
    ['/kpis?jaar=2025', '/kpis?jaar=2025'],
    ['/aanbieders/0193', '/aanbieders/0193'],
    ['/wachtwoordbeleid', '/wachtwoordbeleid'],
    ['//elders.example', '/'],
    ['/\\elders.example', '/'],
    ['https://elders.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['/a\r\nSet-Cookie: x=y', '/'],
    ['/\t/elders.example', '/'],
    ['/aanmelden', '/'],
    ['/afmelden', '/'],
    ['/uitnodiging/abc', '/'],
    ['/sessie/verlengen', '/'],
    [undefined, '/'],
    [`/${'a'.repeat(3000)}`, '/'],
  ])('alleen een pad van dit programma: %s', (pad, terug) => {
    expect(veiligTerug(pad)).toBe(terug)
  })

  test('een formulier gaat mee zoals het was, zonder het bewijs van de oude sessie', () => {
    const bewaard = bewaar('/bevindingen/nieuw', {
      csrf: 'oud',
      titel: 'A & "B"',
      soort: ['a', 'b'],
      bestand: new File([], 'x'),
    })
    expect(bewaard).toEqual({
      pad: '/bevindingen/nieuw',
      velden: [
        ['titel', 'A & "B"'],
        ['soort', 'a'],
        ['soort', 'b'],
      ],
    })
    expect(leesBewaard(JSON.stringify(bewaard))).toEqual(bewaard)
    expect(bewaar('/x', { veld: 'a'.repeat(300_000) })).toBeUndefined()
  })

  test.each([
    '',
    'geen json',
    '{}',
    'null',
    '{"pad":"https://elders.example","velden":[]}',
    '{"pad":"//elders.example","velden":[]}',
    '{"pad":"/afmelden","velden":[]}',
    '{"pad":"/kpis","velden":[["a",1]]}',
    '{"pad":"/kpis","velden":{"a":"b"}}',
  ])('wat geen formulier van hier is, gaat niet mee: %s', (tekst) => {
    expect(leesBewaard(tekst)).toBeUndefined()
  })
})
