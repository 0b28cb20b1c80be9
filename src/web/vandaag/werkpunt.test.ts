import { describe, expect, test } from 'vitest'
import type { Actor } from '../../platform/context.ts'
import { leadzin } from './leadzin.ts'
import { overeenkomstPunten } from './punten.tsx'
import { groepeer, metHoofdknop, type Werkpunt } from './werkpunt.ts'

const vandaag = Temporal.PlainDate.from('2026-11-23')
const op = (datum: string | null, sinds?: string): Werkpunt => ({
  id: datum ?? 'open',
  vanMij: true,
  datum: datum === null ? null : Temporal.PlainDate.from(datum),
  sinds: sinds === undefined ? undefined : Temporal.PlainDate.from(sinds),
  titel: datum ?? 'open',
  href: '/',
  actie: 'Openen',
})
const gewoon = (tekst: string | undefined) => tekst?.replaceAll('\u00a0', ' ')

const verdeeld = (punten: Werkpunt[], dag = vandaag) =>
  Object.fromEntries(
    groepeer(punten, dag).flatMap(({ titel, items }) => (items.length > 0 ? [[titel, items.map(({ id }) => id)]] : [])),
  )

describe('groeperen naar wanneer', () => {
  test('elk punt staat in precies één groep, het eerste voorop', () => {
    const dagen = [
      '2027-01-01',
      '2026-12-31',
      '2026-11-30',
      '2026-11-29',
      '2026-11-24',
      '2026-11-23',
      '2026-11-22',
      '2025-04-01',
    ]
    expect(verdeeld([...dagen.map((dag) => op(dag)), op(null)])).toEqual({
      'Te laat': ['2025-04-01', '2026-11-22'],
      Vandaag: ['2026-11-23'],
      'Deze week': ['2026-11-24', '2026-11-29'],
      'Te doen': ['open'],
      'Voor het einde van het jaar': ['2026-11-30', '2026-12-31'],
      Later: ['2027-01-01'],
    })
  })

  test('de laatste week van het jaar loopt niet door in het nieuwe', () => {
    const dag = Temporal.PlainDate.from('2026-12-30')
    expect(verdeeld([op('2026-12-31'), op('2027-01-02')], dag)).toEqual({
      'Deze week': ['2026-12-31'],
      Later: ['2027-01-02'],
    })
  })

  test('de datum zegt hoe ver weg het is, met het jaar waar dat nodig is', () => {
    const tekst = (punt: Werkpunt) => {
      const { wanneer, relatief, teLaat } = groepeer([punt], vandaag).flatMap(({ items }) => items)[0]!
      return [gewoon(wanneer), gewoon(relatief), teLaat ?? false]
    }
    expect(tekst(op('2026-11-20'))).toEqual(['vr 20 nov', '3 dagen te laat', true])
    expect(tekst(op('2026-11-24'))).toEqual(['di 24 nov', 'morgen', false])
    expect(tekst(op('2027-03-31'))).toEqual(['wo 31 mrt 2027', 'over 128 dagen', false])
    expect(tekst(op(null, '2025-11-23'))).toEqual(['23 nov 2025', '365 dagen open', false])
    expect(tekst(op(null, '2026-11-23'))).toEqual(['23 nov', 'sinds vandaag', false])
    expect(tekst(op(null))).toEqual(['open', undefined, false])
  })

  test('alleen de eerste knop is gevuld', () => {
    const knoppen = metHoofdknop(groepeer([op('2026-11-23'), op('2026-11-24'), op(null)], vandaag)).flatMap(
      ({ items }) => items.map(({ actie }) => actie?.hoofd ?? false),
    )
    expect(knoppen).toEqual([true, false, false])
  })
})

describe('de zin bovenaan', () => {
  test.each([
    [[], 'Niets is te laat en niets hoeft vandaag.', ''],
    [['2026-11-20'], 'Eén ding is te laat.', ''],
    [['2026-11-20', '2026-11-21', '2026-11-23', '2026-11-23'], 'Twee dingen zijn te laat, twee moeten vandaag.', ''],
    [
      ['2026-11-23', '2026-11-25', null, null],
      'Eén moet vandaag.',
      'Deze week volgt er nog één. Twee staan open zonder einddatum.',
    ],
  ])('%j', (dagen, conclusie, rest) => {
    expect(
      leadzin(
        groepeer(
          dagen.map((dag) => op(dag)),
          vandaag,
        ),
      ),
    ).toEqual({ conclusie, rest })
  })
})

describe('overeenkomsten die aflopen', () => {
  const groep = (looptTot: string, beslisdatum: string | null, aantal = 2) => ({
    vanMij: true,
    looptTot: Temporal.PlainDate.from(looptTot),
    beslisdatum: beslisdatum === null ? null : Temporal.PlainDate.from(beslisdatum),
    optiesOver: beslisdatum === null ? 0 : 1,
    nietVerlengd: false,
    verlengingMaanden: 12,
    aantal,
    id: aantal === 1 ? '11111111-1111-4111-8111-111111111111' : null,
    nummers: ['A', 'B'].slice(0, aantal),
  })
  const manager = { rollen: [{ rol: 'contractmanager', agb: null }] } as Actor
  const eigenaar = { rollen: [{ rol: 'contracteigenaar', agb: null }] } as Actor
  const punten = (...groepen: Parameters<typeof overeenkomstPunten>[1]) =>
    overeenkomstPunten(manager, groepen, vandaag, 6).map(({ datum, titel, tekst, href }) => [
      datum?.toString(),
      gewoon(titel),
      gewoon(tekst as string),
      href,
    ])

  test('CTR-10: zolang er beslist kan worden, telt de laatste dag om te beslissen', () => {
    expect(punten(groep('2027-06-30', '2026-12-31'))).toEqual([
      [
        '2026-12-31',
        'Verlengen of niet: 2 overeenkomsten',
        'Zonder verlenging eindigen zij op wo 30 jun 2027; er is nog 1 optie van 12 maanden. A en B.',
        '/overeenkomsten?van=mij&sorteer=looptTot&richting=op',
      ],
    ])
  })

  test('daarna telt het einde, en is te lezen dat de dag voorbij is', () => {
    expect(punten(groep('2026-12-31', '2026-06-30', 1))).toEqual([
      [
        '2026-12-31',
        '1 overeenkomst loopt af',
        'Uiterlijk di 30 jun 2026 moest bekend zijn of er wordt verlengd; er is geen verlenging vastgelegd. A.',
        '/overeenkomsten/11111111-1111-4111-8111-111111111111/verlenging',
      ],
    ])
  })

  test('CTR-10: na een besluit om niet te verlengen staat dat er, en niet dat er niets is vastgelegd', () => {
    const niet = { ...groep('2026-12-31', null, 1), optiesOver: 0, nietVerlengd: true }
    expect(punten(niet)).toMatchObject([
      [
        '2026-12-31',
        '1 overeenkomst loopt af',
        'Er is besloten niet te verlengen. A.',
        '/overeenkomsten/11111111-1111-4111-8111-111111111111',
      ],
    ])
  })

  test('ROL-01: de contracteigenaar besluit, een ander opent de overeenkomst', () => {
    const open = groep('2027-06-30', '2026-12-31', 1)
    const acties = [eigenaar, manager].map((actor) => overeenkomstPunten(actor, [open], vandaag, 6)[0]!.actie)
    expect(acties).toEqual(['Besluiten', 'Bekijken'])
  })

  test('wat niet meer verlengd kan worden, komt een half jaar voor het einde in beeld', () => {
    expect(punten(groep('2027-05-23', null))).toHaveLength(1)
    expect(punten(groep('2027-05-24', null))).toEqual([])
  })
})
