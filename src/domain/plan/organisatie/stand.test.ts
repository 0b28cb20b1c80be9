import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bepaalDekking, keurDienstverlening, zonderVervolg, type DienstverleningInvoer } from './dienstverlening.ts'
import { zoekGebreken, type Vastgelegd } from './gebreken.ts'
import { vatHarmonisatieSamen } from './harmonisatie.ts'
import { maatregelstand, nadelenZonderMaatregel, type Maatregel } from './maatregel.ts'
import type { Modelversie } from './model.ts'
import { Organisatieregels } from './regels.ts'
import { ontbrekendeSamenwerking } from './samenwerking.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const VANDAAG = dag('2026-11-22')
const bestand = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../db/regelsets/zaanstreek-waterland.json'), 'utf8'),
) as { delen: { deel: string; inhoud: unknown }[] }
const regels = Organisatieregels.parse(bestand.delen.find(({ deel }) => deel === 'organisatie')!.inhoud)
const gemeenten = [
  { code: '0439', naam: 'Purmerend' },
  { code: '0479', naam: 'Zaanstad' },
  { code: '0852', naam: 'Waterland' },
]

/** "2026-01-01/2026-12-31" or "2026-01-01/" */
const looptijd = (tekst: string) => {
  const [van = '', tot = ''] = tekst.split('/')
  return { id: tekst, begindatum: dag(van), einddatum: tot === '' ? null : dag(tot) }
}

describe('dienstverlening', () => {
  test.each<[string, string[], string, string | null | undefined]>([
    ['niets', [], 'geen', undefined],
    ['zonder einde', ['2025-01-01/'], 'loopt', null],
    ['vandaag begonnen', ['2026-11-22/'], 'loopt', null],
    ['laatste dag vandaag', ['2025-01-01/2026-11-22'], 'loopt af', '2026-11-22'],
    ['gisteren voorbij', ['2025-01-01/2026-11-21'], 'verlopen', '2026-11-21'],
    ['eindigt een dag binnen zes maanden', ['2025-01-01/2027-05-21'], 'loopt af', '2027-05-21'],
    ['eindigt na precies zes maanden', ['2025-01-01/2027-05-22'], 'loopt', '2027-05-22'],
    ['sluit aan', ['2025-01-01/2026-12-31', '2027-01-01/2028-12-31'], 'loopt', '2028-12-31'],
    ['sluit aan zonder einde', ['2027-01-01/', '2025-01-01/2026-12-31'], 'loopt', null],
    ['er valt een dag tussen', ['2025-01-01/2026-12-31', '2027-01-02/2028-12-31'], 'loopt af', '2026-12-31'],
    ['een rij van drie', ['2025-01-01/2026-12-31', '2027-06-01/', '2027-01-01/2027-05-31'], 'loopt', null],
    ['begint morgen', ['2026-11-23/2027-12-31'], 'begint nog', '2027-12-31'],
    ['voorbij, en begint weer', ['2024-01-01/2025-12-31', '2027-01-01/'], 'begint nog', null],
    ['twee keer voorbij', ['2024-01-01/2024-12-31', '2025-01-01/2025-12-31'], 'verlopen', '2025-12-31'],
  ])('ORG-06: %s', (_naam, teksten, stand, tot) => {
    const dekking = bepaalDekking(teksten.map(looptijd), VANDAAG, regels.waarschuwMaanden)
    expect(dekking.stand).toBe(stand)
    expect('tot' in dekking ? (dekking.tot?.toString() ?? null) : undefined).toBe(tot)
  })

  test('ORG-06: op elke dag tot en met "tot" loopt er een, en de dag erna niet', () => {
    const stuk = fc.tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 200 }))
    fc.assert(
      fc.property(fc.array(stuk, { maxLength: 6 }), (stukken) => {
        // as keurDienstverlening leaves them: never two at once
        const eigen = stukken
          .map(([van, lengte]) => ({ van, tot: van + lengte }))
          .reduce<{ van: number; tot: number }[]>(
            (al, een) => (al.some((ander) => ander.van <= een.tot && een.van <= ander.tot) ? al : [...al, een]),
            [],
          )
        const loopt = (dagen: number) => eigen.some(({ van, tot }) => van <= dagen && dagen <= tot)
        const dekking = bepaalDekking(
          eigen.map(({ van, tot }, i) => ({
            id: String(i),
            begindatum: VANDAAG.add({ days: van }),
            einddatum: VANDAAG.add({ days: tot }),
          })),
          VANDAAG,
          6,
        )
        expect(dekking.stand.startsWith('loopt')).toBe(loopt(0))
        if (dekking.stand !== 'loopt' && dekking.stand !== 'loopt af') return
        const tot = VANDAAG.until(dekking.tot!).days
        for (let dagen = 0; dagen <= tot; dagen++) expect(loopt(dagen)).toBe(true)
        expect(loopt(tot + 1)).toBe(false)
      }),
    )
  })

  test.each<[string, string[], string[]]>([
    ['zonder einde', ['2025-01-01/'], []],
    ['met een einde', ['2025-01-01/2026-12-31'], ['2026-12-31']],
    ['de volgende sluit aan', ['2025-01-01/2026-12-31', '2027-01-01/'], []],
    ['de volgende laat een dag open', ['2025-01-01/2026-12-31', '2027-01-02/2028-12-31'], ['2026-12-31', '2028-12-31']],
    ['er liep even niets, nu weer wel', ['2025-01-01/2026-06-30', '2026-11-22/'], []],
    ['er loopt niets, morgen wel', ['2025-01-01/2026-06-30', '2026-11-23/'], ['2026-06-30']],
    ['wat vandaag eindigt en morgen begint', ['2025-01-01/2026-11-22', '2026-11-23/'], []],
  ])('ORG-06: wat eindigt zonder vervolg: %s', (_naam, teksten, einden) => {
    const gevonden = zonderVervolg(teksten.map(looptijd), VANDAAG)
    expect(gevonden.map(({ einddatum }) => einddatum!.toString())).toEqual(einden)
  })

  test.each<[string, Partial<DienstverleningInvoer>, string | undefined]>([
    ['een nieuwe erna', { begindatum: dag('2027-01-01') }, undefined],
    ['een zonder einde ervoor', { begindatum: dag('2023-01-01'), einddatum: null }, 'begindatum'],
    ['een die ervoor eindigt', { begindatum: dag('2023-01-01'), einddatum: dag('2024-12-31') }, undefined],
    ['een die één dag samenvalt', { begindatum: dag('2026-12-31') }, 'begindatum'],
    ['een met zichzelf', { begindatum: dag('2027-01-01'), gemeente: '0479' }, 'gemeente'],
    ['een met het einde voor het begin', { begindatum: dag('2027-01-02'), einddatum: dag('2027-01-01') }, 'einddatum'],
    ['een van één dag', { begindatum: dag('2027-01-01'), einddatum: dag('2027-01-01') }, undefined],
  ])('ORG-06: naast een overeenkomst van 2025 en 2026 past %s', (_naam, anders, veld) => {
    const invoer = { dienstverlener: '0479', gemeente: '0439', reikwijdte: 'Alles', einddatum: null, vindplaats: 'Z-1' }
    const fout = keurDienstverlening({ ...invoer, begindatum: VANDAAG, ...anders }, [looptijd('2025-01-01/2026-12-31')])
    expect(fout?.veld).toBe(veld)
  })
})

describe('maatregelen', () => {
  const maatregel = (anders: Partial<Maatregel> = {}) =>
    ({
      soort: 'positionering',
      model: 'informeel',
      nadeelCode: 'vrijblijvend',
      uiterlijk: VANDAAG,
      gereedOp: null,
      vervallenOp: null,
      ...anders,
    }) as Maatregel

  test.each<[string, Partial<Maatregel>, string]>([
    ['op de laatste dag', {}, 'loopt'],
    ['een dag erna', { uiterlijk: dag('2026-11-21') }, 'te laat'],
    ['gedaan', { uiterlijk: dag('2026-11-01'), gereedOp: dag('2026-11-20') }, 'gereed'],
    ['niet meer nodig', { uiterlijk: dag('2026-11-01'), vervallenOp: dag('2026-11-20') }, 'vervallen'],
  ])('ORG-08: %s', (_naam, anders, stand) => {
    expect(maatregelstand(maatregel(anders), VANDAAG)).toBe(stand)
  })

  test.each<[string, Partial<Maatregel>[], string[]]>([
    ['niets', [], ['vrijblijvend', 'verschillen', 'geen-aanspreekpunt']],
    ['een die loopt', [{}], ['verschillen', 'geen-aanspreekpunt']],
    ['een die gedaan is', [{ gereedOp: VANDAAG }], ['verschillen', 'geen-aanspreekpunt']],
    ['een die verviel', [{ vervallenOp: VANDAAG }], ['vrijblijvend', 'verschillen', 'geen-aanspreekpunt']],
    ['een bij een ander model', [{ model: 'verticaal' }], ['vrijblijvend', 'verschillen', 'geen-aanspreekpunt']],
    ['een tegen een eigen nadeel', [{ nadeelCode: null }], ['vrijblijvend', 'verschillen', 'geen-aanspreekpunt']],
    ['bij elk een', [{}, { nadeelCode: 'verschillen' }, { nadeelCode: 'geen-aanspreekpunt' }], []],
  ])('ORG-08: tegen de nadelen van het informele model: %s', (_naam, maatregelen, open) => {
    const { code, nadelen } = regels.positionering.find((een) => een.code === 'informeel')!
    const gevonden = nadelenZonderMaatregel({ soort: 'positionering', code, nadelen }, maatregelen.map(maatregel))
    expect(gevonden.map(({ code }) => code)).toEqual(open)
  })
})

describe('afspraken tussen gemeenten', () => {
  test('ORG-17: per gemeente, met beleid en met de wijkteams, over allebei', () => {
    const afspraak = { gemeente: '0439', met: 'beleid', onderwerp: 'samenwerking', geldigVanaf: VANDAAG } as const
    expect(ontbrekendeSamenwerking(gemeenten, [], VANDAAG)).toHaveLength(12)
    expect(ontbrekendeSamenwerking(gemeenten, [afspraak, afspraak], VANDAAG)).toHaveLength(11)
    // what begins tomorrow is missing today
    expect(ontbrekendeSamenwerking(gemeenten, [afspraak], dag('2026-11-21'))).toHaveLength(12)
    expect(ontbrekendeSamenwerking([gemeenten[1]!], [afspraak], VANDAAG)).toHaveLength(4)
  })

  test('ORG-18: ten minste bevoorschotting, managementinformatie en facturatie, met wie er ontbreekt', () => {
    const versie = (onderwerp: string, geldigVanaf: string, ...codes: string[]) => ({
      onderwerp,
      geldigVanaf: dag(geldigVanaf),
      gemeenten: codes,
    })
    const stand = vatHarmonisatieSamen(
      regels.harmonisatie,
      [
        versie('Bevoorschotting', '2027-01-01', '0439', '0479', '0852'),
        versie('Wachttijden', '2026-03-01', '0439'),
        versie('bevoorschotting', '2026-02-01', '0439', '0479'),
        versie('bevoorschotting', '2025-01-01'),
      ],
      gemeenten,
      VANDAAG,
    )
    expect(stand.map(({ onderwerp, vereist, ontbreken }) => [onderwerp, vereist, ontbreken])).toEqual([
      ['bevoorschotting', true, ['0852']],
      ['managementinformatie', true, ['0439', '0479', '0852']],
      ['facturatie', true, ['0439', '0479', '0852']],
      ['Wachttijden', false, ['0479', '0852']],
    ])
    expect(stand[0]!.afspraak?.geldigVanaf.toString()).toBe('2026-02-01')
    expect(stand[1]!.afspraak).toBeUndefined()
  })
})

describe('wat er ontbreekt', () => {
  const leeg: Vastgelegd = { modellen: [], maatregelen: [], dienstverlening: [], samenwerking: [], harmonisatie: [] }
  const model = (soort: 'positionering' | 'functiemodel', model: string) =>
    ({
      soort,
      model,
      centrumgemeente: model === 'centrumgemeente' ? '0479' : null,
      geldigVanaf: dag('2026-01-01'),
    }) as Modelversie
  const soorten = (modellen: Modelversie[], rest: Partial<Vastgelegd> = {}, anders = regels) =>
    zoekGebreken(anders, { ...leeg, modellen, ...rest }, gemeenten, VANDAAG).map(({ soort }) => soort)

  test.each<[string, Modelversie[], string[]]>([
    ['nog niets gekozen', [], ['geen model', 'geen model']],
    [
      'een centrumgemeente',
      [model('positionering', 'centrumgemeente')],
      ['nadelen zonder maatregel', 'geen model', 'geen dienstverlening', 'samenwerking ontbreekt'],
    ],
    [
      'een gezamenlijke organisatie',
      [model('positionering', 'gezamenlijke-organisatie'), model('functiemodel', 'een-functie')],
      ['nadelen zonder maatregel', 'nadelen zonder maatregel', 'samenwerking ontbreekt'],
    ],
    [
      'informeel',
      [model('positionering', 'informeel')],
      [
        'nadelen zonder maatregel',
        'geen model',
        'samenwerking ontbreekt',
        ...Array<string>(3).fill('harmonisatie ontbreekt'),
      ],
    ],
    ['binnen de gemeente', [model('positionering', 'verticaal')], ['nadelen zonder maatregel', 'geen model']],
  ])('ORG-05, ORG-06, ORG-08, ORG-17, ORG-18: %s', (_naam, modellen, verwacht) => {
    expect(soorten(modellen)).toEqual(verwacht)
  })

  test('ORG-06: alleen partners zonder lopende overeenkomst, en die afloopt; de centrumgemeente heeft er geen nodig', () => {
    const dienst = (gemeente: string, tekst: string, dienstverlener = '0479') =>
      ({ dienstverlener, gemeente, ...looptijd(tekst) }) as Vastgelegd['dienstverlening'][number]
    const dienstverlening = [
      dienst('0439', '2025-01-01/2026-12-31'),
      // with another than the centrumgemeente: does not count
      dienst('0852', '2025-01-01/', '0439'),
    ]
    const gebreken = zoekGebreken(
      regels,
      { ...leeg, modellen: [model('positionering', 'centrumgemeente')], dienstverlening },
      gemeenten,
      VANDAAG,
    )
    expect(gebreken.filter(({ soort }) => soort.includes('dienstverlening'))).toEqual([
      { soort: 'geen dienstverlening', gemeenten: ['0852'] },
      { soort: 'dienstverlening loopt af', gemeente: '0439', tot: dag('2026-12-31') },
    ])
    expect(soorten([model('positionering', 'informeel')], { dienstverlening })).not.toContain(
      'dienstverlening loopt af',
    )
  })

  test('ORG-08: een maatregel die te laat is, ook van een model dat niet meer geldt', () => {
    const maatregel = {
      soort: 'positionering',
      model: 'verticaal',
      nadeelCode: null,
      uiterlijk: dag('2026-11-01'),
      gereedOp: null,
      vervallenOp: null,
    }
    expect(soorten([], { maatregelen: [maatregel as Maatregel] })).toEqual([
      'geen model',
      'geen model',
      'maatregelen te laat',
    ])
  })

  test('ORG-03: een model van binnen de gemeente past niet bij één regionale aanpak', () => {
    const aanpak = {
      uitvoering: 'regionaal',
      coordinatie: 'centraal',
      uitvoerder: 'SDFL',
      bron: regels.bronnen[0]!,
    } as const
    const modellen = [model('positionering', 'verticaal')]
    expect(soorten(modellen, {}, { ...regels, aanpak })).toContain('model past niet')
    expect(soorten(modellen)).not.toContain('model past niet')
  })
})
