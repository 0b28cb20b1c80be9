import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BSN } from '../../test/builders-bericht.ts'
import { magRoute, maakVerzoek, nogGeenVoorbeeld, rechtenVan, routetabel, zonderPatroon } from '../../test/routes.ts'
import { freshDatabase, type FreshDatabase } from '../../test/test.ts'
import { maakPersoon, maakProgramma, maakWereld, mensenrollen, type Persoon, type Wereld } from '../../test/wereld.ts'
import { zonderPagina } from '../domain/rechten/matrix.ts'
import { rechten, vanAanbieder, type Recht, type Rol } from '../domain/rechten.ts'
import { openSleutels } from '../platform/sleutels.ts'

const VEENLICHT = {
  agb: '98990101',
  kvk: '99331200',
  naam: 'Stichting Veenlicht',
  overeenkomst: 'ZW-HO-001',
  nummer: 1001,
  bsn: BSN.jan,
  gemeente: '0439',
}
const DIJK = {
  agb: '98990108',
  kvk: '99331217',
  naam: 'Dijk & Doen',
  overeenkomst: 'ZW-HO-002',
  nummer: 2001,
  bsn: BSN.truus,
  gemeente: '0479',
}

// Some two thousand requests on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })

let fresh: FreshDatabase
let beheer: pg.Client
let map: string
let wereld: Wereld
let elders: Wereld
let programma: ReturnType<typeof maakProgramma>
let vanDijk: Persoon[]

// One database, filled once; every request of this file commits.
beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'overlap-sleutels-'))
  fresh = await freshDatabase()
  beheer = new pg.Client(fresh.beheerUrl)
  await beheer.connect()
  const sleutels = openSleutels(map)
  wereld = await maakWereld(fresh.db, sleutels, 'Proefregio', [VEENLICHT, DIJK])
  elders = await maakWereld(fresh.db, sleutels, 'Elders', [VEENLICHT, DIJK])
  vanDijk = []
  for (const rol of mensenrollen.filter(vanAanbieder))
    vanDijk.push(await maakPersoon(wereld.ctx, rol, { agb: DIJK.agb }))
  programma = maakProgramma(wereld.ctx)
})

afterAll(async () => {
  await beheer.end()
  await fresh.drop()
  rmSync(map, { recursive: true })
})

const namen = Object.keys(routetabel)
const alleRechten = Object.keys(rechten) as Recht[]

// What each role got from each route, asked once.
const rondes = new Map<Rol, Promise<Map<string, { status: number; html: string }>>>()

function loop(rol: Rol) {
  const bestaand = rondes.get(rol)
  if (bestaand) return bestaand
  const ronde = (async () => {
    const antwoorden = new Map<string, { status: number; html: string }>()
    for (const naam of namen.filter((naam) => routetabel[naam]!.openbaar === undefined)) {
      const antwoord = await vraag(naam, wereld.personen[rol])
      const html = antwoord.headers.get('content-type')?.includes('html') ? await antwoord.text() : ''
      antwoorden.set(naam, { status: antwoord.status, html })
    }
    return antwoorden
  })()
  rondes.set(rol, ronde)
  return ronde
}

async function vraag(naam: string, persoon: Persoon | null, van: Wereld = wereld, zaak = van.eigen) {
  const plek = { zaak, wereld: van, persoon }
  await routetabel[naam]!.vooraf?.(beheer, plek)
  return programma.vraag(persoon, maakVerzoek(naam, plek))
}

describe('elke route', () => {
  test('staat in de tabel, en de tabel noemt geen route die er niet is', () => {
    const echt = new Set(
      programma.app.routes
        .filter(({ method }) => method !== 'ALL')
        .map(({ method, path }) => `${method} ${zonderPatroon(path)}`),
    )
    expect(namen.filter((naam) => !echt.has(naam))).toEqual([])
    expect([...echt].filter((naam) => !(naam in routetabel))).toEqual([])
    expect(Object.keys(nogGeenVoorbeeld).filter((naam) => !(naam in routetabel))).toEqual([])
    expect(echt.size).toBeGreaterThan(60)
  })

  test('vraagt een recht, of zegt waarom niet; en elk recht opent een route', () => {
    for (const [naam, route] of Object.entries(routetabel)) {
      const soorten = [route.openbaar, route.iedereen, rechtenVan(route).length > 0 || undefined]
      expect(
        soorten.filter((soort) => soort !== undefined),
        naam,
      ).toHaveLength(1)
      // a path with an id says whose it is
      if (/:(id|persoon)\b/.test(naam)) expect([route.eigen, route.vanRegio], naam).toContain(true)
    }
    const gevraagd = new Set(Object.values(routetabel).flatMap(rechtenVan))
    expect(alleRechten.filter((recht) => !gevraagd.has(recht))).toEqual(zonderPagina)
  })

  test('zonder aanmelden: naar het aanmelden, behalve wat openbaar is', async () => {
    for (const naam of namen) {
      const antwoord = await vraag(naam, null)
      const { openbaar } = routetabel[naam]!
      if (openbaar) expect([200, 303, 403, 404], naam).toContain(antwoord.status)
      else if (naam.startsWith('POST ')) expect([naam, antwoord.status]).toEqual([naam, 401])
      else {
        expect([naam, antwoord.status]).toEqual([naam, 303])
        expect(antwoord.headers.get('location'), naam).toMatch(/^\/aanmelden(\?terug=|$)/)
      }
    }
  })
})

describe('elke cel van de matrix', () => {
  test.each(mensenrollen)(
    'ROL-01, ROL-02, ROL-03, ROL-05, ROL-08, ROL-09, ROL-17, ROL-19: %s kan wat zijn rol geeft, en krijgt verder 403',
    async (rol) => {
      const mis: string[] = []
      for (const [naam, { status }] of await loop(rol)) {
        const mag = magRoute(routetabel[naam]!, rol)
        if (mag && naam in nogGeenVoorbeeld && status < 500) continue
        const goed = mag ? [200, 201, 303, 422] : [403]
        if (!goed.includes(status)) mis.push(`${naam}: ${String(status)}, verwacht ${goed.join(' of ')}`)
      }
      expect(mis).toEqual([])
    },
  )

  test('ROL-21: wat van een andere regio of een andere aanbieder is, bestaat niet', async () => {
    const mis: string[] = []
    let gezien = 0
    for (const naam of namen) {
      const route = routetabel[naam]!
      if ((!route.eigen && !route.vanRegio) || naam in nogGeenVoorbeeld) continue
      const vreemden = [...mensenrollen.map((rol) => elders.personen[rol]), ...(route.eigen ? vanDijk : [])]
      for (const persoon of vreemden) {
        if (!magRoute(route, persoon.rol)) continue
        gezien++
        const { status } = await vraag(naam, persoon)
        if (status !== 404) mis.push(`${naam} als ${persoon.naam}: ${String(status)}`)
      }
    }
    expect(mis).toEqual([])
    expect(gezien).toBeGreaterThan(200)
  })

  test('geen bladzijde heeft een link of knop naar iets wat wie haar leest niet mag', async () => {
    const mis = new Set<string>()
    let gezien = 0
    for (const rol of mensenrollen) {
      for (const [naam, { html }] of await loop(rol)) {
        for (const doel of doelen(html)) {
          gezien++
          const route = routetabel[routeVan(doel)]
          if (!route || (!route.openbaar && !magRoute(route, rol))) mis.add(`${rol} op ${naam}: ${routeVan(doel)}`)
        }
      }
    }
    expect([...mis]).toEqual([])
    expect(gezien).toBeGreaterThan(5000)
  })
})

/** Where the links and forms of a page go, as "GET /pad" and "POST /pad". */
function doelen(html: string): string[] {
  const links = [...html.matchAll(/ href="(\/[^"?#]*)/g)].map(([, pad]) => `GET ${pad!}`)
  const formulieren = [...html.matchAll(/<form[^>]*>/g)].flatMap(([form]) => {
    const actie = / action="(\/[^"?#]*)/.exec(form)?.[1]
    return actie === undefined ? [] : [`${form.includes('method="post"') ? 'POST' : 'GET'} ${actie}`]
  })
  return [...new Set([...links, ...formulieren])]
}

function routeVan(doel: string): string {
  const [methode = '', pad = ''] = doel.split(' ')
  const [gevonden] = programma.app.router.match(methode, pad)
  const laatste = gevonden.map(([[, route]]) => route).findLast(({ method }) => method !== 'ALL')
  return laatste ? `${methode} ${zonderPatroon(laatste.path)}` : doel
}
