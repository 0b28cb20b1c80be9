import { describe, expect, test } from 'vitest'
import { dag, flevoland, gevuld, nieuwStuk, op, speel, volledigeZet, type Beurt } from '../../../../test/escalatie.ts'
import { boetegrens } from './boetegrens.ts'
import { doeBesluit, doeStap } from './doe.ts'
import { deelVan } from './ladder.ts'
import { isGeschorst } from './termijnen.ts'
import { toetsZet } from './toets.ts'
import type { Zaak, Zet } from './zaak.ts'

const { ladder, taken } = flevoland
const D = '2026-11-02'
const naarTrede = (n: number): Beurt[] => ['B1', ['B3', D, { doel: `TREDE-${n}.voorstel` }]]
const activeer: Record<number, string> = {
  1: 'B20-1',
  2: 'B20-2',
  3: 'B8',
  4: 'B11-4',
  5: 'B11-5a',
  6: 'B11-6a',
  7: 'B11-7b',
}
const trede = (n: number): Beurt[] => [...naarTrede(n), activeer[n]!]
const NA = '2027-03-01'

const zinnen = (zaak: Zaak, code: string, eigen: Partial<Zet> = {}, datum = D) =>
  toetsZet(ladder, zaak, volledigeZet(ladder, zaak, code, dag(datum), eigen), op(dag(datum))).map(({ zin }) => zin)

describe('elke overgang van 14.5', () => {
  const overgangen: [titel: string, vooraf: Beurt[], stap: Beurt, naar: string][] = [
    ['B1, ESB-01: een signaal opent het onderzoek', [], 'B1', 'ONDERZOEK'],
    ['B2: ongegrond', ['B1'], 'B2', 'GESLOTEN.ongegrond'],
    ...[1, 2, 3, 4, 5, 6, 7].map((n): [string, Beurt[], Beurt, string] => [
      `B3, ESB-04: inschalen op trede ${n}`,
      ['B1'],
      ['B3', D, { doel: `TREDE-${n}.voorstel` }],
      `TREDE-${n}.voorstel`,
    ]),
    ['B4, ESB-05: reactie op tijd en hersteld', trede(1), 'B4', 'GESLOTEN.hersteld'],
    ['B5: geen reactie', trede(1), ['B5', NA, { doel: 'TREDE-2.voorstel' }], 'TREDE-2.voorstel'],
    ['B6: plan uitgevoerd', trede(2), 'B6', 'GESLOTEN.hersteld'],
    ['B7: geen plan', trede(2), ['B7', NA, { doel: 'TREDE-3.voorstel' }], 'TREDE-3.voorstel'],
    ['B8, ESB-07: aangetekende brief verzonden', naarTrede(3), 'B8', 'TREDE-3.actief'],
    ['B9: hersteld binnen de termijn', trede(3), 'B9', 'GESLOTEN.hersteld'],
    [
      'B10, ESB-08: termijn voorbij zonder herstel',
      trede(3),
      ['B10', NA, { doel: 'TREDE-4.voorstel' }],
      'TREDE-4.voorstel',
    ],
    ['B11, ESB-08: opschorting', naarTrede(4), 'B11-4', 'TREDE-4.actief'],
    ['B11, ESB-09: cliëntenstop', naarTrede(5), 'B11-5a', 'TREDE-5.actief'],
    ['B11, ESB-09: overdracht', naarTrede(5), 'B11-5b', 'TREDE-5.actief'],
    ['B11, ESB-10: terugvordering', naarTrede(6), 'B11-6a', 'TREDE-6.actief'],
    ['B11, ESB-10: boete', naarTrede(6), 'B11-6b', 'TREDE-6.actief'],
    ['B11, ESB-11: niet verlengen', naarTrede(7), 'B11-7a', 'TREDE-7.actief'],
    ['B11, ESB-11: ontbinden', naarTrede(7), 'B11-7b', 'TREDE-7.actief'],
    ...[3, 4, 5, 6, 7].map((n): [string, Beurt[], Beurt, string] => [
      `B12, ESB-12: bezwaar tegen trede ${n} binnen vijf werkdagen`,
      trede(n),
      `B12-${n}`,
      `TREDE-${n}.bezwaar`,
    ]),
    ['B13, ESB-12: een bezwaar van na vijf werkdagen heeft geen gevolg', trede(3), ['B13', NA], 'TREDE-3.actief'],
    ['B14, ESB-13: handhaven', [...trede(3), 'B12-3'], ['B14-3', D, { doel: 'TREDE-3.actief' }], 'TREDE-3.actief'],
    ['B14: lagere trede', [...trede(3), 'B12-3'], ['B14-3', D, { doel: 'TREDE-2.voorstel' }], 'TREDE-2.voorstel'],
    ['B14: hogere trede', [...trede(3), 'B12-3'], ['B14-3', D, { doel: 'TREDE-4.voorstel' }], 'TREDE-4.voorstel'],
    ['B14: intrekken', [...trede(3), 'B12-3'], ['B14-3', D, { doel: 'GESLOTEN.ingetrokken' }], 'GESLOTEN.ingetrokken'],
    ['B15: hersteld, betaling vrij', trede(4), 'B15', 'GESLOTEN.hersteld'],
    ['B16: risico weg', trede(5), 'B16', 'GESLOTEN.hersteld'],
    ['B17: afgewikkeld', trede(6), ['B17', D, { doel: 'GESLOTEN.afgewikkeld' }], 'GESLOTEN.afgewikkeld'],
    ['B17: door naar trede 7', trede(6), ['B17', D, { doel: 'TREDE-7.voorstel' }], 'TREDE-7.voorstel'],
    ['B18: overeenkomst geëindigd', trede(7), 'B18', 'GESLOTEN.beeindigd'],
    [
      'B19: van trede 5 terug naar trede 2',
      trede(5),
      ['B19-hoog', D, { doel: 'TREDE-2.voorstel' }],
      'TREDE-2.voorstel',
    ],
    [
      'B19: van trede 2 terug naar trede 1',
      trede(2),
      ['B19-laag', D, { doel: 'TREDE-1.voorstel' }],
      'TREDE-1.voorstel',
    ],
    [
      'B19: een escalatie intrekken',
      trede(1),
      ['B19-laag', D, { doel: 'GESLOTEN.ingetrokken' }],
      'GESLOTEN.ingetrokken',
    ],
    ['B20 [D]: trede 1 gaat in met de kennisgeving', naarTrede(1), 'B20-1', 'TREDE-1.actief'],
    ['B20 [D]: trede 2 gaat in met het verzoek', naarTrede(2), 'B20-2', 'TREDE-2.actief'],
    [
      'B21 [D]: na trede 4 zonder herstel hoger',
      [...trede(4)],
      [
        'B21',
        D,
        {
          doel: 'TREDE-7.voorstel',
          stukken: [nieuwStuk(ladder, 'M2', dag(D)), nieuwStuk(ladder, 'overslaan', dag(D))],
        },
      ],
      'TREDE-7.voorstel',
    ],
    ['B22 [D]: een voorstel uit het onderzoek gaat daarheen terug', naarTrede(4), 'B22', 'ONDERZOEK'],
    [
      'B22 [D]: een voorstel uit trede 1 gaat daarheen terug',
      [...trede(1), ['B5', NA, { doel: 'TREDE-2.voorstel' }]],
      ['B22', NA],
      'TREDE-1.actief',
    ],
    ['AMB-37: bij acuut gevaar direct naar trede 5', ['B1'], 'AMB-37', 'TREDE-5.voorstel'],
  ]
  test.each(overgangen)('%s', (_, vooraf, stap, naar) => {
    expect(speel(ladder, [...vooraf, stap]).toestand).toBe(naar)
  })
})

describe('wat een trede eist', () => {
  const eisen: [titel: string, vooraf: Beurt[], code: string, eigen: Partial<Zet>, zin: RegExp][] = [
    [
      'B3, ESB-03: onderzoek en wederhoor eerst',
      ['B1'],
      'B3',
      { doel: 'TREDE-1.voorstel', stukken: [] },
      /onderzoek.*wederhoor/,
    ],
    ['B2, ESB-03: ook om ongegrond te sluiten', ['B1'], 'B2', { stukken: [] }, /wederhoor/],
    [
      'B3, ESB-04: hoger instappen met motivering',
      ['B1'],
      'B3',
      { doel: 'TREDE-3.voorstel', stukken: ['onderzoek', 'wederhoor'].map((s) => nieuwStuk(ladder, s, dag(D))) },
      /treden overgeslagen/,
    ],
    ['B3: een trede kiezen', ['B1'], 'B3', { doel: undefined }, /Kies waar de zaak heen gaat/],
    ['B3: geen trede die er niet is', ['B1'], 'B3', { doel: 'TREDE-3.actief' }, /gaat daar niet heen/],
    ['B4, ESB-05: een reactie', trede(1), 'B4', { stukken: [] }, /Er ontbreekt: reactie op trede 1/],
    [
      'B5: niet zolang de reactietermijn loopt en er niets is',
      trede(1),
      'B5',
      { doel: 'TREDE-2.voorstel' },
      /Dit kan vanaf/,
    ],
    ['B6, ESB-06: een plan', trede(2), 'B6', { stukken: [] }, /Er ontbreekt: verbeterplan/],
    ['B8, ESB-02: een motivering van evenredigheid', naarTrede(3), 'B8', { stukken: [] }, /evenredigheid/],
    ['B8, ESB-07: de gevolgen van verzuim', naarTrede(3), 'B8', { velden: {} }, /juridische gevolgen van verzuim/],
    ['B8, ESB-07: de hersteltermijn', naarTrede(3), 'B8', { velden: {} }, /herstellen uiterlijk op/],
    [
      'B8, ESB-16: of het noodzakelijk is voor veiligheid of tegen fraude',
      naarTrede(3),
      'B8',
      { velden: {} },
      /noodzakelijk voor veiligheid/,
    ],
    [
      'B10, ESB-08: niet zolang de hersteltermijn loopt',
      trede(3),
      'B10',
      { doel: 'TREDE-4.voorstel' },
      /Dit kan vanaf/,
    ],
    [
      'B11, ESB-08, AMB-39: geen opschorting zonder ingebrekestelling',
      naarTrede(4),
      'B11-4',
      { stukken: [nieuwStuk(ladder, 'evenredigheid', dag(D))] },
      /nog geen ingebrekestelling verstuurd/,
    ],
    [
      'B11, ESB-17: geen trede 5 zonder bewijs',
      naarTrede(5),
      'B11-5a',
      { stukken: [nieuwStuk(ladder, 'evenredigheid', dag(D))] },
      /geen bewijsstuk van een ernstige misstand of fraude/,
    ],
    [
      'B11, ESB-17: geen trede 6 zonder bewijs',
      naarTrede(6),
      'B11-6b',
      { stukken: [nieuwStuk(ladder, 'evenredigheid', dag(D))] },
      /geen bewijsstuk/,
    ],
    [
      'B11, ESB-17: geen trede 7 zonder bewijs',
      naarTrede(7),
      'B11-7a',
      { stukken: [nieuwStuk(ladder, 'evenredigheid', dag(D))] },
      /geen bewijsstuk/,
    ],
    [
      'B14, ESB-13: een verslag van het directiegesprek',
      [...trede(3), 'B12-3'],
      'B14-3',
      { doel: 'TREDE-3.actief', stukken: [] },
      /verslag van het directiegesprek/,
    ],
    ['B12, ESB-12: een schriftelijk bezwaar', trede(3), 'B12-3', { stukken: [] }, /Er ontbreekt: bezwaar/],
    ['B13: op tijd is niet te laat', trede(3), 'B13', {}, /dit is op tijd/],
    [
      'B16, AMB-37: na het acute spoor eerst wederhoor',
      ['B1', 'AMB-37', 'B11-5a'],
      'B16',
      {},
      /Na het acute spoor ontbreekt nog: wederhoor/,
    ],
    ['B19: terug is niet omhoog', trede(3), 'B19-hoog', { doel: 'TREDE-5.voorstel' }, /Kies een lagere trede/],
    ['B19: een motivering', trede(3), 'B19-hoog', { doel: 'TREDE-1.voorstel', motivering: '' }, /Schrijf op waarom/],
    ['B21: niet omlaag', trede(5), 'B21', { doel: 'TREDE-5.voorstel' }, /Kies een hogere trede/],
  ]
  test.each(eisen)('%s', (_, vooraf, code, eigen, zin) => {
    expect(zinnen(speel(ladder, vooraf), code, eigen).join(' ')).toMatch(zin)
  })

  test('ESB-12: tegen trede 1 en 2 is geen bezwaar mogelijk', () => {
    for (const n of [1, 2]) {
      const zaak = speel(ladder, trede(n))
      const bezwaar = ladder.overgangen.filter(({ code }) => code.startsWith('B12') || code === 'B13')
      expect(bezwaar.filter(({ van }) => van.includes(zaak.toestand!))).toEqual([])
    }
  })

  test('ESB-12: wie bezwaar maakt, besluit niets', () => {
    const zaak = speel(ladder, [...trede(3), ['B12-3', D, { partij: 'aanbieder', door: 'aanbieder' }]])
    expect(zaak.stappen.at(-1)).toMatchObject({ door: 'aanbieder', beslotenDoor: null })
    expect(zaak.stappen.at(-2)).toMatchObject({ overgang: 'B8', beslotenDoor: 'eigenaar' })
  })

  test('ESB-12: een bezwaar op de vijfde werkdag is op tijd, op de zesde te laat', () => {
    // sent by registered mail on Monday 2 November, received on Tuesday; five working days later is Tuesday 10 November
    const zaak = speel(ladder, trede(3))
    const bezwaar = (iso: string) => ({ stukken: [nieuwStuk(ladder, 'bezwaar', dag(iso))] })
    expect(zinnen(zaak, 'B12-3', bezwaar('2026-11-10'), '2026-11-12')).toEqual([])
    expect(zinnen(zaak, 'B12-3', bezwaar('2026-11-11'), '2026-11-12').join()).toMatch(/Te laat: .*10 november 2026/)
    expect(zinnen(zaak, 'B13', bezwaar('2026-11-11'), '2026-11-12')).toEqual([])
  })

  test('ESB-08, AMB-39: opschorten kan na een verlopen ingebrekestelling zonder verder bewijs van verzuim', () => {
    const zaak = speel(ladder, [...trede(3), ['B10', NA, { doel: 'TREDE-4.voorstel' }]])
    expect(zinnen(zaak, 'B11-4', { stukken: [nieuwStuk(ladder, 'evenredigheid', dag(NA))] }, NA)).toEqual([])
  })

  test('ESB-17: een bewijsstuk telt pas met een beoordeling', () => {
    const kaal = nieuwStuk(ladder, 'M1', dag(D))
    const stukken = [
      nieuwStuk(ladder, 'evenredigheid', dag(D)),
      { ...kaal, velden: { ...kaal.velden, beoordeling: '' } },
    ]
    expect(zinnen(speel(ladder, naarTrede(5)), 'B11-5a', { stukken }).join()).toMatch(/Vul in: wat dit stuk aantoont/)
  })

  test.each(['M1', 'M2', 'M3', 'F1', 'F2', 'F3'])(
    'ESB-18, ESB-19: %s is genoeg bewijs, met al zijn velden',
    (soort) => {
      const zaak = speel(ladder, naarTrede(5))
      const stukken = [nieuwStuk(ladder, 'evenredigheid', dag(D)), nieuwStuk(ladder, soort, dag(D))]
      expect(zinnen(zaak, 'B11-5a', { stukken })).toEqual([])
      for (const { code } of deelVan(ladder, 'stukken', soort).velden) {
        const leeg = stukken.map((stuk) =>
          stuk.soort === soort ? { ...stuk, velden: { ...stuk.velden, [code]: '' } } : stuk,
        )
        expect(zinnen(zaak, 'B11-5a', { stukken: leeg }), code).toHaveLength(1)
      }
    },
  )

  test('AMB-42: ontbinden vraagt vastgesteld bewijs, niet verlengen niet', () => {
    const zaak = speel(ladder, naarTrede(7))
    const f1 = nieuwStuk(ladder, 'F1', dag(D))
    const stukken = [
      nieuwStuk(ladder, 'evenredigheid', dag(D)),
      { ...f1, velden: { ...f1.velden, vastgesteldDoor: 'niet' } },
    ]
    expect(zinnen(zaak, 'B11-7b', { stukken }).join()).toMatch(/Ontbinden kan alleen als/)
    expect(zinnen(zaak, 'B11-7a', { stukken })).toEqual([])
  })
})

describe('FRM-11, ESB-10: de boete', () => {
  test('FRM-11: vijf procent van 1.234.567,89 is 61.728,39', () => {
    expect(boetegrens(123456789, 5)).toBe(6172839)
  })

  test.each([
    ['61.728,39 kan', '6172839', 123456789, []],
    ['61.728,40 niet', '6172840', 123456789, [expect.stringMatching(/Ten hoogste kan € 61\.728,39/)]],
    ['zonder bekende omzet niet', '1', null, [expect.stringMatching(/omzet .* is niet bekend/)]],
  ] as const)('FRM-11: %s', (_, bedrag, omzet, verwacht) => {
    const zaak = speel(ladder, naarTrede(6))
    const zet = volledigeZet(ladder, zaak, 'B11-6b', dag(D), { maatregelen: [{ soort: 'boete', velden: { bedrag } }] })
    expect(toetsZet(ladder, zaak, zet, op(dag(D), omzet)).map(({ zin }) => zin.replaceAll('\u00a0', ' '))).toEqual(
      verwacht,
    )
  })

  test('AMB-40: een terugvordering ernaast telt niet mee voor de grens', () => {
    const zaak = speel(ladder, naarTrede(6))
    const maatregelen = [
      { soort: 'boete', velden: { bedrag: '6172839' } },
      { soort: 'terugvordering', velden: { bedrag: '99999999' } },
    ]
    const zet = volledigeZet(ladder, zaak, 'B11-6b', dag(D), { maatregelen })
    expect(toetsZet(ladder, zaak, zet, op(dag(D), 123456789))).toEqual([])
  })
})

describe('ESB-14, ESB-15, AMB-44: opschortende werking', () => {
  const met = (n: number, noodzaak: string): Beurt[] => [
    ...naarTrede(n),
    [
      activeer[n]!,
      D,
      {
        velden: {
          ...gevuld(
            ladder.brieven.flatMap(({ velden }) => velden),
            dag(D),
          ),
          noodzaak,
          noodzaakreden: 'Daarom.',
        },
      },
    ],
    [`B12-${n}`, '2026-11-09'],
  ]
  test.each([
    ['geen', true],
    ['veiligheid', false],
    ['fraude', false],
  ])('ESB-14: noodzaak "%s": opschorting %s', (noodzaak, schorst) => {
    const zaak = speel(ladder, met(5, noodzaak))
    expect(isGeschorst(zaak.schorsingen, dag('2026-11-09'))).toBe(schorst)
  })

  test('AMB-44: tot de uitkomst, of tot tien werkdagen na ontvangst van het bezwaar', () => {
    const zaak = speel(ladder, met(5, 'geen'))
    // ten working days after Monday 9 November is Monday 23 November
    for (const [iso, verwacht] of [
      ['2026-11-08', false],
      ['2026-11-09', true],
      ['2026-11-23', true],
      ['2026-11-24', false],
    ] as const) {
      expect(isGeschorst(zaak.schorsingen, dag(iso)), iso).toBe(verwacht)
    }
    const na = speel(ladder, [['B14-5', '2026-11-16', { doel: 'TREDE-5.actief' }]], zaak)
    expect(isGeschorst(na.schorsingen, dag('2026-11-15'))).toBe(true)
    expect(isGeschorst(na.schorsingen, dag('2026-11-16'))).toBe(false)
  })
})

test('B22: wie een uitgewerkt voorstel afwijst, stuurt de zaak terug naar waar zij vandaan kwam', () => {
  const zaak = speel(ladder, [...trede(3), ['B10', NA, { doel: 'TREDE-4.voorstel' }]])
  const datum = dag(NA)
  const zet = doeStap(ladder, zaak, volledigeZet(ladder, zaak, 'B11-4', datum), taken, op(datum))
  if (!('zaak' in zet)) throw new Error('refused')
  const besluit = { akkoord: false, reden: 'De aanbieder herstelt.', door: 'eigenaar', datum }
  const uit = doeBesluit(ladder, zet.zaak, besluit, taken, op(datum))
  expect(uit).toMatchObject({ gezet: true, zaak: { toestand: 'TREDE-3.actief', open: null } })
})

test('B19: een lagere trede die ingaat beëindigt de maatregelen van de hogere', () => {
  const zaak = speel(ladder, [...trede(5), ['B19-hoog', D, { doel: 'TREDE-2.voorstel' }]])
  expect(zaak.maatregelen.map(({ einde }) => einde)).toEqual([null])
  expect(speel(ladder, ['B20-2'], zaak).maatregelen.map(({ einde }) => einde?.toString())).toEqual([D])
})
