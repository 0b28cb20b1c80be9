import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { berekenTermijn, eindmoment, isBinnenTermijn, Termijn, type Looptijd, type Stap } from './termijn.ts'
import { isWerkdag, type Kalender } from './werkdagen.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)

const kalender: Kalender = {
  feestdagen: [
    'nieuwjaarsdag',
    'goede-vrijdag',
    'tweede-paasdag',
    'koningsdag',
    'bevrijdingsdag',
    'hemelvaartsdag',
    'tweede-pinksterdag',
    'eerste-kerstdag',
    'tweede-kerstdag',
  ],
  bijzondereDagen: [],
}

type Lopend = Exclude<Looptijd, { eenheid: 'vaste datum' }>
type Eenheid = Lopend['eenheid']

/** Length below zero counts back; weeks and calendar days move to a werkdag unless told otherwise. */
function looptijd(lengte: number, eenheid: Eenheid, doorrollen = lengte > 0): Lopend {
  const mag = doorrollen && (eenheid === 'weken' || eenheid === 'kalenderdagen')
  return {
    eenheid,
    lengte: Math.abs(lengte),
    richting: lengte < 0 ? 'achteruit' : 'vooruit',
    doorrollen: mag ? 'volgende werkdag' : 'niet',
  }
}

function einde(start: string, lengte: number, eenheid: Eenheid, doorrollen?: boolean): string {
  return berekenTermijn(looptijd(lengte, eenheid, doorrollen), dag(start), kalender).einddatum.toString()
}

const volledig = {
  ...looptijd(2, 'weken'),
  code: 'verbeterplan',
  naam: 'Verbeterplan opleveren',
  startgebeurtenis: 'escalatiegesprek',
  kalender: 'feestdagen',
  bron: { document: 'Bijlage', paragraaf: 'stap 2', tekst: 'Binnen twee weken.' },
}

describe('TRM-01: een termijn is data', () => {
  test('eenheid, lengte, startgebeurtenis, doorschuiven, kalender en bron horen er allemaal bij', () => {
    expect(Termijn.parse(volledig)).toEqual(volledig)
    for (const sleutel of ['eenheid', 'lengte', 'startgebeurtenis', 'doorrollen', 'kalender', 'bron']) {
      expect(Termijn.safeParse({ ...volledig, [sleutel]: undefined }).success, sleutel).toBe(false)
    }
  })

  test('een vaste datum is de eerste keer na de startgebeurtenis', () => {
    const eenApril: Looptijd = { eenheid: 'vaste datum', maand: 4, dag: 1 }
    const op = (start: string) => berekenTermijn(eenApril, dag(start), kalender).einddatum.toString()
    expect([op('2026-12-31'), op('2026-03-31'), op('2026-04-01')]).toEqual(['2027-04-01', '2026-04-01', '2027-04-01'])
  })

  test('de berekening is te tonen, met elke dag die niet meetelt en waarom', () => {
    const { stappen } = berekenTermijn(looptijd(5, 'werkdagen'), dag('2026-12-24'), kalender)
    expect(stappen.map(toon)).toEqual([
      '2026-12-24 start',
      '2026-12-25 overgeslagen: Eerste Kerstdag',
      '2026-12-26 overgeslagen: zaterdag',
      '2026-12-27 overgeslagen: zondag',
      '2026-12-28 geteld: 1 werkdagen',
      '2026-12-29 geteld: 2 werkdagen',
      '2026-12-30 geteld: 3 werkdagen',
      '2026-12-31 geteld: 4 werkdagen',
      '2027-01-01 overgeslagen: Nieuwjaarsdag',
      '2027-01-02 overgeslagen: zaterdag',
      '2027-01-03 overgeslagen: zondag',
      '2027-01-04 geteld: 5 werkdagen',
    ])
  })
})

test('TRM-03: de dag van de startgebeurtenis is dag 0', () => {
  expect(einde('2026-11-16', 1, 'kalenderdagen')).toBe('2026-11-17')
  expect(einde('2026-11-16', 1, 'werkdagen')).toBe('2026-11-17')
})

test('TRM-03: de termijn loopt tot en met 23:59:59 in Amsterdam, in zomer en winter', () => {
  const winter = dag('2027-01-04')
  const zomer = dag('2026-07-01')
  expect(eindmoment(winter).toString()).toBe('2027-01-04T23:59:59+01:00[Europe/Amsterdam]')
  expect(isBinnenTermijn(Temporal.Instant.from('2027-01-04T22:59:59Z'), winter)).toBe(true)
  expect(isBinnenTermijn(Temporal.Instant.from('2027-01-04T23:00:00Z'), winter)).toBe(false)
  expect(isBinnenTermijn(Temporal.Instant.from('2026-07-01T21:59:59Z'), zomer)).toBe(true)
  expect(isBinnenTermijn(Temporal.Instant.from('2026-07-01T22:00:00Z'), zomer)).toBe(false)
})

test('TRM-04: weken zijn zeven kalenderdagen en vallen niet samen met werkdagen', () => {
  expect(einde('2026-12-14', 2, 'weken')).toBe('2026-12-28')
  expect(einde('2026-12-14', 10, 'werkdagen')).toBe('2026-12-29')
  const { stappen } = berekenTermijn(looptijd(2, 'weken'), dag('2026-12-14'), kalender)
  expect(stappen.map(toon).at(-1)).toBe('2026-12-28 geteld: 14 dagen')
  fc.assert(
    fc.property(fc.nat(20_000), fc.nat(100), (days, weken) => {
      const start = dag('2000-01-01').add({ days })
      const { einddatum } = berekenTermijn(looptijd(weken, 'weken', false), start, kalender)
      expect(einddatum.dayOfWeek).toBe(start.dayOfWeek)
      expect(start.until(einddatum).days).toBe(7 * weken)
    }),
  )
})

describe('TRM-05: doorschuiven naar een werkdag', () => {
  test.each([
    ['2027-05-03', 2, 'weken', '2027-05-17', '2027-05-18', 'Tweede Pinksterdag'],
    ['2026-12-18', 2, 'weken', '2027-01-01', '2027-01-04', 'Nieuwjaarsdag'],
    ['2026-11-14', 7, 'kalenderdagen', '2026-11-21', '2026-11-23', 'zaterdag'],
  ] as const)('TRM-05: vanaf %s %i %s: %s schuift naar %s (%s)', (start, lengte, eenheid, ruw, na, reden) => {
    const berekend = berekenTermijn(looptijd(lengte, eenheid), dag(start), kalender)
    expect(berekend.ruweEinddatum.toString()).toBe(ruw)
    expect(berekend.einddatum.toString()).toBe(na)
    expect(berekend.stappen.map(toon).at(-1)).toBe(`${na} doorgeschoven: ${reden}`)
  })

  test('TRM-05: zonder de regel blijft de laatste dag staan, zoals bij de zes weken van start zorg', () => {
    expect(einde('2026-11-20', 6, 'weken', false)).toBe('2027-01-01')
    expect(einde('2026-11-20', 6, 'weken', true)).toBe('2027-01-04')
  })

  test('TRM-05: maanden en termijnen achteruit kunnen de regel niet hebben', () => {
    for (const fout of [{ eenheid: 'maanden' }, { eenheid: 'werkdagen' }, { richting: 'achteruit' }]) {
      const uitkomst = Termijn.safeParse({ ...volledig, ...fout })
      expect(uitkomst.error?.issues[0]?.path, JSON.stringify(fout)).toEqual(['doorrollen'])
    }
    const achteruit: Lopend = { ...looptijd(-2, 'weken'), doorrollen: 'volgende werkdag' }
    expect(berekenTermijn(achteruit, dag('2026-11-15'), kalender).einddatum.toString()).toBe('2026-11-01')
  })

  test('TRM-05: doorschuiven maakt een termijn nooit korter en eindigt op een werkdag', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(100), fc.constantFrom('weken', 'kalenderdagen'), (days, lengte, eenheid) => {
        const looptijdMetRegel: Lopend = { eenheid, lengte, richting: 'vooruit', doorrollen: 'volgende werkdag' }
        const berekend = berekenTermijn(looptijdMetRegel, dag('2000-01-01').add({ days }), kalender)
        expect(isWerkdag(berekend.einddatum, kalender)).toBe(true)
        expect(berekend.ruweEinddatum.until(berekend.einddatum).days).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('maanden houden het dagnummer, of nemen de laatste dag van de maand', () => {
  test('de laatste dag is als stap te zien', () => {
    const { stappen } = berekenTermijn(looptijd(6, 'maanden'), dag('2026-08-31'), kalender)
    expect(stappen.map(toon)).toEqual([
      '2026-08-31 start',
      '2027-02-28 geteld: 6 maanden',
      '2027-02-28 laatste dag van de maand',
    ])
  })

  test('voor elke startdag en lengte', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.integer({ min: -60, max: 60 }), (days, maanden) => {
        const start = dag('2000-01-01').add({ days })
        const { einddatum } = berekenTermijn(looptijd(maanden, 'maanden'), start, kalender)
        expect(12 * (einddatum.year - start.year) + einddatum.month - start.month).toBe(maanden)
        expect(einddatum.day).toBe(Math.min(start.day, einddatum.daysInMonth))
      }),
    )
  })
})

// Vectors of the national contract standard and of iWmo/iJw 3.2 (T1-T10). T6's 24 hours is a moment, not a term in days.
test.each([
  ['T1 opzeggen', '2027-12-31', -6, 'maanden', '2027-06-30'],
  ['T1 opzeggen na een verlenging', '2028-12-31', -6, 'maanden', '2028-06-30'],
  ['T1 opzeggen bij eind februari', '2027-02-28', -6, 'maanden', '2026-08-28'],
  ['T2 bestedingsruimte aankondigen', '2027-01-01', -6, 'maanden', '2026-07-01'],
  ['T2 bestedingsruimte besluiten', '2027-01-01', -3, 'maanden', '2026-10-01'],
  ['T2 plan, op een zondag', '2027-01-01', -2, 'maanden', '2026-11-01'],
  ['T3 overleg na 70%', '2026-05-11', 2, 'weken', '2026-05-26'],
  ['T3 besluit na het overleg', '2026-05-26', 2, 'weken', '2026-06-09'],
  ['T4 opzeggen na de meetperiode', '2027-01-18', 6, 'maanden', '2027-07-18'],
  ['T5 stopverzoek', '2027-01-04', -2, 'weken', '2026-12-21'],
  ['T6 melding van een maatregel', '2026-12-18', 1, 'weken', '2026-12-28'],
  ['T7 opzeggen met drie maanden', '2026-08-31', 3, 'maanden', '2026-11-30'],
  ['T7 opzeggen met zes maanden', '2026-08-31', 6, 'maanden', '2027-02-28'],
  ['T8 nieuwe standaard', '2026-10-15', 6, 'maanden', '2027-04-15'],
  ['T8 nieuwe standaard van 31 augustus', '2026-08-31', 6, 'maanden', '2027-02-28'],
  ['T9 dertig dagen overmacht', '2026-03-01', 30, 'kalenderdagen', '2026-03-31'],
  ['T9 overdracht voor de achttiende verjaardag', '2028-03-10', -18, 'maanden', '2026-09-10'],
  ['T10 retourbericht', '2026-04-02', 3, 'werkdagen', '2026-04-09'],
  ['T10 startbericht', '2026-05-04', 5, 'werkdagen', '2026-05-12'],
  ['T10 antwoord op een declaratie', '2026-05-01', 10, 'werkdagen', '2026-05-19'],
  ['T10 betaling', '2026-04-15', 30, 'kalenderdagen', '2026-05-15'],
  ['T10 antwoord op een verzoek', '2026-05-11', 5, 'werkdagen', '2026-05-19'],
  ['T10 afwijzing woonplaats', '2026-05-11', 2, 'weken', '2026-05-26'],
  ['T10 afwijzing woonplaats in werkdagen', '2026-05-11', 10, 'werkdagen', '2026-05-27'],
] as const)('TRM-03, TRM-04: %s: vanaf %s %i %s is %s', (_, start, lengte, eenheid, verwacht) => {
  expect(einde(start, lengte, eenheid)).toBe(verwacht)
})

function toon(stap: Stap): string {
  const datum = stap.datum.toString()
  switch (stap.soort) {
    case 'geteld':
      return `${datum} geteld: ${stap.aantal} ${stap.eenheid}`
    case 'overgeslagen':
    case 'doorgeschoven':
      return `${datum} ${stap.soort}: ${stap.reden}`
    default:
      return `${datum} ${stap.soort}`
  }
}
