import { describe, expect, test } from 'vitest'
import { dag, nieuwStuk, op, speel, volledigeZet, zw, type Beurt } from '../../../../test/escalatie.ts'
import { doeBesluit, doeVerzending, doeStap } from './doe.ts'
import { toetsZet } from './toets.ts'
import { nieuweZaak, type Zaak, type Zet } from './zaak.ts'

const { ladder } = zw
const alles = new Set(zw.taken)

const S1 = ['A1', 'A4'] as Beurt[]
const S2 = [...S1, 'A5'] as Beurt[]
const beoordelen = [...S2, 'A8'] as Beurt[]
const uitvoering = [...beoordelen, 'A11'] as Beurt[]
const eind = [...uitvoering, 'A13'] as Beurt[]
const verzuim = [...S1, 'A6'] as Beurt[]
const NA = '2027-03-01'

const zinnen = (zaak: Zaak, code: string, eigen: Partial<Zet> = {}, datum = '2026-11-02') =>
  toetsZet(ladder, zaak, volledigeZet(ladder, zaak, code, dag(datum), eigen), op(dag(datum))).map(({ zin }) => zin)

describe('elke overgang van 13.2', () => {
  const overgangen: [titel: string, vooraf: Beurt[], stap: Beurt, naar: string][] = [
    ['A1: een onvoldoende KPI opent stap 1', [], 'A1', 'S1.gesprek-gepland'],
    ['A2, STK-03: een steekproef boven tien procent opent stap 1', [], 'A2', 'S1.gesprek-gepland'],
    ['A3: bespreken in een regulier gesprek is geen escalatie', [], 'A3', 'GEEN-ESCALATIE'],
    ['A4: het gesprek is gevoerd', ['A1'], 'A4', 'S1.verslag'],
    ['A5, ESA-03, ESA-04, ESA-05: verslag en brief', S1, 'A5', 'S2.wacht-op-plan'],
    ['A6, ESA-06: uit houding blijkt dat het niet lukt', S1, 'A6', 'S3.verzuim'],
    ['A7, ESA-07: blijvend onmogelijk', S1, 'A7', 'S3.verzuim'],
    ['A8, ESA-09: plan op tijd', S2, 'A8', 'S2.beoordelen'],
    ['A9, ESA-10: termijn gewijzigd', S2, 'A9', 'S2.wacht-op-plan'],
    ['A10, ESA-15 (iv): termijn voorbij zonder plan', S2, ['A10', NA], 'S3.verzuim'],
    ['A11: plan voldoende', beoordelen, 'A11', 'S2.uitvoering'],
    ['A12, ESA-15 (i): plan onvoldoende', beoordelen, 'A12', 'S3.verzuim'],
    ['A13, ESA-16: realisatie gerapporteerd', uitvoering, 'A13', 'S2.eindbeoordeling'],
    ['A14, ESA-17 (vi): niet gerapporteerd', uitvoering, ['A14', NA], 'S3.verzuim'],
    ['A15, ESA-15 (ii): onvoldoende uitgevoerd', uitvoering, 'A15', 'S3.verzuim'],
    ['A16, ESA-20: alles gerealiseerd', eind, 'A16', 'GESLOTEN.opgelost'],
    ['A17, ESA-17 (v): niet gerealiseerd', eind, ['A17', NA], 'S3.verzuim'],
    ['A20, ESA-18: een maatregel', verzuim, 'A20', 'S3.maatregel'],
    ['A21: de maatregel is voltooid', [...verzuim, 'A20'], 'A21', 'GESLOTEN.afgerond'],
    ['A22 [D]: intrekken voor het gesprek', ['A1'], 'A22', 'GESLOTEN.ingetrokken'],
    ['A22 [D]: intrekken na het gesprek', S1, 'A22', 'GESLOTEN.ingetrokken'],
    ['AMB-35: alsnog in gebreke stellen', verzuim, 'AMB-35', 'S3.verzuim'],
  ]
  test.each(overgangen)('%s', (_, vooraf, stap, naar) => {
    expect(speel(ladder, [...vooraf, stap]).toestand).toBe(naar)
  })

  test.each(['S2.wacht-op-plan', 'S2.beoordelen', 'S2.uitvoering', 'S2.eindbeoordeling'])(
    'A18, ESA-13: cliëntenstop aan en uit in %s, zonder dat de zaak verder gaat',
    (toestand) => {
      const pad = { 'S2.wacht-op-plan': S2, 'S2.beoordelen': beoordelen, 'S2.uitvoering': uitvoering }[toestand] ?? eind
      const aan = speel(ladder, [...pad, 'A18-aan'])
      expect([aan.toestand, aan.maatregelen.map(({ soort, einde }) => [soort, einde])]).toEqual([
        toestand,
        [['clientenstop', null]],
      ])
      expect(zinnen(aan, 'A18-aan')).toContain('Cliëntenstop loopt al.')
      const uit = speel(ladder, ['A18-uit'], aan)
      expect(uit.maatregelen[0]!.einde?.toString()).toBe('2026-11-02')
      expect(zinnen(uit, 'A18-uit')).toContain('Er loopt geen cliëntenstop.')
    },
  )

  test('A19, ESA-14: derde partij met brief over de kosten, en weer beëindigd', () => {
    const aan = speel(ladder, [...S2, 'A19-aan'])
    expect(aan.brieven.map(({ soort }) => soort)).toEqual(['D25', 'D48'])
    expect(speel(ladder, ['A19-uit'], aan).maatregelen[0]!.einde).not.toBeNull()
  })
})

describe('wat een stap eist', () => {
  const eisen: [titel: string, vooraf: Beurt[], code: string, eigen: Partial<Zet>, zin: RegExp][] = [
    ['A1, ESA-01: een aanleiding', [], 'A1', { stukken: [] }, /Er ontbreekt: aanleiding/],
    ['A1: een grond', [], 'A1', { grond: undefined }, /Kies de grond/],
    ['A2, STK-03: het steekproefrapport', [], 'A2', { stukken: [] }, /Er ontbreekt: steekproefrapport/],
    ['A4: aanwezigen en notities', ['A1'], 'A4', { stukken: [] }, /aanwezigen en notities/],
    ['A5, ESA-03: het verslag', S1, 'A5', { stukken: [] }, /Er ontbreekt: verslag/],
    ['A5, ESA-04: de tekortkoming in de brief', S1, 'A5', { velden: {} }, /Vul in: tekortkoming/],
    ['A5, ESA-05, AMB-34: de datum van het plan', S1, 'A5', { velden: {} }, /Vul in: verbeterplan uiterlijk op/],
    [
      'A5, ESA-05, AMB-34: de datum van de verbeteringen',
      S1,
      'A5',
      { velden: {} },
      /Vul in: verbeteringen gerealiseerd op/,
    ],
    ['A6, ESA-08: motivering', S1, 'A6', { motivering: '  ' }, /Schrijf op waarom/],
    ['A6, ESA-08: het verslag als bewijs', S1, 'A6', { stukken: [] }, /Er ontbreekt: verslag/],
    ['A6: de grond van A7 geldt daar niet', S1, 'A6', { grond: 'blijvend-onmogelijk' }, /Kies de grond/],
    ['A9, ESA-10: motivering', S2, 'A9', { motivering: '' }, /Schrijf op waarom/],
    [
      'A10: de termijn moet voorbij zijn',
      S2,
      'A10',
      {},
      /loopt tot en met 2 december 2026. Dit kan vanaf 3 december 2026/,
    ],
    ['A11, ESA-11: een beoordeling', beoordelen, 'A11', { stukken: [] }, /Er ontbreekt: beoordeling/],
    ['A14: de termijn moet voorbij zijn', uitvoering, 'A14', {}, /Dit kan vanaf/],
    ['A17: niet voor het einde van de termijn', eind, 'A17', {}, /Dit kan vanaf/],
    ['A18: motivering', S2, 'A18-aan', { motivering: '' }, /Schrijf op waarom/],
    ['A20, ESA-18: een maatregel', verzuim, 'A20', { maatregelen: [] }, /Kies ten minste één maatregel/],
    [
      'A20: een maatregel van een andere stap',
      verzuim,
      'A20',
      { maatregelen: [{ soort: 'clientenstop', velden: {} }] },
      /hoort niet bij/,
    ],
    ['A21: een slotnotitie', [...verzuim, 'A20'], 'A21', { stukken: [] }, /slotnotitie/],
    ['een dag in de toekomst', ['A1'], 'A22', { datum: dag('2026-11-03') }, /ligt in de toekomst/],
    [
      'een dag voor de vorige stap',
      [['A1', '2026-11-02']],
      'A22',
      { datum: dag('2026-11-01') },
      /kan niet voor de vorige liggen/,
    ],
    ['de aanbieder neemt geen besluit', beoordelen, 'A11', { partij: 'aanbieder' }, /Dit doet de gemeente of regio/],
  ]
  test.each(eisen)('%s', (_, vooraf, code, eigen, zin) => {
    expect(zinnen(speel(ladder, vooraf), code, eigen).join(' ')).toMatch(zin)
  })

  test.each([
    ['S2 → S1', S2, 'A4'],
    ['S3 → S2', verzuim, 'A8'],
    ['S1 → S2 voorbij het verslag', ['A1'], 'A5'],
    ['een gesloten zaak', ['A1', 'A22'], 'A4'],
  ] as [string, Beurt[], string][])('13.2: %s kan niet', (_, vooraf, code) => {
    expect(zinnen(speel(ladder, vooraf), code)).toEqual([
      expect.stringMatching(/kan niet vanuit waar de zaak nu staat/),
    ])
  })

  test('13.2: van S1 naar S2 niet zonder verzonden brief', () => {
    const zaak = speel(ladder, S1)
    const uit = doeStap(ladder, zaak, volledigeZet(ladder, zaak, 'A5', dag('2026-11-02')), alles, op(dag('2026-11-02')))
    expect(uit).toMatchObject({ gezet: false, zaak: { toestand: 'S1.verslag', open: { stand: 'besloten' } } })
  })

  test('A8, ESA-09: een plan van na de termijn is te laat, ook als het later wordt verwerkt', () => {
    const zaak = speel(ladder, S2)
    const laat = { stukken: [nieuwStuk(ladder, 'verbeterplan', dag('2026-12-03'))] }
    expect(zinnen(zaak, 'A8', laat, '2026-12-04').join()).toMatch(/Te laat: .* liep tot en met 2 december 2026/)
    const opTijd = { stukken: [nieuwStuk(ladder, 'verbeterplan', dag('2026-12-02'))] }
    expect(zinnen(zaak, 'A8', opTijd, '2026-12-04')).toEqual([])
  })

  test('A17: wie zelf meedeelt dat een verbetering niet komt, hoeft de termijn niet af te wachten', () => {
    const zaak = speel(ladder, eind)
    const stukken = ['beoordeling', 'mededeling'].map((soort) => nieuwStuk(ladder, soort, dag('2026-11-02')))
    expect(zinnen(zaak, 'A17', { stukken })).toEqual([])
  })
})

describe('wie besluit', () => {
  const datum = dag('2026-11-02')
  const voorstel = () => {
    const zaak = speel(ladder, S1)
    const uit = doeStap(ladder, zaak, volledigeZet(ladder, zaak, 'A6', datum), new Set(), op(datum))
    return 'zaak' in uit ? uit.zaak : zaak
  }
  const besluit = { akkoord: true, reden: '', door: 'eigenaar', datum }

  test('ROL-13: naar stap 3 is een voorstel; zonder mandaat besluit niemand', () => {
    expect(voorstel()).toMatchObject({ toestand: 'S1.verslag', open: { stand: 'voorgesteld' } })
    const uit = doeBesluit(ladder, voorstel(), besluit, new Set(['verbeterplan']), op(datum))
    expect(uit).toMatchObject({
      gebreken: [{ soort: 'mandaat', zin: expect.stringContaining('ingebrekestelling') as string }],
    })
  })

  test('ROL-13: wie voorstelt besluit niet, ook niet met mandaat', () => {
    const uit = doeBesluit(ladder, voorstel(), { ...besluit, door: 'manager' }, alles, op(datum))
    expect(uit).toMatchObject({ gebreken: [{ soort: 'vierOgen' }] })
  })

  test('A23 [D]: een afgewezen voorstel laat de zaak waar zij was, en het stuk in het dossier', () => {
    const uit = doeBesluit(ladder, voorstel(), { ...besluit, akkoord: false, reden: 'Te vroeg.' }, alles, op(datum))
    expect(uit).toMatchObject({ gezet: false, zaak: { toestand: 'S1.verslag', open: null } })
    expect('zaak' in uit && uit.zaak.stukken.map(({ soort }) => soort)).toContain('verslag')
    const zonder = doeBesluit(ladder, voorstel(), { ...besluit, akkoord: false, reden: ' ' }, alles, op(datum))
    expect(zonder).toMatchObject({ gebreken: [{ soort: 'motivering' }] })
  })

  test('zolang een stap open staat kan geen andere', () => {
    expect(zinnen(voorstel(), 'A22')).toEqual([expect.stringContaining('Er staat al een stap open')])
  })

  test('ROL-13: een stap zonder tweede mens vraagt ook mandaat', () => {
    const zet = volledigeZet(ladder, nieuweZaak, 'A1', datum)
    expect(doeStap(ladder, nieuweZaak, zet, new Set(), op(datum))).toMatchObject({ gebreken: [{ soort: 'mandaat' }] })
  })

  test('een ingebrekestelling gaat aangetekend, niet voor het besluit en niet in de toekomst', () => {
    const zaak = speel(ladder, verzuim)
    const gezet = doeStap(ladder, zaak, volledigeZet(ladder, zaak, 'AMB-35', datum), alles, op(datum))
    const klaar = 'zaak' in gezet ? doeBesluit(ladder, gezet.zaak, besluit, alles, op(datum)) : gezet
    if (!('zaak' in klaar)) throw new Error('not decided')
    const verzend = (eigen: object) =>
      doeVerzending(ladder, klaar.zaak, { datum, wijze: 'aangetekend', kenmerk: '3S', ...eigen }, op(datum))
    for (const [eigen, zin] of [
      [{ wijze: 'post' }, /gaat aangetekend/],
      [{ kenmerk: ' ' }, /nummer van de aangetekende brief/],
      [{ datum: datum.subtract({ days: 1 }) }, /voordat het besluit er was/],
      [{ datum: datum.add({ days: 1 }) }, /in de toekomst/],
      [{ ontvangen: datum.subtract({ days: 1 }) }, /voordat hij was verstuurd/],
    ] as const) {
      expect(verzend(eigen)).toMatchObject({ gebreken: [{ zin: expect.stringMatching(zin) as string }] })
    }
    expect(verzend({})).toMatchObject({ gezet: true })
  })
})

test('aan het einde lopen geen termijnen en geen cliëntenstop meer; een opzegging blijft', () => {
  const uit = speel(ladder, [...eind.slice(0, 3), 'A18-aan', ...eind.slice(3), 'A16'])
  expect(uit.termijnen.filter(({ klaar }) => klaar === null)).toEqual([])
  expect(uit.maatregelen.map(({ einde }) => einde?.toString())).toEqual(['2026-11-02'])
  const opgezegd = speel(ladder, [
    ...verzuim,
    ['A20', '2026-11-02', { maatregelen: [{ soort: 'opzegging', velden: { per: '2027-01-01' } }] }],
    'A21',
  ])
  expect(opgezegd.maatregelen.map(({ soort, einde }) => [soort, einde])).toEqual([['opzegging', null]])
})
