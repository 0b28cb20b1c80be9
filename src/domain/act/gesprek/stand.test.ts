import { describe, expect, test } from 'vitest'
import { mogelijkeActieacten, actiestand, isTeLaat, type Actiestand } from './actiestand.ts'
import { naamVanVerslag, ontbreekt } from './aanwezigen.ts'
import { acten, past, waaromNiet, type Act } from './gespreksacten.ts'
import { gespreksstand, staatNogTeGebeuren, standen, type Gespreksstand, type Momenten } from './gespreksstand.ts'
import { ontbrekendeDelen } from './rapportage.ts'
import { reactiestand, waaromNietDefinitief, type Reactie } from './reactiestand.ts'

const op = Temporal.Instant.from('2026-11-22T10:00:00Z')
const dag = (iso: string) => Temporal.PlainDate.from(iso)
const begin: Momenten = {
  rapportageGevraagdOp: null,
  voorbereidOp: null,
  gehoudenOp: null,
  verslagBegonnenOp: null,
  gedeeldOp: null,
  definitiefOp: null,
  geannuleerdOp: null,
}
const alleStanden = Object.keys(standen) as Gespreksstand[]

describe('een gesprek', () => {
  test.each<[Partial<Record<keyof Momenten, true>>, Gespreksstand]>([
    [{}, 'gepland'],
    [{ rapportageGevraagdOp: true }, 'rapportage gevraagd'],
    [{ rapportageGevraagdOp: true, voorbereidOp: true }, 'voorbereid'],
    [{ voorbereidOp: true }, 'voorbereid'],
    // minutes are typed while people talk
    [{ voorbereidOp: true, verslagBegonnenOp: true }, 'voorbereid'],
    [{ gehoudenOp: true }, 'gehouden'],
    [{ gehoudenOp: true, verslagBegonnenOp: true }, 'verslag concept'],
    [{ gehoudenOp: true, verslagBegonnenOp: true, gedeeldOp: true }, 'verslag gedeeld'],
    [{ gehoudenOp: true, verslagBegonnenOp: true, gedeeldOp: true, definitiefOp: true }, 'definitief'],
    [{ rapportageGevraagdOp: true, geannuleerdOp: true }, 'geannuleerd'],
  ])('STM-02: na %j is het %s', (momenten, verwacht) => {
    const ingevuld = Object.fromEntries(Object.keys(momenten).map((naam) => [naam, op]))
    expect(gespreksstand({ ...begin, ...ingevuld })).toBe(verwacht)
  })

  const mag: Record<Gespreksstand, Act[]> = {
    gepland: [
      'wijzigen',
      'verplaatsen',
      'annuleren',
      'uitnodigen',
      'rapportage vragen',
      'rapportage indienen',
      'voorbereid melden',
      'agenda wijzigen',
      'gehouden melden',
      'verslag schrijven',
    ],
    'rapportage gevraagd': [
      'wijzigen',
      'verplaatsen',
      'annuleren',
      'uitnodigen',
      'rapportage vragen',
      'rapportage indienen',
      'voorbereid melden',
      'agenda wijzigen',
      'gehouden melden',
      'verslag schrijven',
    ],
    voorbereid: [
      'wijzigen',
      'verplaatsen',
      'annuleren',
      'uitnodigen',
      'rapportage vragen',
      'rapportage indienen',
      'agenda wijzigen',
      'gehouden melden',
      'verslag schrijven',
    ],
    gehouden: ['rapportage indienen', 'agenda wijzigen', 'verslag schrijven'],
    'verslag concept': ['rapportage indienen', 'agenda wijzigen', 'verslag schrijven', 'verslag delen'],
    'verslag gedeeld': ['verslag schrijven', 'reageren', 'reactie verwerken', 'definitief maken'],
    definitief: [],
    geannuleerd: [],
  }
  test.each(alleStanden)('STM-02: wat er kan als het %s is, en van de rest waarom niet', (stand) => {
    expect(acten.filter((act) => past(act, stand))).toEqual(mag[stand])
    for (const act of acten) {
      const reden = waaromNiet(act, stand)
      if (past(act, stand)) expect(reden).toBeNull()
      else expect(reden, act).toMatch(/^[A-Z].*\.$/)
    }
  })

  test('STM-02: uit elke stand voert een weg naar definitief of geannuleerd', () => {
    expect(alleStanden.filter((stand) => acten.some((act) => past(act, stand))).toSorted()).toEqual(
      alleStanden.filter((stand) => stand !== 'definitief' && stand !== 'geannuleerd').toSorted(),
    )
    expect(alleStanden.filter(staatNogTeGebeuren)).toEqual(['gepland', 'rapportage gevraagd', 'voorbereid'])
    for (const stand of alleStanden) expect(past('annuleren', stand), stand).toBe(staatNogTeGebeuren(stand))
  })
})

describe('reageren op een verslag', () => {
  const tijdens = Temporal.Instant.from('2026-12-09T22:59:59Z')
  const erna = Temporal.Instant.from('2026-12-09T23:00:00Z')
  const r = (soort: Reactie['soort'], verwerkt = false): Reactie => ({ soort, verwerkt })

  test.each([
    [[], tijdens, 'wacht', false],
    [[], erna, 'stil akkoord', true],
    [[r('akkoord')], tijdens, 'akkoord', true],
    [[r('opmerking')], tijdens, 'te verwerken', false],
    // silence is agreement, but who spoke was not silent
    [[r('opmerking')], erna, 'te verwerken', false],
    [[r('opmerking', true)], erna, 'verwerkt', true],
    [[r('opmerking', true), r('opmerking')], erna, 'te verwerken', false],
    [[r('akkoord'), r('opmerking')], erna, 'te verwerken', false],
    [[r('opmerking'), r('akkoord')], tijdens, 'akkoord', true],
  ] as const)('GES-17, AMB-11: %j op %s is %s', (reacties, nu, verwacht, definitief) => {
    const stand = reactiestand(reacties, dag('2026-12-09'), nu)
    expect(stand).toBe(verwacht)
    expect(waaromNietDefinitief(stand) === null).toBe(definitief)
  })

  test('AMB-11: zonder termijn hoeft niemand te wachten', () => {
    expect(reactiestand([], null, tijdens)).toBe('stil akkoord')
  })
})

describe('wie erbij moet zijn', () => {
  const vereist = ['voorzitter', 'contractbeheer', 'aanbieder'] as const
  const er = (...wie: [(typeof vereist)[number] | 'gast', boolean | null][]) =>
    wie.map(([hoedanigheid, aanwezig]) => ({ hoedanigheid, aanwezig }))

  test.each([
    [er(['voorzitter', true], ['contractbeheer', true], ['aanbieder', true]), [], 'Contractvoortgangsgesprek'],
    [er(['voorzitter', true], ['aanbieder', true]), ['contractbeheer'], 'Overig overleg'],
    [
      er(['voorzitter', true], ['contractbeheer', false], ['aanbieder', null]),
      ['contractbeheer', 'aanbieder'],
      'Overig overleg',
    ],
    // one of two that could be there is enough
    [
      er(['voorzitter', true], ['contractbeheer', false], ['contractbeheer', true], ['aanbieder', true]),
      [],
      'Contractvoortgangsgesprek',
    ],
    [er(['gast', true]), ['voorzitter', 'contractbeheer', 'aanbieder'], 'Overig overleg'],
  ] as const)('GES-10: met %j ontbreekt %j en heet het %s', (aanwezig, mist, naam) => {
    expect(ontbreekt(vereist, aanwezig)).toEqual(mist)
    expect(naamVanVerslag('Contractvoortgangsgesprek', ontbreekt(vereist, aanwezig))).toBe(naam)
  })

  test('GES-10: waar niets geëist wordt, ontbreekt niemand', () => {
    expect(ontbreekt([], [])).toEqual([])
  })
})

describe('rapportage vooraf', () => {
  const delen = ['clientaantallen', 'klachten', 'calamiteiten', 'kwaliteitscertificaat'].map((code) => ({ code }))
  const vol = Object.fromEntries(delen.map(({ code }) => [code, 'Geen.']))

  test('GES-03: indienen kan pas als alle vier delen er zijn', () => {
    expect(ontbrekendeDelen(delen, vol)).toEqual([])
    for (const { code } of delen) {
      expect(ontbrekendeDelen(delen, { ...vol, [code]: ' \n ' })).toEqual([{ code }])
      const { [code]: _weg, ...rest } = vol
      expect(ontbrekendeDelen(delen, rest)).toEqual([{ code }])
    }
    expect(ontbrekendeDelen(delen, {})).toEqual(delen)
  })
})

describe('een actie', () => {
  const geen = { begonnenOp: null, gereedOp: null, geaccepteerdOp: null, vervallenOp: null }
  test.each<[Partial<typeof geen> | Record<string, typeof op>, Actiestand, boolean]>([
    [{}, 'open', true],
    [{ begonnenOp: op }, 'in uitvoering', true],
    [{ gereedOp: op }, 'gereed', false],
    [{ begonnenOp: op, gereedOp: op }, 'gereed', false],
    [{ gereedOp: op, geaccepteerdOp: op }, 'geaccepteerd', false],
    [{ vervallenOp: op }, 'vervallen', false],
  ])('STM-03: %j is %s; na de datum te laat: %s', (momenten, stand, teLaat) => {
    const actie = { ...geen, ...momenten, einddatum: dag('2026-11-21') }
    expect(actiestand(actie)).toBe(stand)
    expect(isTeLaat(actie, dag('2026-11-22'))).toBe(teLaat)
    expect(isTeLaat(actie, dag('2026-11-21'))).toBe(false)
  })

  test('STM-03: een actie leeft tot zij geaccepteerd is of vervalt', () => {
    expect(mogelijkeActieacten('gereed')).toEqual(['accepteren', 'teruggeven', 'laten vervallen'])
    expect(mogelijkeActieacten('open')).not.toContain('accepteren')
    expect([...mogelijkeActieacten('geaccepteerd'), ...mogelijkeActieacten('vervallen')]).toEqual([])
  })
})
