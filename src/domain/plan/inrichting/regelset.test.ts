import { expect, test } from 'vitest'
import bestand from '../../../../db/regelsets/zaanstreek-waterland.json' with { type: 'json' }
import { berekenTermijn, type Looptijd, type Termijn } from '../../begrippen/termijn.ts'
import { feestdagenVan } from '../../begrippen/werkdagen.ts'
import { eigenDelen, kiesVersie, Regelset, Termijnen, type Regelsetdeel } from './regelset.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const { delen } = Regelset.parse(bestand)

function inhoud<Deel extends keyof typeof eigenDelen>(deel: Deel) {
  const gevonden = kiesVersie(delen, deel, dag('2026-07-01'))
  return eigenDelen[deel].parse(gevonden?.inhoud) as ReturnType<(typeof eigenDelen)[Deel]['parse']>
}

test('de regelset van Zaanstreek-Waterland heeft elk eigen deel, in de juiste vorm en met een bron', () => {
  for (const [deel, schema] of Object.entries(eigenDelen)) {
    const gevonden = delen.filter((kandidaat) => kandidaat.deel === deel)
    expect(gevonden, deel).toHaveLength(1)
    expect(schema.safeParse(gevonden[0]?.inhoud).error, deel).toBeUndefined()
  }
  expect(delen.filter(({ bron }) => bron.length < 20)).toEqual([])
})

test('LIF-07: de contractfase begint standaard op 1 juli 2026', () => {
  expect(inhoud('contractfase').contractfaseVanaf).toBe('2026-07-01')
})

test('AMB-49: Goede Vrijdag en elk jaar 5 mei zijn in deze regelset geen werkdag, eerste paasdag staat er niet dubbel in', () => {
  expect(feestdagenVan(2026, inhoud('feestdagen')).map(({ datum }) => datum.toString().slice(5))).toEqual(
    '01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26'.split(' '),
  )
})

test.each([
  ['startbericht-305', '2026-12-24', '2027-01-04'],
  ['start-zorg', '2026-11-20', '2027-01-01'], // op Nieuwjaarsdag, zonder doorschuiven
  ['verbeterplan', '2027-05-03', '2027-05-18'],
  ['verbeterplan', '2026-12-18', '2027-01-04'],
  ['gespreksverslag', '2027-05-04', '2027-05-13'],
  ['rapportage-voor-gesprek', '2027-04-07', '2027-03-22'],
  ['antwoord-op-verzoek', '2027-03-22', '2027-04-07'],
  ['jaarlijkse-aanlevering', '2026-12-31', '2027-03-01'],
  ['kpi-vaststellen', '2026-12-31', '2027-04-01'],
  ['kpi-vaststellen-waarschuwing', '2026-12-31', '2027-03-15'],
  ['ria-geldig', '2026-02-28', '2027-02-28'],
])('TRM-01: de termijn %s loopt vanaf %s tot en met %s', (code, start, verwacht) => {
  const { einddatum } = berekenTermijn(termijn(code), dag(start), inhoud('feestdagen'))
  expect(einddatum.toString()).toBe(verwacht)
})

test('TRM-05: alleen de zes weken van start zorg schuiven niet door, andere termijnen in weken wel', () => {
  const inWeken = inhoud('termijnen').termijnen.filter(
    (t): t is Termijn & Exclude<Looptijd, { eenheid: 'vaste datum' }> => t.eenheid === 'weken',
  )
  expect(inWeken.filter(({ doorrollen }) => doorrollen === 'niet').map(({ code }) => code)).toEqual(['start-zorg'])
  expect(inWeken.length).toBeGreaterThan(1)
})

test('KPI-03: vaststellen kan tot en met 1 april, en vanaf 15 maart waarschuwt de termijn ervoor (AMB-17)', () => {
  const einde = (code: string) =>
    berekenTermijn(termijn(code), dag('2027-12-31'), inhoud('feestdagen')).einddatum.toString()
  expect([einde('kpi-vaststellen-waarschuwing'), einde('kpi-vaststellen')]).toEqual(['2028-03-15', '2028-04-01'])
})

test('TRM-01: een code die twee keer voorkomt wordt geweigerd', () => {
  const dubbel = [termijn('verbeterplan'), termijn('verbeterplan')]
  expect(Termijnen.safeParse({ termijnen: dubbel }).success).toBe(false)
})

test('vier functies zijn nodig, contractmanager en achtervanger zijn twee personen', () => {
  const { vereisteFuncties, verschillendePersonen } = inhoud('rollen')
  const functies = vereisteFuncties.map(({ functie }) => functie)
  expect(functies).toEqual(['contracteigenaar', 'contractmanager', 'achtervanger', 'rvm'])
  expect(verschillendePersonen).toEqual([['contractmanager', 'achtervanger']])
})

test('een nieuwe versie geldt vanaf haar dag; wat daarvoor gold blijft te vinden', () => {
  const versies = [
    { versie: 2, geldigVanaf: '2028-01-01' },
    { versie: 1, geldigVanaf: '2015-01-01' },
    { versie: 3, geldigVanaf: '2027-07-01' },
  ].map((versie): Regelsetdeel => ({ deel: 'kpi-start-zorg', bron: 'besluit', inhoud: {}, ...versie }))
  const op = (datum: string) => kiesVersie(versies, 'kpi-start-zorg', dag(datum))?.versie

  expect([op('2014-12-31'), op('2027-06-30'), op('2027-07-01'), op('2028-06-01')]).toEqual([undefined, 1, 3, 3])
  expect(kiesVersie(versies, 'termijnen', dag('2028-01-01'))).toBeUndefined()
})

test('een deel met dezelfde versie of zonder bron wordt geweigerd', () => {
  const deel = { deel: 'namen', versie: 1, geldigVanaf: '2015-01-01', bron: 'besluit', inhoud: {} }
  const regelset = (...delen: unknown[]) => Regelset.safeParse({ code: 'proef', naam: 'Proef', delen }).success
  expect(regelset(deel)).toBe(true)
  expect(regelset(deel, deel)).toBe(false)
  expect(regelset({ ...deel, bron: '' })).toBe(false)
})

function termijn(code: string): Termijn {
  const gevonden = inhoud('termijnen').termijnen.find((kandidaat) => kandidaat.code === code)
  if (!gevonden) {
    throw new Error(`Geen termijn ${code}`)
  }
  return gevonden
}
