import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beslissend, vergelijkBeurt } from './beurt.ts'
import { kiesSubregio } from './kies-subregio.ts'
import { grootteklassen, type Grootteklasse } from './regels.ts'
import { stelSamen, type Kandidaat, type Plaats } from './stel-samen.ts'

const regels = { allenTotEnMet: 12, quota: { groot: 5, middelgroot: 5, klein: 2 } }
const subregios = ['Purmerend', 'Oostzaan', 'Zaanstad']

let nummer = 0
/** The next candidate, with later ones never going before it. */
function een(klasse: Grootteklasse, subregioId: string, anders: Partial<Kandidaat> = {}): Kandidaat {
  const agb = String(98_000_000 + ++nummer)
  const kvk = agb
  return {
    aanbiederId: `a${agb}`,
    agb,
    kvk,
    klasse,
    subregioId,
    clienten: 0,
    laatstUitgenodigdOp: null,
    uitgesloten: false,
    ...anders,
  }
}
const reeks = (aantal: number, klasse: Grootteklasse, subregio?: string) =>
  Array.from({ length: aantal }, (_, i) => een(klasse, subregio ?? subregios[i % subregios.length]!))
const stel = (kandidaten: Kandidaat[]) => stelSamen(kandidaten, subregios, regels)
const genodigden = (plaatsen: Plaats[]) => plaatsen.filter(({ uitgenodigd }) => uitgenodigd)
const ids = (plaatsen: Plaats[]) => genodigden(plaatsen).map(({ aanbiederId }) => aanbiederId)
const reden = (plaatsen: Plaats[], { aanbiederId }: Kandidaat) =>
  plaatsen.find((plaats) => plaats.aanbiederId === aanbiederId)!.reden
const dag = (iso: string) => Temporal.PlainDate.from(iso)

describe('FRM-09: de voorbeelden van de specificatie', () => {
  test.each([
    [[0, 0, 0], 0],
    [[4, 4, 4], 12],
    [[12, 0, 0], 12],
    [[0, 0, 12], 12],
    [[8, 3, 2], 10],
    [[10, 10, 10], 12],
    [[0, 0, 13], 2],
    [[13, 0, 0], 5],
    [[5, 5, 3], 12],
    [[6, 6, 1], 11],
  ])(
    'FRM-09, TAF-07, TAF-08, AMB-12, AMB-13: %j (groot, middelgroot, klein) geeft %i uitnodigingen',
    (aantallen, verwacht) => {
      const kandidaten = grootteklassen.flatMap((klasse, i) => reeks(aantallen[i]!, klasse))
      expect(genodigden(stel(kandidaten))).toHaveLength(verwacht)
    },
  )

  test('TAF-07, AMB-12: bij 12 zijn allen uitgenodigd, bij 13 wordt gekozen', () => {
    const twaalf = reeks(12, 'klein')
    expect(stel(twaalf).every(({ reden }) => reden.soort === 'allen')).toBe(true)
    expect(new Set(stel([...twaalf, een('klein', 'Oostzaan')]).map(({ reden }) => reden.soort))).toEqual(
      new Set(['gekozen', 'quotum vol']),
    )
  })
})

describe('FRM-09, TAF-09, AMB-14: om de beurt over de subregio’s', () => {
  const tel = (kandidaten: Kandidaat[]) => {
    const gekozen = new Set(ids(stel(kandidaten)))
    return subregios.map((id) => kandidaten.filter((k) => k.subregioId === id && gekozen.has(k.aanbiederId)).length)
  }

  test('TAF-09: vijf grote over drie subregio’s is 2, 2 en 1; de klassen daarna vullen aan tot 4, 4 en 4', () => {
    const groot = reeks(30, 'groot')
    expect(tel(groot)).toEqual([2, 2, 1])
    expect(tel([...groot, ...reeks(30, 'middelgroot')])).toEqual([4, 3, 3])
    expect(tel([...groot, ...reeks(30, 'middelgroot'), ...reeks(30, 'klein')])).toEqual([4, 4, 4])
  })

  test('TAF-09: een subregio met weinig aanbieders geeft haar beurt door', () => {
    const kandidaten = [
      ...reeks(1, 'groot', 'Purmerend'),
      ...reeks(1, 'groot', 'Oostzaan'),
      ...reeks(20, 'groot', 'Zaanstad'),
    ]
    expect(tel(kandidaten)).toEqual([1, 1, 3])
  })

  test('TAF-06: een tafel van één subregio vult haar klassen daar', () => {
    const kandidaten = grootteklassen.flatMap((klasse) => reeks(9, klasse, 'Oostzaan'))
    expect(genodigden(stelSamen(kandidaten, ['Oostzaan'], regels))).toHaveLength(12)
  })

  test('een kandidaat van buiten het gebied is een fout', () => {
    expect(() => stelSamen(reeks(3, 'klein'), ['Oostzaan'], regels)).toThrow(/outside the scope/)
  })
})

describe('FRM-09: wie binnen klasse en subregio aan de beurt is', () => {
  const basis = { agb: '98000005', kvk: '50000000', clienten: 10, laatstUitgenodigdOp: dag('2026-03-01') }
  test.each([
    ['langst geleden', { laatstUitgenodigdOp: null, clienten: 0, kvk: '99999999' }],
    ['langst geleden', { laatstUitgenodigdOp: dag('2026-02-28'), clienten: 0, kvk: '99999999' }],
    ['meeste clienten', { clienten: 11, kvk: '99999999' }],
    ['laagste kvk', { kvk: '49999999', agb: '99999999' }],
    ['laagste agb', { agb: '98000004' }],
  ])('FRM-09: %s beslist', (criterium, anders) => {
    const voor = { ...basis, ...anders }
    expect(vergelijkBeurt(voor, basis)).toBeLessThan(0)
    expect(vergelijkBeurt(basis, voor)).toBeGreaterThan(0)
    expect(beslissend(voor, basis)).toBe(criterium)
  })

  test('FRM-09: de reden noemt de stoel, de rang en wat besliste', () => {
    const kandidaten = [
      ...reeks(13, 'middelgroot', 'Oostzaan'),
      een('klein', 'Zaanstad', { clienten: 5 }),
      een('klein', 'Zaanstad', { clienten: 9 }),
      een('klein', 'Zaanstad', { clienten: 7 }),
    ]
    const [vijf, negen, zeven] = kandidaten.slice(13) as [Kandidaat, Kandidaat, Kandidaat]
    const plaatsen = stel(kandidaten)
    expect(reden(plaatsen, negen)).toEqual({ soort: 'gekozen', stoel: 1, rang: 1, door: 'meeste clienten' })
    expect(reden(plaatsen, zeven)).toEqual({ soort: 'gekozen', stoel: 2, rang: 2, door: 'meeste clienten' })
    expect(reden(plaatsen, vijf)).toEqual({ soort: 'quotum vol', rang: 3, na: 'meeste clienten' })
  })
})

describe('AMB-58: de subregio waarvoor een aanbieder telt', () => {
  test.each([
    [
      [
        ['Zaanstad', 3],
        ['Purmerend', 2],
      ],
      'Zaanstad',
    ],
    [
      [
        ['Zaanstad', 3],
        ['Oostzaan', 3],
      ],
      'Oostzaan',
    ],
    [
      [
        ['Zaanstad', 0],
        ['Oostzaan', 0],
      ],
      'Oostzaan',
    ],
    [[['Zaanstad', 0]], 'Zaanstad'],
  ] as const)('AMB-58: %j telt voor %s', (aantallen, verwacht) => {
    const clienten = aantallen.map(([subregioId, aantal]) => ({ subregioId, clienten: aantal }))
    expect(kiesSubregio(clienten, subregios)).toBe(verwacht)
    expect(kiesSubregio(clienten.toReversed(), subregios)).toBe(verwacht)
  })
})

describe('TAF-13: een gelijksoortige in de plaats van wie niet wordt uitgenodigd', () => {
  test('TAF-13: de volgende van dezelfde klasse, uit dezelfde subregio', () => {
    const uit = een('groot', 'Oostzaan', { uitgesloten: true })
    const andere = [
      ...reeks(5, 'groot', 'Oostzaan'),
      ...reeks(5, 'groot', 'Zaanstad'),
      ...reeks(5, 'groot', 'Purmerend'),
    ]
    const plaatsen = stel([uit, ...andere])
    const vervanger = andere[1]!
    expect(reden(plaatsen, uit)).toEqual({
      soort: 'uitgesloten',
      vervangenDoor: vervanger.aanbiederId,
      aanDeBeurt: true,
    })
    expect(reden(plaatsen, vervanger)).toEqual({
      soort: 'vervangt',
      stoel: 2,
      voor: uit.aanbiederId,
      zelfdeSubregio: true,
    })
    expect(genodigden(plaatsen)).toHaveLength(5)
  })

  test('TAF-13: is daar niemand meer, dan uit de subregio met de minste van die klasse, en daarna met de minste stoelen', () => {
    // as if nothing were the matter: Purmerend and Oostzaan two, Zaanstad one
    const uit = een('groot', 'Oostzaan', { uitgesloten: true })
    const zaanstad = reeks(8, 'groot', 'Zaanstad')
    const plaatsen = stel([uit, ...reeks(1, 'groot', 'Oostzaan'), ...reeks(8, 'groot', 'Purmerend'), ...zaanstad])
    expect(reden(plaatsen, zaanstad[1]!)).toMatchObject({
      soort: 'vervangt',
      voor: uit.aanbiederId,
      zelfdeSubregio: false,
    })
    // two of the class in Purmerend and one in Zaanstad, which has more at the table
    const midden = een('middelgroot', 'Oostzaan', { uitgesloten: true })
    const middelgrote = [
      ...reeks(1, 'middelgroot', 'Oostzaan'),
      ...reeks(6, 'middelgroot', 'Purmerend'),
      ...reeks(6, 'middelgroot', 'Zaanstad'),
    ]
    const eerste = stel([...reeks(2, 'groot', 'Zaanstad'), midden, ...middelgrote])
    expect(reden(eerste, midden)).toMatchObject({ vervangenDoor: middelgrote[8]!.aanbiederId })
    // of the class as many in both others; at the table Zaanstad has fewer
    const klein = een('klein', 'Oostzaan', { uitgesloten: true })
    const kleine = [klein, ...reeks(4, 'klein', 'Purmerend'), ...reeks(4, 'klein', 'Zaanstad')]
    const groot = [
      ...reeks(3, 'groot', 'Purmerend'),
      ...reeks(1, 'groot', 'Zaanstad'),
      ...reeks(1, 'groot', 'Oostzaan'),
    ]
    const tweede = stelSamen([...groot, ...kleine], subregios, {
      allenTotEnMet: 12,
      quota: { groot: 5, middelgroot: 5, klein: 1 },
    })
    expect(ids(tweede).filter((id) => kleine.some(({ aanbiederId }) => aanbiederId === id))).toEqual([
      kleine[5]!.aanbiederId,
    ])
  })

  test('TAF-13, AMB-13: is er niemand van die klasse meer, dan blijft de stoel leeg', () => {
    const uit = een('groot', 'Oostzaan', { uitgesloten: true })
    const plaatsen = stel([uit, ...reeks(3, 'groot'), ...reeks(20, 'klein')])
    expect(reden(plaatsen, uit)).toEqual({ soort: 'uitgesloten', vervangenDoor: null, aanDeBeurt: true })
    expect(genodigden(plaatsen)).toHaveLength(3 + 2)
  })

  test('TAF-13: wie toch niet aan de beurt was, wordt niet vervangen', () => {
    const uit = een('klein', 'Oostzaan', { uitgesloten: true, laatstUitgenodigdOp: dag('2026-01-01') })
    const plaatsen = stel([uit, ...reeks(12, 'klein', 'Oostzaan')])
    expect(reden(plaatsen, uit)).toEqual({ soort: 'uitgesloten', vervangenDoor: null, aanDeBeurt: false })
    expect(genodigden(plaatsen)).toHaveLength(2)
  })

  test('TAF-07, TAF-13: zijn allen uitgenodigd, dan is er niemand om te vervangen; wie is uitgesloten telt mee als relevant', () => {
    const uit = een('klein', 'Oostzaan', { uitgesloten: true })
    expect(genodigden(stel([uit, ...reeks(11, 'klein')]))).toHaveLength(11)
    expect(genodigden(stel([uit, ...reeks(12, 'klein')]))).toHaveLength(2)
  })
})

const kandidaat = fc.record({
  klasse: fc.constantFrom(...grootteklassen),
  subregioId: fc.constantFrom(...subregios),
  clienten: fc.integer({ min: 0, max: 3 }),
  laatstUitgenodigdOp: fc.option(fc.integer({ min: 1, max: 3 }).map((d) => dag(`2026-01-0${d}`))),
  kvk: fc.constantFrom('10000000', '20000000'),
  uitgesloten: fc.boolean(),
})
// By itself fast-check keeps lists short; most of these are long enough that a choice is made.
const kandidaten = fc
  .oneof(fc.array(kandidaat, { maxLength: 13 }), fc.array(kandidaat, { minLength: 13, maxLength: 45, size: 'max' }))
  .map((rijen): Kandidaat[] => rijen.map((rij, i) => ({ ...rij, aanbiederId: `a${i}`, agb: String(98_000_000 + i) })))
const quota = fc.record({
  groot: fc.integer({ min: 0, max: 6 }),
  middelgroot: fc.integer({ min: 0, max: 6 }),
  klein: fc.integer({ min: 0, max: 6 }),
})

describe('wat voor elke regio geldt', () => {
  const proef = fc.record({ kandidaten, regels: quota.map((quota) => ({ allenTotEnMet: 12, quota })) })
  const genodigd = (rijen: readonly Kandidaat[], plaatsen: Plaats[]) => {
    const gekozen = new Set(ids(plaatsen))
    return rijen.filter(({ aanbiederId }) => gekozen.has(aanbiederId))
  }
  const houdt = (wet: (kandidaten: Kandidaat[], plaatsen: Plaats[], quota: Record<Grootteklasse, number>) => void) => {
    fc.assert(
      fc.property(proef, ({ kandidaten, regels }) => {
        wet(kandidaten, stelSamen(kandidaten, subregios, regels), regels.quota)
      }),
      { numRuns: 500 },
    )
  }

  test('FRM-09: elke kandidaat staat er een keer in, met een reden', () => {
    houdt((kandidaten, plaatsen) => {
      expect(plaatsen.map(({ aanbiederId }) => aanbiederId).toSorted()).toEqual(
        kandidaten.map(({ aanbiederId }) => aanbiederId).toSorted(),
      )
    })
  })

  test('TAF-08, AMB-13: nooit meer dan de quota, en nooit minder dan kan', () => {
    houdt((kandidaten, plaatsen, quota) => {
      for (const klasse of grootteklassen) {
        const over = kandidaten.filter((k) => k.klasse === klasse && !k.uitgesloten).length
        const aantal = genodigd(kandidaten, plaatsen).filter((k) => k.klasse === klasse).length
        expect(aantal).toBe(kandidaten.length <= 12 ? over : Math.min(quota[klasse], over))
      }
    })
  })

  test('TAF-12, TAF-13: wie niet wordt uitgenodigd staat er nooit op, en elke vervanger is van dezelfde klasse', () => {
    houdt((kandidaten, plaatsen) => {
      const van = new Map(kandidaten.map((k) => [k.aanbiederId, k]))
      expect(genodigd(kandidaten, plaatsen).filter(({ uitgesloten }) => uitgesloten)).toEqual([])
      for (const { aanbiederId, reden } of plaatsen) {
        if (reden.soort !== 'vervangt') continue
        const [voor, door] = [van.get(reden.voor)!, van.get(aanbiederId)!]
        expect([voor.uitgesloten, voor.klasse]).toEqual([true, door.klasse])
        expect(reden.zelfdeSubregio).toBe(voor.subregioId === door.subregioId)
        expect(plaatsen.find((plaats) => plaats.aanbiederId === reden.voor)!.reden).toMatchObject({
          vervangenDoor: aanbiederId,
        })
      }
    })
  })

  test('TAF-09, AMB-14: binnen een klasse heeft geen subregio twee stoelen meer dan een waar nog iemand is', () => {
    houdt((kandidaten, plaatsen) => {
      if (kandidaten.length <= 12) return
      for (const klasse of grootteklassen) {
        const eigen = kandidaten.filter((k) => k.klasse === klasse && !k.uitgesloten)
        const binnen = genodigd(eigen, plaatsen)
        const stoelen = (id: string) => binnen.filter(({ subregioId }) => subregioId === id).length
        const nogIemand = subregios.filter(
          (id) => eigen.filter(({ subregioId }) => subregioId === id).length > stoelen(id),
        )
        for (const s of nogIemand) for (const r of subregios) expect(stoelen(r) - stoelen(s)).toBeLessThanOrEqual(1)
      }
    })
  })

  test('TAF-09: is er overal keus, dan schelen de subregio’s aan de hele tafel ten hoogste één stoel', () => {
    fc.assert(
      fc.property(quota, fc.integer({ min: 6, max: 9 }), (quota, veel) => {
        const kandidaten = grootteklassen.flatMap((klasse) => subregios.flatMap((id) => reeks(veel, klasse, id)))
        const binnen = genodigd(kandidaten, stelSamen(kandidaten, subregios, { allenTotEnMet: 12, quota }))
        const stoelen = subregios.map((id) => binnen.filter(({ subregioId }) => subregioId === id).length)
        expect(Math.max(...stoelen) - Math.min(...stoelen)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('TAF-09: binnen klasse en subregio gaat nooit iemand voor die later aan de beurt is', () => {
    houdt((kandidaten, plaatsen) => {
      if (kandidaten.length <= 12) return
      const gekozen = new Set(ids(plaatsen))
      for (const a of kandidaten) {
        for (const b of kandidaten) {
          if (a.klasse !== b.klasse || a.subregioId !== b.subregioId || a.uitgesloten || vergelijkBeurt(a, b) >= 0)
            continue
          expect(!gekozen.has(a.aanbiederId) && gekozen.has(b.aanbiederId)).toBe(false)
        }
      }
    })
  })

  test('TAF-09, FRM-09: dezelfde kandidaten geven dezelfde lijst, in welke volgorde ze ook komen', () => {
    fc.assert(
      fc.property(
        kandidaten.chain((rijen) =>
          fc.tuple(fc.constant(rijen), fc.shuffledSubarray(rijen, { minLength: rijen.length })),
        ),
        ([rijen, geschud]) => {
          const vooraf = JSON.stringify(rijen)
          const eerste = stel(rijen)
          expect(stel(geschud)).toEqual(eerste)
          expect(stel(rijen)).toEqual(eerste)
          expect(JSON.stringify(rijen)).toBe(vooraf)
        },
      ),
      { numRuns: 500 },
    )
  })
})
