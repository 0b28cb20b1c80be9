import { describe, expect, test } from 'vitest'
import type { Context } from '../platform/context.ts'
import { aanbiederdelen, aanbiederfilter, leesAanbiederkeuze } from './aanbiederkeuze.ts'

const ID = '0197c0de-0000-7000-8000-000000000001'
const als = (agb: string | null) => ({ actor: { id: 'ik', agb } }) as Context

describe('de keuze van aanbieder boven een lijst', () => {
  test.each([
    [{}, { van: '', aanbieder: '' }],
    [
      { van: 'mij', aanbieder: ID },
      { van: 'mij', aanbieder: ID },
    ],
    [
      { van: 'iedereen', aanbieder: "1' or true" },
      { van: '', aanbieder: '' },
    ],
  ])('uit het adres %j', (query: Record<string, string>, keuze) => {
    expect(leesAanbiederkeuze(query)).toEqual(keuze)
  })

  test('wordt een filter: van mij, van één aanbieder, of van iedereen', () => {
    expect(aanbiederfilter(als(null), { van: 'mij', aanbieder: '' })).toEqual({ vanMij: 'ik', aanbiederId: undefined })
    expect(aanbiederfilter(als(null), { van: '', aanbieder: ID })).toEqual({ vanMij: undefined, aanbiederId: ID })
  })

  test('is een deel van de zin; met een gekozen aanbieder die of alle, voor een aanbieder niets', () => {
    const woorden = { voor: 'met', label: 'Deelnemers', alle: 'wie dan ook', mij: 'mij erbij', bijEen: 'iedereen' }
    const keuze = { van: 'mij', aanbieder: ID } as const
    expect(aanbiederdelen(als(null), keuze, undefined, woorden)).toEqual([
      'met',
      {
        naam: 'van',
        label: 'Deelnemers',
        waarde: 'mij',
        opties: [
          { waarde: '', label: 'wie dan ook' },
          { waarde: 'mij', label: 'mij erbij' },
        ],
      },
    ])
    expect(aanbiederdelen(als(null), keuze, { id: ID, naam: 'Veenlicht' }, woorden)).toEqual([
      'met',
      {
        naam: 'aanbieder',
        label: 'Aanbieder',
        waarde: ID,
        opties: [
          { waarde: '', label: 'iedereen' },
          { waarde: ID, label: 'Veenlicht' },
        ],
      },
    ])
    expect(aanbiederdelen(als('98990101'), keuze, undefined)).toEqual([])
  })
})
