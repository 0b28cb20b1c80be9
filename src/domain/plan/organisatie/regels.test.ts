import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Regelset } from '../inrichting/regelset.ts'
import { Taken, Verdeling } from '../bezetting/taken.ts'
import { beleggingsfouten, verdelingsfouten } from '../bezetting/rasci.ts'
import { Missie, maakDelen } from './missie.ts'
import { keurModel, kiesModel, type ModelInvoer, type Modelversie } from './model.ts'
import { ordenKerntaken } from './opdracht.ts'
import { Organisatieregels } from './regels.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const lees = (code: string) =>
  Regelset.parse(JSON.parse(readFileSync(join(import.meta.dirname, `../../../../db/regelsets/${code}.json`), 'utf8')))
const deel = (code: string, naam: string) => lees(code).delen.find((een) => een.deel === naam)?.inhoud
const sets = ['zaanstreek-waterland', 'flevoland'] as const
const zw = Organisatieregels.parse(deel('zaanstreek-waterland', 'organisatie'))
const sdfl = Organisatieregels.parse(deel('flevoland', 'organisatie'))

describe('de gegevens', () => {
  test.each(sets)('ORG-05, ORG-07, ORG-08: %s kent elk model, met nadelen en rollen', (code) => {
    const regels = Organisatieregels.parse(deel(code, 'organisatie'))
    expect(regels.positionering.map(({ code }) => code)).toEqual([
      'centrumgemeente',
      'gezamenlijke-organisatie',
      'informeel',
      'horizontaal',
      'verticaal',
    ])
    expect(regels.functiemodellen.map(({ code, bundels }) => [code, bundels.map(({ rollen }) => rollen)])).toEqual([
      ['een-functie', [['contractmanager', 'rvm'], ['contractbeheerder']]],
      ['aparte-functies', [['contractmanager', 'contractbeheerder'], ['rvm']]],
    ])
    for (const { naam, nadelen } of [...regels.positionering, ...regels.functiemodellen]) {
      expect(nadelen.length, naam).toBeGreaterThan(1)
      expect(new Set(nadelen.map(({ code }) => code)).size, naam).toBe(nadelen.length)
    }
    expect(regels.harmonisatie.map(({ code }) => code)).toEqual([
      'bevoorschotting',
      'managementinformatie',
      'facturatie',
    ])
  })

  test.each(sets)('ORG-14, ORG-15: %s draagt drie missierollen en vijf taakgebieden', (code) => {
    const { missierollen, taakgebieden } = Missie.parse(deel(code, 'missie'))
    expect(missierollen.map(({ naam }) => naam)).toEqual([
      'Opdrachtgever namens de gemeenten',
      'Bemiddelaar',
      'Wederzijds contractmanager',
    ])
    expect(taakgebieden.map(({ code }) => code)).toEqual([
      'inkoop',
      'contractmanagement',
      'data-en-monitoring',
      'transformatie',
      'verbinding',
    ])
  })

  test('ROL-16: in Flevoland liggen DOP-taken bij gemeenten en toegangsteams, AOC-taken bij SDFL', () => {
    const { taken, belegging } = Taken.parse(deel('flevoland', 'taken'))
    const van = (afspraak: string) => taken.filter((taak) => taak.afspraak === afspraak).map(({ code }) => code)
    expect(belegging.map(({ afspraak, bij }) => [afspraak, bij])).toEqual([
      ['DOP', 'de lokale gemeenten en toegangsteams'],
      ['AOC', 'Sociaal Domein Flevoland'],
    ])
    expect(van('DOP')).toEqual(['evaluatie-vaststellen', 'levering-mogelijk-maken', 'levering-vaststellen'])
    expect(van('AOC')).toEqual(['naleving-bewaken', 'monitoring', 'voortgangsgesprek-organiseren'])
    for (const taak of taken) {
      expect(verdelingsfouten(taak.verdeling), taak.code).toEqual([])
      expect(beleggingsfouten(taak, taak.verdeling, belegging), taak.code).toEqual([])
    }
    expect(Taken.parse(deel('zaanstreek-waterland', 'taken')).belegging).toEqual([])
  })
})

describe('een model kiezen', () => {
  const gemeenten = [{ code: '0439' }, { code: '0479' }]
  const invoer = (anders: Partial<ModelInvoer> = {}): ModelInvoer => ({
    soort: 'positionering',
    model: 'centrumgemeente',
    centrumgemeente: '0479',
    uitvoerder: '',
    geldigVanaf: dag('2026-01-01'),
    besluit: 'Besluit',
    reden: 'Daarom',
    ...anders,
  })
  const versie = (anders: Partial<Modelversie> = {}): Modelversie => ({
    id: '1',
    soort: 'positionering',
    model: 'centrumgemeente',
    centrumgemeente: '0479',
    uitvoerder: '',
    geldigVanaf: dag('2026-01-01'),
    besluit: '',
    reden: '',
    vastgelegdOp: Temporal.Instant.from('2026-01-01T09:00:00Z'),
    vastgelegdDoor: '',
    ...anders,
  })
  const joint = { model: 'gezamenlijke-organisatie', centrumgemeente: '', uitvoerder: 'Serviceteam' }

  test.each<[string, Partial<ModelInvoer>, string | undefined]>([
    ['een centrumgemeente', {}, undefined],
    ['een centrumgemeente zonder gemeente', { centrumgemeente: '' }, 'centrumgemeente'],
    ['een gemeente van elders', { centrumgemeente: '0034' }, 'centrumgemeente'],
    ['een centrumgemeente met een organisatie', { uitvoerder: 'Bureau' }, 'uitvoerder'],
    ['een gezamenlijke organisatie', joint, undefined],
    ['een gezamenlijke organisatie zonder naam', { ...joint, uitvoerder: '' }, 'uitvoerder'],
    ['een gezamenlijke organisatie met een centrumgemeente', { ...joint, centrumgemeente: '0479' }, 'centrumgemeente'],
    ['informeel', { model: 'informeel', centrumgemeente: '' }, undefined],
    ['horizontaal', { model: 'horizontaal', centrumgemeente: '' }, undefined],
    ['verticaal', { model: 'verticaal', centrumgemeente: '' }, undefined],
    ['iets anders', { model: 'matrix', centrumgemeente: '' }, 'model'],
    ['een functiemodel als positionering', { model: 'een-functie', centrumgemeente: '' }, 'model'],
    ['één functie', { soort: 'functiemodel', model: 'een-functie', centrumgemeente: '' }, undefined],
    ['aparte functies', { soort: 'functiemodel', model: 'aparte-functies', centrumgemeente: '' }, undefined],
    ['een functiemodel met een gemeente', { soort: 'functiemodel', model: 'een-functie' }, 'centrumgemeente'],
  ])('ORG-05, ORG-07: %s', (_naam, anders, veld) => {
    expect(keurModel(zw, invoer(anders), { gemeenten, vorige: undefined })?.veld).toBe(veld)
  })

  test.each<[string, Partial<Modelversie>, Partial<ModelInvoer>, string | undefined]>([
    ['hetzelfde opnieuw', {}, {}, 'model'],
    ['een andere centrumgemeente', { centrumgemeente: '0439' }, {}, undefined],
    ['dezelfde dag', { model: 'informeel', centrumgemeente: null }, {}, undefined],
    ['een dag ervoor', { geldigVanaf: dag('2026-01-02') }, {}, 'geldigVanaf'],
  ])('ORG-05: na een eerder model: %s', (_naam, eerder, anders, veld) => {
    expect(keurModel(zw, invoer(anders), { gemeenten, vorige: versie(eerder) })?.veld).toBe(veld)
  })

  test.each([
    ['gezamenlijke-organisatie', undefined],
    ['informeel', undefined],
    ['horizontaal', 'model'],
    ['verticaal', 'model'],
  ])('ORG-03: waar regionaal wordt uitgevoerd, kan %s %s', (model, veld) => {
    const uitvoerder = model === 'gezamenlijke-organisatie' ? 'Sociaal Domein Flevoland' : ''
    const keuze = invoer({ model, centrumgemeente: '', uitvoerder })
    expect(keurModel(sdfl, keuze, { gemeenten, vorige: undefined })?.veld).toBe(veld)
    expect(sdfl.aanpak).toMatchObject({ uitvoering: 'regionaal', coordinatie: 'centraal' })
  })

  test('ORG-05: wat later begint geldt nog niet, en wat eerder gold blijft te lezen', () => {
    const versies = [
      versie({ id: '3', geldigVanaf: dag('2027-01-01') }),
      versie({ id: '2', geldigVanaf: dag('2026-01-01') }),
      versie({ id: 'f', soort: 'functiemodel', model: 'een-functie', geldigVanaf: dag('2025-06-01') }),
      versie({ id: '1', geldigVanaf: dag('2025-01-01') }),
    ]
    const op = (datum: string) => kiesModel(versies, 'positionering', dag(datum))?.id
    expect(['2024-12-31', '2025-01-01', '2026-01-01', '2026-12-31', '2027-01-01'].map(op)).toEqual([
      undefined,
      '1',
      '2',
      '2',
      '3',
    ])
  })
})

test('ORG-14, ORG-15: een nieuwe naam krijgt een code die nog nooit is gebruikt, een oude houdt de zijne', () => {
  const regel = (code: string, naam: string) => ({ code, naam, omschrijving: '' })
  const delen = maakDelen(
    [
      regel('inkoop', 'Inkopen'),
      regel('', 'Één loket & méér'),
      regel('', 'Één loket & méér'),
      regel('', '  '),
      regel('', '…'),
    ],
    new Set(['een-loket-meer']),
  )
  expect(delen.map(({ code, naam }) => [code, naam])).toEqual([
    ['inkoop', 'Inkopen'],
    ['een-loket-meer-2', 'Één loket & méér'],
    ['een-loket-meer-3', 'Één loket & méér'],
    ['deel', '…'],
  ])
})

test.each([
  ['DOP aan de gemeente', 'DOP', 'A:manager sociaal domein R:rvm', 0],
  ['DOP beslist door SDFL', 'DOP', 'A:contractmanager R:rvm', 1],
  ['DOP gedaan en beslist door SDFL', 'DOP', 'A:contractmanager R:contractmanager R:contractbeheerder', 2],
  ['DOP waar SDFL van weet', 'DOP', 'A:rvm R:rvm I:contractmanager S:contractbeheerder C:directie', 0],
  ['AOC bij SDFL', 'AOC', 'A:contractmanager R:contractbeheerder', 0],
  ['AOC bij de toegang', 'AOC', 'A:contractmanager R:lokaal team', 1],
  ['wat nergens is belegd', undefined, 'A:raad R:lokaal team', 0],
] as const)('ROL-16: %s', (_naam, afspraak, tekst, fouten) => {
  const { belegging } = Taken.parse(deel('flevoland', 'taken'))
  const verdeling = Verdeling.parse(tekst.split(/ (?=[A-Z]:)/).map((een) => ({ letter: een[0], rol: een.slice(2) })))
  expect(beleggingsfouten(afspraak ? { afspraak } : {}, verdeling, belegging)).toHaveLength(fouten)
  expect(beleggingsfouten(afspraak ? { afspraak } : {}, verdeling, [])).toEqual([])
})

test.each([
  ['niets gezegd', {}, ['contractbeheer gewoon', 'sturing gewoon', 'relatiebeheer gewoon']],
  [
    'een hoog en een laag',
    { relatiebeheer: 'hoog', contractbeheer: 'laag' },
    ['relatiebeheer hoog', 'sturing gewoon', 'contractbeheer laag'],
  ],
  [
    'alles hoog blijft op volgorde',
    { relatiebeheer: 'hoog', sturing: 'hoog', contractbeheer: 'hoog' },
    ['contractbeheer hoog', 'sturing hoog', 'relatiebeheer hoog'],
  ],
  [
    'wat geen kerntaak meer is',
    { inkoop: 'hoog', constructor: 'hoog' },
    ['contractbeheer gewoon', 'sturing gewoon', 'relatiebeheer gewoon'],
  ],
] as const)('ROL-11: kerntaken in de volgorde van de opdracht: %s', (_naam, gezet, verwacht) => {
  const kerntaken = ['contractbeheer', 'sturing', 'relatiebeheer'].map((code) => ({ code, naam: code }))
  expect(ordenKerntaken(kerntaken, gezet).map(({ code, prioriteit }) => `${code} ${prioriteit}`)).toEqual(verwacht)
})

test.each(sets)('ROL-11: %s kent de tien kerntaken', (code) => {
  expect(Organisatieregels.parse(deel(code, 'organisatie')).kerntaken).toHaveLength(10)
})
