import { describe, expect, test } from 'vitest'
import { keurAfwijking } from './keur-afwijking.ts'
import { grootteklassen } from './regels.ts'

const regels = { allenTotEnMet: 12, quota: { groot: 5, middelgroot: 5, klein: 2 } }
const kandidaten = grootteklassen.flatMap((klasse) =>
  Array.from({ length: 6 }, (_, i) => ({ aanbiederId: `${klasse} ${i}`, klasse, uitgesloten: i === 5 })),
)
const uitgenodigd = new Set(['groot 0', 'groot 1', 'middelgroot 0', 'klein 0', 'klein 1'])
const keur = (id: string, richting: 'wel' | 'niet', samenstelling = { kandidaten, uitgenodigd }) =>
  keurAfwijking(samenstelling, id, richting, regels)

describe('AMB-14: afwijken van het voorstel', () => {
  test.each([
    ['groot 2', 'wel', null],
    ['groot 0', 'niet', null],
    ['groot 0', 'wel', /stond al op de lijst/],
    ['groot 2', 'niet', /stond al niet op de lijst/],
    ['groot 9', 'wel', /niet relevant/],
    ['groot 5', 'wel', /Hef eerst dat besluit op/],
    ['klein 2', 'wel', /al 2 kleine aanbieders of zzp’ers, en meer mag niet/],
  ] as const)('AMB-14, TAF-08, TAF-12: %s %s', (id, richting, verwacht) => {
    if (verwacht === null) expect(keur(id, richting)).toBeNull()
    else expect(keur(id, richting)).toMatch(verwacht)
  })

  test('TAF-08: na een afwijking blijft het quotum het meeste', () => {
    const vol = new Set(['groot 0', 'groot 1', 'groot 2', 'groot 3'])
    expect(keur('groot 4', 'wel', { kandidaten, uitgenodigd: vol })).toBeNull()
    expect(
      keurAfwijking({ kandidaten, uitgenodigd: new Set([...vol, 'groot 4']) }, 'klein 0', 'wel', regels),
    ).toBeNull()
    const zeven = Array.from({ length: 13 }, (_, i) => ({
      aanbiederId: `g${i}`,
      klasse: 'groot' as const,
      uitgesloten: false,
    }))
    const vijf = new Set(zeven.slice(0, 5).map(({ aanbiederId }) => aanbiederId))
    expect(keur('g5', 'wel', { kandidaten: zeven, uitgenodigd: vijf })).toMatch(/al 5 grote aanbieders/)
  })

  test('TAF-07: waar allen zijn uitgenodigd, gelden geen quota', () => {
    const twaalf = Array.from({ length: 12 }, (_, i) => ({
      aanbiederId: `k${i}`,
      klasse: 'klein' as const,
      uitgesloten: false,
    }))
    const elf = new Set(twaalf.slice(1).map(({ aanbiederId }) => aanbiederId))
    expect(keur('k0', 'wel', { kandidaten: twaalf, uitgenodigd: elf })).toBeNull()
  })
})
