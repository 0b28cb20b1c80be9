import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BSN, xml301, xml305, xml323 } from '../../test/builders-bericht.ts'
import { lever, maakAfspraken } from '../../test/inlezen.ts'
import { als, maakProefregio } from '../../test/regio.ts'
import { freshDatabase, type FreshDatabase } from '../../test/test.ts'
import { makeTestApp } from '../../test/web.ts'
import { controleerOvereenkomsten } from '../domain/check/bevinding/controleer-overeenkomsten.ts'
import { berekenKpis } from '../domain/check/kpi/bereken-kpis.ts'
import { stelKpisVast } from '../domain/check/kpi/stel-kpis-vast.ts'
import { voegContactpersoonToe } from '../domain/plan/aanbieder/bewaar-contactpersoon.ts'
import { maakGebruiker } from '../domain/plan/inrichting/maak-gebruiker.ts'
import type { Rol } from '../domain/rechten.ts'
import type { Context } from '../platform/context.ts'
import { openSleutels } from '../platform/sleutels.ts'
import { inReadTransaction } from '../platform/transaction.ts'

// Real transactions here, so that row-level security holds for every request as it does for people.
let fresh: FreshDatabase
let sleutelmap: string
let ctx: Context
let ids: Record<string, string>

const AGB = '98990101'
const rollen: Rol[] = [
  'contracteigenaar',
  'contractmanager',
  'contractbeheerder',
  'lokaal team',
  'backoffice',
  'toezichthouder',
  'beleid',
  'functioneel beheerder',
  'aanbieder',
]

beforeAll(async () => {
  fresh = await freshDatabase({ max: 10 })
  sleutelmap = mkdtempSync(join(tmpdir(), 'overlap-sleutels-'))
  ctx = await maakProefregio(fresh.db, openSleutels(sleutelmap))
  ids = await vul(ctx)
})

afterAll(async () => {
  await fresh.drop()
  rmSync(sleutelmap, { recursive: true })
})

/** A little of everything, by the same ways as real data; gives an id for each kind of page. */
async function vul(ctx: Context): Promise<Record<string, string>> {
  await maakAfspraken(ctx)
  await lever(
    ctx,
    xml301({ identificatie: 'T1' }),
    xml301({ identificatie: 'T2', bsn: BSN.truus }, { nummer: 1002 }),
    xml305({ identificatie: 'S1' }),
    xml323({ identificatie: 'D1' }, { referentie: 'R1' }, { referentie: 'R2', tarief: 1 }),
    '<kapot',
    {
      naam: 'evaluaties.csv',
      inhoud:
        'gemeentecode;toewijzingNummer;datum;soort;resultaat;reden\n0439;1001;2024-06-04;einde-beschikking;behaald;\n',
    },
  )
  await berekenKpis(ctx, {})
  const gebruiker = { naam: 'Marloes de Wit', functie: '', rol: 'contractmanager', voorbeeld: false } as const
  const manager = als(ctx, 'contractmanager')
  manager.actor.id = await maakGebruiker(ctx, gebruiker)
  await stelKpisVast(manager, 2024, '')
  await controleerOvereenkomsten(als(ctx, 'systeem (wachtrij)'))
  const zoek = (wat: string) =>
    inReadTransaction(ctx, async ({ db }) => {
      const { rows } = await sql<{ id: string }>`${sql.raw(wat)} limit 1`.execute(db)
      return rows[0]!.id
    })
  const aanbieder = await zoek(`select id from aanbieder where agb = '${AGB}'`)
  const contact = { naam: 'Wilma', functie: 'manager', email: 'wilma@aanbieder.example', telefoon: '0299 000 101' }
  await voegContactpersoonToe(ctx, aanbieder, contact)
  return {
    aanbieder,
    persoon: await zoek('select id from contactpersoon'),
    overeenkomst: await zoek(`select id from overeenkomst where agb = '${AGB}'`),
    ronde: await zoek('select id from inleesronde'),
    bericht: await zoek(`select id from bericht where soort = '323'`),
    toewijzing: await zoek(`select id from toewijzing where agb = '${AGB}'`),
    kpi: await zoek(
      `select id from kpi_uitkomst where jaar = 2024 and agb = '${AGB}' and kpi = 'start-zorg' order by n desc`,
    ),
    bevinding: await zoek(`select id from bevinding where agb = '${AGB}'`),
  }
}

const NIETS = '00000000-0000-7000-8000-000000000000'

/** Every route that can be read, with what its parameters stand for filled in from `waarden`. */
async function leesbareRoutes(waarden: Record<string, string>): Promise<string[]> {
  const { app } = await makeTestApp({ ctx, rol: 'beleid' })
  const paden = app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
  return [...new Set(paden)].map((path) =>
    path
      .replace('/assets/*', '/assets/overlap.css')
      .replace(
        /\/(aanbieders|overeenkomsten|bevindingen|toewijzingen|kpis|rondes|berichten)\/:id\{(?:[^{}]|\{[^}]*\})*\}/,
        vulIn,
      )
      .replace(/(\/contactpersonen)\/:persoon\{[^}]*\}+/, `$1/${waarden['persoon'] ?? NIETS}`)
      .replace(/:jaar\{\\d\{4\}\}/, '2024')
      .replace(/:deel\{[^}]*\}+/, 'kpi-start-zorg')
      .replace(/:pagina\{[^}]*\}+/, 'kpis'),
  )

  function vulIn(_: string, soort: string) {
    const enkel: Record<string, string> = {
      aanbieders: 'aanbieder',
      overeenkomsten: 'overeenkomst',
      bevindingen: 'bevinding',
      toewijzingen: 'toewijzing',
      kpis: 'kpi',
      rondes: 'ronde',
      berichten: 'bericht',
    }
    const id = waarden[enkel[soort]!] ?? (soort === 'berichten' ? '999999999' : NIETS)
    return `/${soort}/${id}`
  }
}

describe('alle bladzijden, voor elke rol', () => {
  const geopend = new Map<string, Set<Rol>>()

  test.each(rollen)('%s: geen enkele bladzijde loopt vast', async (rol) => {
    const { get } = await makeTestApp({ ctx, rol, ...(rol === 'aanbieder' && { agb: AGB }) })
    const paden = await leesbareRoutes(ids)
    expect(paden.length).toBeGreaterThan(50)
    expect(paden.filter((pad) => /[:*{]/.test(pad))).toEqual([])
    for (const pad of paden) {
      const { status } = await get(pad)
      expect([200, 303, 403, 404], `${pad} ${String(status)}`).toContain(status)
      if (status === 200) geopend.set(pad, (geopend.get(pad) ?? new Set()).add(rol))
    }
  })

  test('elke bladzijde gaat voor iemand open', async () => {
    const gesloten = (await leesbareRoutes(ids)).filter((pad) => !geopend.has(pad) && !pad.startsWith('/assets/'))
    expect(gesloten).toEqual([])
  })

  test('wat niet bestaat, is overal een 404 of 403', async () => {
    for (const rol of ['contractmanager', 'functioneel beheerder', 'aanbieder'] satisfies Rol[]) {
      const { get } = await makeTestApp({ ctx, rol, ...(rol === 'aanbieder' && { agb: AGB }) })
      const [echt, leeg] = [await leesbareRoutes(ids), await leesbareRoutes({})]
      for (const pad of leeg.filter((pad) => !echt.includes(pad))) {
        expect([403, 404], pad).toContain((await get(pad)).status)
      }
      for (const pad of ['/bestaat-niet', '/kpis/abc', '/aanbieders/1', "/aanbieders/'", '/%00', '/berichten/1e9']) {
        expect((await get(pad)).status, pad).toBe(404)
      }
    }
  })

  test('onzin in de vraag achter het adres verandert daar niets aan', async () => {
    const onzin = [
      'pagina=0&jaar=99999&sorteer=constructor&richting=op;drop&stand=x&bron=toString&kpi=__proto__&van=x',
      "pagina=99999&jaar=1&zoek=%25'%5C%00&grootte=x&plaats='&gemeente=0000&soort=constructor&uitkomst=valueOf",
      'pagina=1.5&pagina=2&jaar=&zoek=%F0%9F%98%80&aanbieder=x&contractmanager=x&fase=x&van=2024-99-99&tot=x',
    ]
    for (const rol of ['contractmanager', 'functioneel beheerder'] satisfies Rol[]) {
      const { get } = await makeTestApp({ ctx, rol })
      for (const pad of await leesbareRoutes(ids)) {
        for (const vraag of onzin) {
          const { status } = await get(`${pad}?${vraag}`)
          expect(status, `${pad}?${vraag}`).toBeLessThan(500)
        }
      }
    }
  })

  test('een aanbieder vindt nergens een andere aanbieder', async () => {
    const { get } = await makeTestApp({ ctx, rol: 'aanbieder', agb: AGB })
    for (const pad of await leesbareRoutes(ids)) {
      const tekst = await (await get(pad)).text()
      expect(tekst.includes('Dijk &amp; Doen') || tekst.includes('98990108'), pad).toBe(false)
    }
  })
})

describe('elk antwoord', () => {
  const koppen = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }

  test('heeft de veiligheidskoppen, ook een weigering, een doorverwijzing en een bestand', async () => {
    const { app, get, post } = await makeTestApp({ ctx, rol: 'beleid' })
    const antwoorden: [number, Response][] = [
      [200, await get('/')],
      [200, await get('/kpis.csv?jaar=2024')],
      [200, await app.request('/aanmelden')],
      [200, await app.request('/gezond')],
      [200, await app.request('/favicon.svg')],
      [303, await app.request('/')],
      [403, await get('/logboek')],
      [403, await post('/zoeken', { csrf: '' })],
      [404, await get('/bestaat-niet')],
      [404, await app.request('/assets/bestaat-niet.js')],
      [303, await app.request('/bestaat-niet')],
    ]
    for (const [status, antwoord] of antwoorden) {
      expect(antwoord.status).toBe(status)
      expect(Object.fromEntries(antwoord.headers)).toMatchObject(koppen)
      const csp = antwoord.headers.get('content-security-policy') ?? ''
      expect(csp).toContain("default-src 'none'")
      expect(csp).toContain("form-action 'self'")
      expect(csp).not.toMatch(/unsafe|\*|https?:/)
    }
  })

  test('met gegevens blijft in geen enkele cache; een bestand met een vingerafdruk juist wel', async () => {
    const { app, get } = await makeTestApp({ ctx, rol: 'beleid' })
    for (const pad of ['/', '/kpis', '/kpis.csv?jaar=2024', '/bestaat-niet']) {
      expect((await get(pad)).headers.get('cache-control'), pad).toBe('no-store')
    }
    const css = /href="(\/assets\/[^"]+\.css)"/.exec(await (await app.request('/aanmelden')).text())![1]!
    expect((await app.request(css)).headers.get('cache-control')).toContain('immutable')
  })

  test('zonder sessie is alles een doorverwijzing naar aanmelden, ook een opdracht', async () => {
    const { app } = await makeTestApp({ ctx, rol: 'beleid' })
    const open = ['/aanmelden', '/gezond', '/favicon.svg']
    for (const pad of (await leesbareRoutes(ids)).filter((pad) => !open.includes(pad) && !pad.startsWith('/assets/'))) {
      const antwoord = await app.request(pad)
      expect([pad, antwoord.status, antwoord.headers.get('location')]).toEqual([pad, 303, '/aanmelden'])
    }
    const opdracht = await app.request('/zoeken', { method: 'POST', body: new URLSearchParams({ zoek: 'x' }) })
    expect([opdracht.status, opdracht.headers.get('location')]).toEqual([303, '/aanmelden'])
  })

  test('elke opdracht vraagt het geheim van de sessie', async () => {
    const { app, cookie } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const paden = app.routes.filter(({ method, path }) => method === 'POST' && path !== '/aanmelden')
    expect(paden.length).toBeGreaterThan(15)
    for (const { path } of paden) {
      const pad = path
        .replace(/:(id|persoon)\{(?:[^{}]|\{[^}]*\})*\}/g, path.startsWith('/berichten/:id') ? '1' : NIETS)
        .replace(/:jaar\{\\d\{4\}\}/, '2024')
        .replace(/:deel\{[^}]*\}+/, 'kpi-start-zorg')
      const antwoord = await app.request(pad, {
        method: 'POST',
        headers: { cookie },
        body: new URLSearchParams({ x: 'y' }),
      })
      expect([pad, antwoord.status]).toEqual([pad, 403])
    }
  })
})
