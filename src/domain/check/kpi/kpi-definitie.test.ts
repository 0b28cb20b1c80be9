import { expect, test } from 'vitest'
import bestand from '../../../../db/regelsets/zaanstreek-waterland.json' with { type: 'json' }
import { isIndicatief, KpiDefinitie, kpiStatussen, statusNaam, volgendeStatussen } from './kpi-definitie.ts'

const definities = bestand.delen
  .filter(({ deel }) => deel.startsWith('kpi-'))
  .map(({ deel, inhoud }) => ({ deel, ...KpiDefinitie.parse(inhoud) }))

function definitie(code: KpiDefinitie['code']) {
  const gevonden = definities.find((kandidaat) => kandidaat.code === code)
  if (!gevonden) {
    throw new Error(`Geen definitie van ${code}`)
  }
  return gevonden
}

const tevredenheid = definitie('clienttevredenheid')

test("KPI-01: de regelset heeft drie KPI's, elk in een eigen deel met eigen versies", () => {
  expect(definities.map(({ deel, nummer, naam }) => [deel, nummer, naam])).toEqual([
    ['kpi-clienttevredenheid', 1, 'Cliënttevredenheid'],
    ['kpi-resultaat-behaald', 2, 'Resultaat behaald'],
    ['kpi-start-zorg', 3, 'Continuïteit: start zorg'],
  ])
})

test('KPI-06: elke KPI vraagt minstens 10 cliënten in zorg en minstens 10 waarnemingen (AMB-19)', () => {
  const minima = definities.map(({ minimumClienten, minimumWaarnemingen }) => [minimumClienten, minimumWaarnemingen])
  expect(minima).toEqual([
    [10, 10],
    [10, 10],
    [10, 10],
  ])
})

test('KPI-07: een definitie gaat stap voor stap van voorlopig naar vastgesteld en nooit terug', () => {
  expect(kpiStatussen.map(volgendeStatussen)).toEqual([['voorgesteld'], ['geevalueerd'], ['vastgesteld'], []])
  expect(Object.values(statusNaam)).toEqual(['voorlopig', 'voorgesteld', 'geëvalueerd', 'vastgesteld'])
})

test('KPI-07: in de regelset is geen KPI al vastgesteld', () => {
  expect(definities.map(({ status }) => status)).toEqual(['voorlopig', 'voorgesteld', 'voorgesteld'])
})

test.each([
  ['KPI-11', 'clienttevredenheid', '8.5'],
  ['KPI-20', 'resultaat-behaald', '65'],
  ['KPI-25', 'start-zorg', '80'],
] as const)('%s: de norm van %s is %s', (_, code, norm) => {
  expect(definitie(code).norm).toBe(norm)
})

test('KPI-13: zonder methode kan een definitie alleen voorlopig zijn, en dan is de uitkomst indicatief (AMB-22)', () => {
  expect([tevredenheid.methode, tevredenheid.status, isIndicatief(tevredenheid)]).toEqual([null, 'voorlopig', true])
  expect(meldingen({ ...tevredenheid, status: 'voorgesteld' })).toEqual([
    'Vul de methode in, of laat de status op voorlopig staan',
  ])
  const metMethode = {
    ...tevredenheid,
    status: 'voorgesteld',
    methode: 'Vragenlijst, gemiddelde van alle cijfers',
  } as const
  expect(meldingen(metMethode)).toEqual([])
  expect(isIndicatief(metMethode)).toBe(false)
})

test('KPI-12, KPI-13: cliënttevredenheid kent alleen niet behaald en behaald, geen klasse voldoende', () => {
  expect(tevredenheid.schaal.map(({ oordeel }) => oordeel)).toEqual(['niet behaald', 'behaald'])
})

test('KPI-14: de vragenlijst huishoudelijke ondersteuning heeft zeven vragen, te beginnen met het cijfer', () => {
  expect(tevredenheid.vragen).toHaveLength(7)
  expect(tevredenheid.vragen[0]).toBe('Welk cijfer geeft u de huishoudelijke hulp?')
  expect(definities.filter(({ vragen }) => vragen.length > 0)).toEqual([tevredenheid])
})

test('bij resultaat behaald zijn er drie herkomsten van een reden', () => {
  expect(definitie('resultaat-behaald').redenen.map(({ code }) => code)).toEqual(['client', 'aanbieder', 'lokaal team'])
})

test('KPI-22: de termijn van zes weken in de definitie is dezelfde als in het deel termijnen', () => {
  const termijnen = bestand.delen.find(({ deel }) => deel === 'termijnen')?.inhoud.termijnen
  const startZorg = termijnen?.find(({ code }) => code === 'start-zorg')
  expect(startZorg).toMatchObject({ eenheid: 'weken', lengte: 6, doorrollen: 'niet' })
  expect(definitie('start-zorg').termijnDagen).toBe(7 * 6)
})

test('elke norm, schaal en termijn noemt haar bron', () => {
  for (const { code, bronnen } of definities) {
    const regels = bronnen.map(({ regel }) => regel)
    expect(
      regels.some((regel) => regel.startsWith('norm')),
      code,
    ).toBe(true)
    expect(regels, code).toContain('schaal')
    expect(regels, code).toContain('peildatum')
  }
})

test.each([
  [
    'schaal',
    [
      { oordeel: 'behaald', ondergrens: '8.5' },
      { oordeel: 'top', ondergrens: '9' },
    ],
  ],
  [
    'schaal',
    [
      { oordeel: 'laag', ondergrens: '0' },
      { oordeel: 'hoog', ondergrens: '8.5' },
      { oordeel: 'top', ondergrens: '8.50' },
    ],
  ],
  ['norm', '8.6'],
  ['norm', '0'],
  ['norm', '8,5'],
  ['termijnDagen', 42],
])('een definitie met een verkeerde %s wordt geweigerd: %j', (veld, waarde) => {
  const uitkomst = KpiDefinitie.safeParse({ ...tevredenheid, [veld]: waarde })
  expect(uitkomst.error?.issues[0]?.path).toEqual([veld])
})

test('een definitie van start zorg zonder termijn wordt geweigerd', () => {
  expect(meldingen({ ...definitie('start-zorg'), termijnDagen: null })).toEqual([
    'Alleen bij start zorg hoort een termijn in dagen',
  ])
})

function meldingen(invoer: unknown): string[] {
  return KpiDefinitie.safeParse(invoer).error?.issues.map(({ message }) => message) ?? []
}

test('KPI-16: bij resultaat behaald hoort een methode voor concrete en meetbare doelen, met haar bron', () => {
  const { doelmethode, bronnen } = definitie('resultaat-behaald')
  expect(doelmethode).toBe('SMART of een vergelijkbare methode, met vaste evaluatiemomenten.')
  expect(bronnen.find(({ regel }) => regel === 'doelen')?.tekst).toContain('concreet en meetbaar')
  expect(meldingen({ ...definitie('start-zorg'), doelmethode: 'SMART' })).toEqual([
    'Alleen bij resultaat behaald hoort een methode voor doelen',
  ])
})

test('KPI-08: geëvalueerd of vastgesteld is een definitie pas na een raadpleging van aanbieders', () => {
  const basis = definitie('start-zorg')
  const raadplegingen = [{ datum: '2026-11-02', gevraagd: 20, gereageerd: 14, uitkomst: 'Haalbaar.' }]
  for (const status of ['geevalueerd', 'vastgesteld'] as const) {
    expect(meldingen({ ...basis, status })).toEqual(['Leg eerst vast hoe de aanbieders zijn geraadpleegd'])
    expect(meldingen({ ...basis, status, raadplegingen })).toEqual([])
  }
})
