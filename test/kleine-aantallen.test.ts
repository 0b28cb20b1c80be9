import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { leesAgendainhoud } from '../src/domain/act/gesprek/lees-agendainhoud.ts'
import { stelKpisVast } from '../src/domain/check/kpi/stel-kpis-vast.ts'
import { maakGebruiker } from '../src/domain/plan/inrichting/maak-gebruiker.ts'
import type { Context } from '../src/platform/context.ts'
import { losOp, type Vergelijking } from './los-op.ts'
import {
  JAREN,
  maakKleineRegio,
  MINIMUM,
  schrijfPlaatsen,
  verander,
  verzinPlaatsen,
  type KleineRegio,
  type Plaats,
  type Toeval,
} from './kleine-regio.ts'
import { als, test } from './regio.ts'
import { makeTestApp } from './web.ts'
import { zonderKlok } from './wereld.ts'

type Haal = (pad: string) => Promise<string>
type App = Awaited<ReturnType<typeof makeTestApp>>

// Enough to see each kind of page often; FC_RUNS asks for more.
const RUNS = Number(process.env['FC_RUNS'] ?? 5)

/** Everything a role without cases can ask about these figures, and in every order and filter. */
function vragen({ aanbieders }: KleineRegio, plaatsen: readonly Plaats[]): string[] {
  const lijst = JAREN.flatMap((jaar) =>
    ['', '&van=mij', '&volgorde=naam', '&pagina=2'].flatMap((filter) =>
      ['clienttevredenheid', 'resultaat-behaald', 'start-zorg'].map((kpi) => `/kpis?jaar=${jaar}&kpi=${kpi}${filter}`),
    ),
  )
  return [
    ...lijst,
    ...JAREN.map((jaar) => `/kpis.csv?jaar=${jaar}`),
    ...plaatsen.flatMap(({ cellen }) => cellen.map(({ id }) => `/kpis/${id}`)),
    ...aanbieders.flatMap(({ id }) =>
      ['', '/kpis', '/bevindingen', '/gebeurtenissen', '/gegevens'].map((deel) => `/aanbieders/${id}${deel}`),
    ),
    '/aanbieders',
    '/aanbieders?sorteer=naam&richting=af',
    '/aanbieders.csv',
    '/bevindingen',
    '/bevindingen?sorteer=titel&richting=op',
    '/bevindingen.csv',
    '/',
    'zoek onder de norm',
    'zoek Continuïteit',
  ]
}

/** Answers as text, without what differs by chance: ids of findings and the secret of a form. */
function maakHaal({ get, post }: App): Haal {
  return async (pad) => {
    const zoek = /^zoek (.*)/.exec(pad)?.[1]
    const antwoord = await (zoek === undefined ? get(pad) : post('/zoeken', { zoek }))
    return `${antwoord.status} ${zonderKlok(await antwoord.text())
      .replace(/bevindingen\/[0-9a-f-]{36}/g, 'bevinding')
      .replaceAll('\u00a0', ' ')}`
  }
}

/** The items about KPI's that an agenda with this aanbieder gets, as somebody who works with cases puts them there. */
async function leesAgenda(ctx: Context, aanbiederId: string): Promise<string> {
  const over = {
    gesprekId: randomUUID(),
    soort: 'contractmanagementgesprek',
    aanbiederId,
    gemeenteCode: null,
    escalatieId: null,
  }
  const { kpis } = await leesAgendainhoud(als(ctx, 'contractmanager'), over)
  return `200 ${JSON.stringify(kpis)}`
}

/** The answers on this region as it would be with these outcomes; afterwards the database is as it was. */
async function metRegio<T>(ctx: Context, regio: KleineRegio, plaatsen: Plaats[], ruis: number, werk: () => Promise<T>) {
  await sql`savepoint zonder`.execute(ctx.db)
  try {
    await schrijfPlaatsen(ctx, regio, plaatsen, ruis)
    const id = await maakGebruiker(ctx, {
      naam: 'Wie vaststelt',
      functie: '',
      rol: 'contractmanager',
      voorbeeld: false,
    })
    const manager = als(ctx, 'contractmanager')
    await stelKpisVast({ ...manager, actor: { ...manager.actor, id } }, JAREN[0]!, '')
    return await werk()
  } finally {
    await sql`rollback to savepoint zonder`.execute(ctx.db)
  }
}

const seed = fc.integer({ min: 1, max: 2 ** 31 - 1 })

/** Numbers from a seed (mulberry32). */
function maakToeval(seed: number): Toeval {
  let stand = seed
  return (van, tot) => {
    stand = (stand + 0x6d2b79f5) | 0
    let t = Math.imul(stand ^ (stand >>> 15), 1 | stand)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return van + (((t ^ (t >>> 14)) >>> 0) % (tot - van + 1))
  }
}

describe('kleine aantallen', () => {
  test(
    'S44: twee regio’s die alleen in afgeschermde getallen verschillen, geven op elke vraag hetzelfde antwoord',
    { timeout: 180_000 },
    async ({ ctx }) => {
      const regio = await maakKleineRegio(ctx, 3)
      const haal = maakHaal(await makeTestApp({ ctx, rol: 'beleid' }))
      let veranderd = 0
      let afgeschermd = 0
      await fc.assert(
        fc.asyncProperty(seed, async (begin) => {
          const toeval = maakToeval(begin)
          const plaatsen = verzinPlaatsen(regio, toeval)
          const anders = verander(regio, plaatsen, toeval)
          veranderd += anders.filter((plaats, i) => plaats !== plaatsen[i]).length
          const gevraagd = vragen(regio, plaatsen).filter(() => toeval(0, 4) === 0)
          const antwoorden = async () => {
            const alle: [string, string][] = []
            for (const vraag of gevraagd) alle.push([vraag, await haal(vraag)])
            // what is written on an agenda stays there for everybody who reads the meeting
            for (const { id } of regio.aanbieders) alle.push([`agenda ${id}`, await leesAgenda(ctx, id)])
            return alle
          }
          const eerst = await metRegio(ctx, regio, plaatsen, 1, antwoorden)
          const dan = await metRegio(ctx, regio, anders, 2, antwoorden)
          expect(dan.flatMap(([vraag, tekst], i) => eersteVerschil(vraag, eerst[i]![1], tekst))).toEqual([])
          afgeschermd += eerst.filter(([, tekst]) => tekst.includes('minder dan 10 cliënten')).length
          expect(eerst.filter(([, tekst]) => !tekst.startsWith('200')).map(([vraag]) => vraag)).toEqual([])
        }),
        { numRuns: RUNS, endOnFailure: true },
      )
      // most places hide something, so most must have become another one
      expect(veranderd).toBeGreaterThan(RUNS * 6)
      expect(afgeschermd).toBeGreaterThan(0)
    },
  )

  test(
    'S44: uit twee of drie antwoorden samen is geen aantal onder de grens te berekenen',
    { timeout: 180_000 },
    async ({ ctx }) => {
      const regio = await maakKleineRegio(ctx, 3)
      const haal = maakHaal(await makeTestApp({ ctx, rol: 'beleid' }))
      let gelezen = 0
      await fc.assert(
        fc.asyncProperty(seed, async (begin) => {
          const toeval = maakToeval(begin)
          const plaatsen = verzinPlaatsen(regio, toeval)
          await metRegio(ctx, regio, plaatsen, 1, async () => {
            const alle = vragen(regio, plaatsen)
            for (let keer = 0; keer < 6; keer++) {
              const drie = Array.from({ length: toeval(2, 3) }, () => alle[toeval(0, alle.length - 1)]!)
              const antwoorden = await Promise.all(drie.map(async (vraag) => ({ vraag, tekst: await haal(vraag) })))
              const gezien = antwoorden.flatMap(({ vraag, tekst }) => leesGetallen(regio, plaatsen, vraag, tekst))
              gelezen += gezien.length
              const bekend = losOp([...gezien, ...samenhang(plaatsen)])
              const klein = [...bekend].filter(([, aantal]) => aantal > 0 && aantal < MINIMUM)
              expect({ drie, klein }).toEqual({ drie, klein: [] })
            }
          })
        }),
        { numRuns: RUNS, endOnFailure: true },
      )
      expect(gelezen).toBeGreaterThan(RUNS * 20)
    },
  )

  test('S44: wie met casussen werkt, de eigen aanbieder en de opdrachtregel zien de echte getallen', async ({
    ctx,
  }) => {
    const regio = await maakKleineRegio(ctx, 2)
    const plaatsen = verzinPlaatsen(regio, maakToeval(4))
    await metRegio(ctx, regio, plaatsen, 1, async () => {
      for (const rol of ['contractmanager', 'toezichthouder'] as const) {
        expect(await maakHaal(await makeTestApp({ ctx, rol }))(`/kpis.csv?jaar=2025`)).not.toContain('minder dan')
      }
      expect(await maakHaal(await makeTestApp({ ctx, rol: 'beleid' }))(`/kpis.csv?jaar=2025`)).toContain(
        'minder dan 10',
      )
    })
  })

  test('S44: wie maar in één subregio met casussen werkt, ziet alleen daar de echte getallen', async ({ ctx }) => {
    const regio = await maakKleineRegio(ctx, 1)
    const toeval = maakToeval(3)
    const plaatsen = verzinPlaatsen(regio, toeval).map((plaats) => ({
      ...plaats,
      cellen: plaats.cellen.map((cel) => ({ ...cel, clientenInZorg: 4, n: 0, teller: 0, clienten: {}, dagen: [] })),
    }))
    await schrijfPlaatsen(ctx, regio, plaatsen, 1)
    const ook = [{ rol: 'contractmanager' as const, gemeenten: ['0439', '0385', '0479'] }]
    const app = await makeTestApp({ ctx, rol: 'beleid', ook })
    const regels = (await maakHaal(app)('/kpis.csv?jaar=2025'))
      .split('\r\n')
      .filter((regel) => regel.includes('Start zorg'))
    expect(regels.map((regel) => regel.split(';').slice(4, 6))).toEqual([
      ['Purmerend/Edam-Volendam', '4'],
      ['Oostzaan/Waterland/Landsmeer', 'minder dan 10'],
      // Wormerland is not his
      ['Zaanstad/Wormerland', 'minder dan 10'],
    ])
  })
})

const plaatsnaam = ({ aanbieder, subregioId, jaar }: Plaats) => `${aanbieder} ${subregioId} ${jaar}`

/** Every number about clients on a page or in a file, as a sum of what it is made of. */
function leesGetallen(regio: KleineRegio, plaatsen: readonly Plaats[], vraag: string, tekst: string): Vergelijking[] {
  if (vraag.startsWith('/kpis.csv')) return leesCsv(regio, plaatsen, tekst)
  const cel = plaatsen
    .flatMap((plaats) => plaats.cellen.map((cel) => ({ plaats, cel })))
    .find(({ cel }) => vraag === `/kpis/${cel.id}`)
  if (cel) {
    const naam = `${plaatsnaam(cel.plaats)} ${cel.cel.kpi}`
    const [, teller, n] = /(\d+) van (\d+)<\/span>/.exec(tekst) ?? []
    const zorg = /Cliënten in zorg \(ten minste 10\)<\/\w+>\s*<\w+[^>]*>(\d+)</.exec(tekst)?.[1]
    const blijft = /n = (\d+)</.exec(tekst)?.[1]
    return [
      ...is(`${naam} behaald`, teller),
      ...is(`${naam} n`, n),
      ...is(`${naam} n`, blijft),
      ...is(`${plaatsnaam(cel.plaats)} zorg`, zorg),
    ]
  }
  const kaart = /^\/aanbieders\/([0-9a-f-]{36})$/.exec(vraag)?.[1]
  if (kaart) return leesKaart(regio, plaatsen, kaart, tekst)
  // cells of the matrix: the link names the outcome
  return plaatsen.flatMap((plaats) =>
    plaats.cellen.flatMap(({ id, kpi }) => {
      const inhoud = new RegExp(`<td[^>]*><a href="/kpis/${id}">(.*?)</a>`).exec(tekst)?.[1] ?? ''
      return [
        ...is(`${plaatsnaam(plaats)} ${kpi} n`, /\bn (\d+)/.exec(inhoud)?.[1]),
        ...is(`${plaatsnaam(plaats)} zorg`, /(\d+) cliënten/.exec(inhoud)?.[1]),
      ]
    }),
  )
}

const is = (naam: string, waarde: string | undefined): Vergelijking[] =>
  waarde === undefined || !/^\d+$/.test(waarde) ? [] : [{ delen: { [naam]: 1 }, som: Number(waarde) }]

function leesCsv(regio: KleineRegio, plaatsen: readonly Plaats[], tekst: string): Vergelijking[] {
  const kpis = {
    Cliënttevredenheid: 'clienttevredenheid',
    'Resultaat behaald': 'resultaat-behaald',
    'Start zorg': 'start-zorg',
  }
  return tekst.split('\r\n').flatMap((regel) => {
    const [jaar, kpi, , agb, subregio, zorg, n, waarde] = regel.split(';')
    const plaats = plaatsen.find(
      (kandidaat) =>
        String(kandidaat.jaar) === jaar?.slice(-4) &&
        regio.aanbieders[kandidaat.aanbieder]!.agb === agb &&
        regio.subregios.find(({ id }) => id === kandidaat.subregioId)!.naam === subregio,
    )
    if (!plaats || !Object.hasOwn(kpis, kpi ?? '')) return []
    const naam = `${plaatsnaam(plaats)} ${kpis[kpi as keyof typeof kpis]}`
    // a percentage of a known number is a number: so many times out of n
    const procent =
      /^\d+,\d$/.test(waarde ?? '') && /^\d+$/.test(n ?? '')
        ? Math.ceil((Number(n) * Number(waarde!.replace(',', '.'))) / 100 - 1e-9)
        : undefined
    return [
      ...is(`${plaatsnaam(plaats)} zorg`, zorg),
      ...is(`${naam} n`, n),
      ...is(`${naam} behaald`, procent?.toString()),
    ]
  })
}

/** The total of the clients of an aanbieder is that of its subregio's in the last year. */
function leesKaart(regio: KleineRegio, plaatsen: readonly Plaats[], id: string, tekst: string): Vergelijking[] {
  const totaal = /Cliënten in zorg, 2025<\/dt>\s*<dd[^>]*><b>([\d.]+)<\/b>/.exec(tekst)?.[1]
  const eigen = plaatsen.filter(({ aanbieder, jaar }) => jaar === 2025 && regio.aanbieders[aanbieder]!.id === id)
  return totaal === undefined
    ? []
    : [
        {
          delen: Object.fromEntries(eigen.map((plaats) => [`${plaatsnaam(plaats)} zorg`, 1])),
          som: Number(totaal.replace('.', '')),
        },
      ]
}

/** What everybody knows: the halves of a result make its n, and who did not answer or was not evaluated is the rest of the clients. */
function samenhang(plaatsen: readonly Plaats[]): Vergelijking[] {
  return plaatsen.flatMap((plaats) => {
    const naam = plaatsnaam(plaats)
    const half = (kpi: string) => ({
      delen: { [`${naam} ${kpi} n`]: 1, [`${naam} ${kpi} behaald`]: -1, [`${naam} ${kpi} niet`]: -1 },
      som: 0,
    })
    const rest = (kpi: string) => ({
      delen: { [`${naam} zorg`]: 1, [`${naam} ${kpi} n`]: -1, [`${naam} ${kpi} buiten`]: -1 },
      som: 0,
    })
    return [half('resultaat-behaald'), half('start-zorg'), rest('clienttevredenheid'), rest('resultaat-behaald')]
  })
}

/** The question and where its two answers part. */
function eersteVerschil(vraag: string, een: string, ander: string): string[] {
  if (een === ander) return []
  let plek = 0
  while (een[plek] === ander[plek]) plek++
  const rond = (tekst: string) => tekst.slice(Math.max(0, plek - 120), plek + 120)
  return [`${vraag}: ${rond(een)} <> ${rond(ander)}`]
}
