import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leesEvaluatiesIn } from '../../src/domain/do/evaluatie/lees-evaluaties-in.ts'
import { maakBevindingen } from '../../src/domain/check/bevinding/maak-bevindingen.ts'
import { berekenKpis } from '../../src/domain/check/kpi/bereken-kpis.ts'
import type { Rol } from '../../src/domain/rechten.ts'
import { inTransaction } from '../../src/platform/transaction.ts'
import { beoordeel, lever, maakAfspraken } from '../inlezen.ts'
import { AGB, xml301, xml305, xml307, xml323 } from '../builders-bericht.ts'
import { makeTestApp } from '../web.ts'
import { verseRegio } from './inlezen-hulp.ts'

// What people send is never trusted: whatever stands in a form or a URL, the answer is one of these, and never a fault of ours.
const GOED = new Set([200, 302, 303, 400, 403, 404, 409, 413, 415, 422, 429])
const ROLLEN: Rol[] = [
  'contractmanager',
  'contracteigenaar',
  'contractbeheerder',
  'functioneel beheerder',
  'backoffice',
  'lokaal team',
  'aanbieder',
]
const MEESTE_PAGINAS = 400
const PER_VORM = 3

type Formulier = {
  methode: string
  actie: string
  velden: string[]
  /** What the form itself offers for a field: options, and what stands in it. */
  eigen: Record<string, string[]>
  bestanden: string[]
}
type App = Awaited<ReturnType<typeof makeTestApp>>

const patroon = (pad: string) =>
  pad.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':id').replace(/\/\d+(?=[/.?]|$)/g, '/:n')
const ontsnap = (tekst: string) => tekst.replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replaceAll('&quot;', '"')

function attribuut(tag: string, naam: string): string | undefined {
  const gevonden = new RegExp(`\\s${naam}="([^"]*)"`, 'i').exec(tag)?.[1]
  return gevonden === undefined ? undefined : ontsnap(gevonden)
}

/** Every form of a page with the names of its fields. */
function formulieren(html: string, pad: string): Formulier[] {
  return [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([vorm]) => {
    const kop = /<form\b[^>]*>/.exec(vorm)![0]
    const invoer = [...vorm.matchAll(/<(?:input|select|textarea|button)\b[^>]*>/g)].map(([tag]) => tag)
    const namen = invoer
      .filter((tag) => attribuut(tag, 'type') !== 'file')
      .flatMap((tag) => attribuut(tag, 'name') ?? [])
    const eigen = Object.create(null) as Record<string, string[]>
    for (const tag of invoer) {
      const naam = attribuut(tag, 'name')
      if (naam !== undefined && attribuut(tag, 'type') !== 'file')
        (eigen[naam] ??= []).push(attribuut(tag, 'value') ?? '')
    }
    for (const [, naam, opties] of vorm.matchAll(/<select\b[^>]*\sname="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
      eigen[naam!] = [...opties!.matchAll(/\svalue="([^"]*)"/g)].map(([, een]) => ontsnap(een!))
    }
    return {
      eigen,
      methode: (attribuut(kop, 'method') ?? 'get').toLowerCase(),
      actie: attribuut(kop, 'action') ?? pad,
      velden: [...new Set(namen)].filter((naam) => naam !== 'csrf'),
      bestanden: invoer
        .filter((tag) => attribuut(tag, 'type') === 'file')
        .flatMap((tag) => attribuut(tag, 'name') ?? []),
    }
  })
}

/** Follows every link from the first page, one of each kind; gives the kinds of URL with their parameters, and the forms. */
async function loopRond(app: App) {
  const gezien = new Map<string, { pad: string; params: Set<string> }>()
  const vormen = new Map<string, Formulier>()
  const nog = ['/']
  while (nog.length > 0 && gezien.size < MEESTE_PAGINAS) {
    const url = new URL(nog.shift()!, 'http://localhost')
    const soort = patroon(url.pathname)
    const bekend = gezien.get(soort)
    for (const naam of url.searchParams.keys()) bekend?.params.add(naam)
    if (bekend) continue
    gezien.set(soort, { pad: url.pathname, params: new Set(url.searchParams.keys()) })
    const antwoord = await app.get(url.pathname + url.search)
    expect([url.pathname, GOED.has(antwoord.status)]).toEqual([url.pathname, true])
    if (!(antwoord.headers.get('content-type') ?? '').includes('text/html')) continue
    const html = await antwoord.text()
    for (const [, href] of html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)) nog.push(ontsnap(href!))
    for (const vorm of formulieren(html, url.pathname)) {
      if (vorm.actie.endsWith('/afmelden')) continue
      const sleutel = `${vorm.methode} ${patroon(vorm.actie.split('?')[0]!)}`
      const eerder = vormen.get(sleutel)
      if (eerder) {
        for (const [naam, waarden] of Object.entries(vorm.eigen))
          eerder.eigen[naam] = [...(eerder.eigen[naam] ?? []), ...waarden].slice(0, 50)
        eerder.velden = [...new Set([...eerder.velden, ...vorm.velden])]
      } else vormen.set(sleutel, vorm)
    }
  }
  return { paginas: [...gezien.values()], vormen: [...vormen.values()] }
}

const waarde = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).map((tekst) => tekst.replaceAll('\u0000', '')),
  fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    'a\u0000b',
    '\ud800',
    '-1',
    '0',
    '1e309',
    '99999999999999999999',
    '2147483648',
    '-0',
    'NaN',
    '31-2-2026',
    '1-1-0000',
    '2026-11-22',
    '1-1-999999',
    "' or 1=1 --",
    '%00',
    '../../../etc/passwd',
    '<script>alert(1)</script>',
    '=cmd|x!A1',
    '__proto__',
    'constructor',
    '{"$ne":1}',
    '€ 1.000.000.000.000.000',
    '00000000-0000-0000-0000-000000000000',
    '12345678-1234-1234-1234-1234567890AB',
  ),
  fc.constant('x'.repeat(20_000)),
  fc.integer().map(String),
  fc.uuid(),
)

function inhoud(velden: readonly string[], gekozen: readonly (readonly string[])[]): URLSearchParams {
  const params = new URLSearchParams()
  velden.forEach((veld, i) => {
    for (const een of gekozen[i] ?? []) params.append(veld, een)
  })
  return params
}

// What a field often asks: so that a form is now and then right but for one field.
const aannemelijk = fc.constantFrom(
  '1-1-2027',
  '22-11-2026',
  '50.000',
  '12',
  'Een goede reden.',
  'naam@voorbeeld.example',
)

/** For each field: left out, once, or twice; mostly what it offers itself or what is plausible. */
const perVeld = (velden: readonly string[], eigen: Record<string, string[]> = {}) =>
  fc.tuple(
    ...velden.map((veld) => {
      const offers = (Object.hasOwn(eigen, veld) ? eigen[veld] : undefined)?.filter((een) => een !== '') ?? []
      const een = fc.oneof(
        { weight: 5, arbitrary: offers.length > 0 ? fc.constantFrom(...offers) : aannemelijk },
        { weight: 2, arbitrary: waarde },
      )
      return fc.oneof(
        { weight: 9, arbitrary: fc.tuple(een) },
        { weight: 1, arbitrary: fc.array(een, { maxLength: 2 }) },
      )
    }),
  )

describe('onzin in formulieren en adressen', () => {
  let regio: Awaited<ReturnType<typeof verseRegio>>
  beforeAll(async () => {
    regio = await verseRegio()
    const { ctx } = regio
    await inTransaction(ctx, maakAfspraken)
    await lever(
      ctx,
      xml301({}),
      xml305({}),
      xml307({ identificatie: 'S1' }),
      xml323({ identificatie: 'D1' }),
      '<kapot>',
    )
    await beoordeel(ctx)
    const csv =
      'gemeentecode;toewijzingNummer;datum;soort;resultaat;reden\n0439;1001;2025-06-01;einde-beschikking;behaald;\n'
    await leesEvaluatiesIn(ctx, Buffer.from(csv))
    await berekenKpis(ctx, {})
    await inTransaction(ctx, async (ctx) => {
      const aanbieder = await ctx.db
        .selectFrom('aanbieder')
        .select('id')
        .where('agb', '=', AGB)
        .executeTakeFirstOrThrow()
      await maakBevindingen(ctx, [
        { bron: 'hand', sleutel: 'x', titel: 'Wachtlijst', toelichting: '', aanbiederId: aanbieder.id, agb: AGB },
      ])
    })
  })
  afterAll(async () => {
    await regio[Symbol.asyncDispose]()
  })

  test.for(ROLLEN)('als %s', async (rol) => {
    const app = await makeTestApp({ ctx: regio.ctx, rol, ...(rol === 'aanbieder' && { agb: AGB }) })
    const { paginas, vormen } = await loopRond(app)
    expect(paginas.length).toBeGreaterThan(8)
    const antwoorden = new Map<number, number>()
    const tel = (status: number) => antwoorden.set(status, (antwoorden.get(status) ?? 0) + 1)
    const zoekvelden = [...new Set(vormen.filter(({ methode }) => methode === 'get').flatMap(({ velden }) => velden))]

    for (const { pad, params } of paginas) {
      const velden = [...new Set([...params, ...zoekvelden, 'pagina', 'sorteer', 'richting', 'jaar', 'gedaan'])]
      await fc.assert(
        fc.asyncProperty(perVeld(velden), async (gekozen) => {
          const url = `${pad}?${inhoud(velden, gekozen).toString()}`
          const { status } = await app.get(url)
          tel(status)
          if (!GOED.has(status)) throw new Error(`${status} for GET ${url.slice(0, 400)}`)
        }),
        { numRuns: PER_VORM, seed: 22 },
      )
    }
    for (const { actie, velden, eigen, bestanden } of vormen.filter(({ methode }) => methode === 'post')) {
      const alle = [...velden, 'regioId', 'id', 'rol', 'agb', '__proto__']
      await fc.assert(
        fc.asyncProperty(perVeld(alle, eigen), fc.uint8Array({ maxLength: 400 }), async (gekozen, bytes) => {
          const params = inhoud(alle, gekozen)
          const antwoord =
            bestanden.length > 0
              ? await postBestand(app, actie, params, bestanden, bytes)
              : await postVelden(app, actie, params)
          tel(antwoord.status)
          if (!GOED.has(antwoord.status))
            throw new Error(`${antwoord.status} for POST ${actie} ${params.toString().slice(0, 400)}`)
        }),
        { numRuns: PER_VORM * 4, seed: 22 },
      )
    }
    expect([...antwoorden.values()].reduce((som, n) => som + n, 0)).toBeGreaterThan(PER_VORM * 10)
    // pages were shown and forms were judged: it did not all end at the door
    expect(antwoorden.get(200) ?? 0).toBeGreaterThan(PER_VORM * 5)
  })
})

function postVelden({ app, cookie, csrf }: App, actie: string, params: URLSearchParams) {
  params.set('csrf', csrf)
  return app.request(actie, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: params.toString(),
  })
}

function postBestand(
  { postFormulier }: App,
  actie: string,
  params: URLSearchParams,
  bestanden: string[],
  bytes: Uint8Array,
) {
  const formulier = new FormData()
  for (const [naam, een] of params) formulier.append(naam, een)
  for (const naam of bestanden) formulier.append(naam, new File([new Uint8Array(bytes)], `${naam}\u0000.xml`))
  return postFormulier(actie, formulier)
}
