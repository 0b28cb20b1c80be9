import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { somGetoond, toonAantal, toonDeel } from '../../begrippen/getoond-aantal.ts'
import { isMinstens, leesDecimaal } from '../../begrippen/percentage.ts'
import { losOp, type Vergelijking } from '../../../../test/los-op.ts'
import { schermAf, type Cel, type Getoondecel } from './scherm-af.ts'
import { veiligVanaf } from './veilig-vanaf.ts'

const MINIMUM = 10
const schaal = [
  { oordeel: 'onvoldoende', ondergrens: '0' },
  { oordeel: 'voldoende', ondergrens: '80' },
  { oordeel: 'goed', ondergrens: '90' },
]
const oordeelVan = (teller: number, n: number) =>
  schaal.findLast(({ ondergrens }) => isMinstens(100 * teller, n, leesDecimaal(ondergrens)))!.oordeel

function cel(kpi: Cel['kpi'], clientenInZorg: number, n: number, teller: number, clienten: Cel['clienten'] = {}): Cel {
  const gemeten = clientenInZorg >= MINIMUM && n >= MINIMUM
  return {
    kpi,
    clientenInZorg,
    n,
    teller,
    clienten,
    schaal,
    waarde: gemeten ? String(n === 0 ? 0 : Math.floor((1000 * teller) / n) / 10) : null,
    oordeel: gemeten ? (kpi === 'clienttevredenheid' ? 'behaald' : oordeelVan(teller, n)) : null,
  }
}
const een = (...args: Parameters<typeof cel>) => schermAf([cel(...args)], MINIMUM)[0]!

describe('een cel', () => {
  const open = { waarde: expect.any(String) as string, toonOordeel: true, afgeschermd: null }
  const dun = {
    n: { vanaf: 10 },
    teller: null,
    waarde: null,
    toonOordeel: true,
    afgeschermd: { wat: 'dun' as const, minimum: 10 },
  }
  const klein = { teller: null, waarde: null, toonOordeel: false, afgeschermd: { wat: 'klein' as const, minimum: 10 } }
  test.each<[string, Getoondecel, Partial<Getoondecel>]>([
    ['genoeg aan beide kanten', een('start-zorg', 50, 37, 22), { ...open, n: 37, teller: 22 }],
    ['alle cliënten haalden het: over de andere kant gaat niemand', een('start-zorg', 50, 37, 37), { ...open, n: 37 }],
    ['geen cliënt haalde het', een('start-zorg', 50, 37, 0), { ...open, n: 37, teller: 0 }],
    ['te weinig te laat', een('start-zorg', 50, 37, 30), { ...dun, clientenInZorg: 50 }],
    ['te weinig op tijd', een('start-zorg', 60, 30, 9), dun],
    ['te weinig gevallen', een('start-zorg', 50, 9, 9), { ...klein, n: { onder: 10 }, clientenInZorg: 50 }],
    ['te weinig cliënten', een('start-zorg', 9, 0, 0), { ...klein, n: 0, clientenInZorg: { onder: 10 } }],
    ['geen cliënten', een('start-zorg', 0, 0, 0), { n: 0, teller: 0, clientenInZorg: 0, afgeschermd: null }],
    [
      'twaalf toewijzingen van vier cliënten',
      een('start-zorg', 50, 12, 12, { n: 4, teller: 4, rest: 0 }),
      { ...klein, n: null },
    ],
    ['tien op tijd, van drie cliënten', een('start-zorg', 50, 37, 10, { n: 30, teller: 3, rest: 27 }), dun],
    ['van een cijfer is de teller een som', een('clienttevredenheid', 50, 30, 3), { ...open, n: 30, teller: 3 }],
  ])('S44: %s', (_, getoond, verwacht) => {
    expect(getoond).toMatchObject(verwacht)
  })
})

describe('cliënten in zorg', () => {
  const clienten = (...cellen: Cel[]) => schermAf(cellen, MINIMUM).map(({ clientenInZorg }) => clientenInZorg)
  test.each<[string, Cel[], unknown]>([
    ['n laat zien hoeveel cliënten niet antwoordden', [cel('clienttevredenheid', 34, 30, 240)], { vanaf: 10 }],
    ['het verschil is groot genoeg', [cel('clienttevredenheid', 40, 30, 240)], 40],
    [
      'twee KPI’s verschillen de cliënten van één wet',
      [cel('clienttevredenheid', 40, 0, 0), cel('start-zorg', 45, 0, 0)],
      { vanaf: 10 },
    ],
    ['goed bij 12 cliënten: dan is er precies een te laat', [cel('start-zorg', 12, 11, 10)], { vanaf: 10 }],
    ['goed bij 40 cliënten laat genoeg open', [cel('start-zorg', 40, 30, 28)], 40],
  ])('S44: %s', (_, cellen, eerste) => {
    expect(clienten(...cellen)[0]).toEqual(eerste)
  })

  test('S44: vanaf zoveel cliënten laat een oordeel drie aantallen open', () => {
    expect(veiligVanaf(schaal, 'goed', MINIMUM)).toBe(30)
    expect(veiligVanaf(schaal, 'voldoende', MINIMUM)).toBe(20)
    expect(veiligVanaf(schaal, 'onvoldoende', MINIMUM)).toBe(10)
  })
})

describe('getoonde aantallen', () => {
  test('S44: een klein aantal is nooit 0, en geen aantal is 0', () => {
    expect([toonAantal(0, 0, 10), toonAantal(9, 9, 10), toonAantal(10, 10, 10), toonAantal(12, 4, 10)]).toEqual([
      0,
      { onder: 10 },
      10,
      { onder: 10 },
    ])
  })
  test('S44: een totaal is gemaakt van wat getoond is', () => {
    expect(somGetoond([12, 30])).toBe(42)
    expect(somGetoond([12, 30, { onder: 10 }])).toEqual({ vanaf: 42 })
    expect(somGetoond([{ vanaf: 10 }, 0, { onder: 10 }])).toEqual({ vanaf: 10 })
    expect(somGetoond([{ onder: 10 }, 0])).toBeNull()
  })
  test('S44: een deel staat er alleen als ook de rest er mag staan', () => {
    const deel = (aantal: number) => ({ aantal, clienten: aantal })
    expect(toonDeel([deel(10), deel(0)], 10)).toEqual([10, 0])
    expect(toonDeel([deel(30), deel(9)], 10)).toBeNull()
  })
})

/** Clients of one aanbieder in one subregio, each with all that the three KPI's count of him. */
const plaats = fc.array(
  fc.record({
    wet: fc.constantFrom('wmo', 'wmo', 'wmo', 'jw'),
    inZorg: fc.boolean(),
    antwoord: fc.boolean(),
    resultaat: fc.constantFrom('geen', 'behaald', 'behaald', 'niet'),
    toewijzingen: fc.array(fc.constantFrom(true, true, true, false), { maxLength: 2 }),
  }),
  { maxLength: 60 },
)
type Client = { wet: string; inZorg: boolean; antwoord: boolean; resultaat: string; toewijzingen: boolean[] }

function tel(clienten: Client[]): Cel[] {
  const wmo = clienten.filter(({ wet }) => wet === 'wmo')
  const zorg = (wie: Client[]) => wie.filter(({ inZorg }) => inZorg)
  const antwoord = zorg(wmo).filter((client) => client.antwoord)
  const resultaat = zorg(wmo).filter((client) => client.resultaat !== 'geen')
  const behaald = resultaat.filter((client) => client.resultaat === 'behaald')
  const starts = clienten.flatMap(({ toewijzingen }) => toewijzingen)
  const metStart = (optijd: boolean) => clienten.filter(({ toewijzingen }) => toewijzingen.includes(optijd)).length
  return [
    cel('clienttevredenheid', zorg(wmo).length, antwoord.length, 80 * antwoord.length),
    cel('resultaat-behaald', zorg(wmo).length, resultaat.length, behaald.length),
    cel('start-zorg', zorg(clienten).length, starts.length, starts.filter(Boolean).length, {
      n: clienten.filter(({ toewijzingen }) => toewijzingen.length > 0).length,
      teller: metStart(true),
      rest: metStart(false),
    }),
  ]
}

/** What somebody knows who reads the cells: every number shown, and how the numbers hang together. */
function kennis(cellen: Getoondecel[]): Vergelijking[] {
  const [tevreden, resultaat, start] = cellen as [Getoondecel, Getoondecel, Getoondecel]
  const is = (naam: string, waarde: unknown): Vergelijking[] =>
    typeof waarde === 'number' ? [{ delen: { [naam]: 1 }, som: waarde }] : []
  const helften = (naam: string, { n, teller }: Getoondecel) => [
    ...is(`${naam} n`, n),
    ...is(`${naam} behaald`, teller),
    { delen: { [`${naam} n`]: 1, [`${naam} behaald`]: -1, [`${naam} niet`]: -1 }, som: 0 },
  ]
  return [
    ...is('zorg wmo', tevreden.clientenInZorg),
    ...is('zorg wmo', resultaat.clientenInZorg),
    ...is('zorg alle', start.clientenInZorg),
    { delen: { 'zorg alle': 1, 'zorg wmo': -1, 'zorg jw': -1 }, som: 0 },
    ...is('antwoord', tevreden.n),
    { delen: { 'zorg wmo': 1, antwoord: -1, 'geen antwoord': -1 }, som: 0 },
    ...helften('resultaat', resultaat),
    { delen: { 'zorg wmo': 1, 'resultaat n': -1, 'geen resultaat': -1 }, som: 0 },
    ...helften('start', start),
  ]
}

describe('rekenen met wat getoond is', () => {
  test('S44: geen som en geen verschil van getoonde getallen van één plaats geeft een te klein aantal', () => {
    fc.assert(
      fc.property(plaats, (clienten) => {
        const bekend = losOp(kennis(schermAf(tel(clienten), MINIMUM)))
        const klein = [...bekend].filter(([, aantal]) => aantal > 0 && aantal < MINIMUM)
        expect(klein).toEqual([])
      }),
      { numRuns: 3_000 },
    )
  })

  test('S44: een oordeel zonder getallen laat meer dan één aantal over', () => {
    fc.assert(
      fc.property(plaats, (clienten) => {
        const cellen = tel(clienten)
        for (const [plek, { afgeschermd, clientenInZorg }] of schermAf(cellen, MINIMUM).entries()) {
          if (afgeschermd?.wat !== 'dun') continue
          const oordeel = cellen[plek]!.oordeel!
          // at worst somebody knows why the clients in care were hidden
          const hoogstens =
            typeof clientenInZorg === 'number' ? clientenInZorg : veiligVanaf(schaal, oordeel, MINIMUM) - 1
          expect(mogelijk(oordeel, Math.max(hoogstens, MINIMUM))).toBeGreaterThan(1)
        }
      }),
      { numRuns: 500 },
    )
  })
})

/** How many different numbers are left, for the side of the norm of which fewest are. */
function mogelijk(oordeel: string, hoogstens: number): number {
  const [behaald, niet] = [new Set<number>(), new Set<number>()]
  for (let n = MINIMUM; n <= hoogstens; n++) {
    for (let teller = 1; teller < n; teller++) {
      if (oordeelVan(teller, n) !== oordeel || (teller >= MINIMUM && n - teller >= MINIMUM)) continue
      behaald.add(teller)
      niet.add(n - teller)
    }
  }
  return Math.min(behaald.size, niet.size)
}
