import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { magRoute, nogGeenVoorbeeld, rechtenVan, routetabel, zonderPatroon } from '../../test/routes.ts'
import { maakRoutewereld } from '../../test/routewereld.ts'
import { mensenrollen } from '../../test/wereld.ts'
import { zonderPagina } from '../domain/rechten/matrix.ts'
import { rechten, type Recht } from '../domain/rechten.ts'

// Hundreds of requests on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })

let routes: Awaited<ReturnType<typeof maakRoutewereld>>

beforeAll(async () => {
  routes = await maakRoutewereld()
})
afterAll(() => routes.sluit())

const namen = Object.keys(routetabel)
const alleRechten = Object.keys(rechten) as Recht[]

describe('elke route', () => {
  test('staat in de tabel, en de tabel noemt geen route die er niet is', () => {
    const echt = new Set(
      routes.programma.app.routes
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
      const antwoord = await routes.vraag(naam, null)
      const { openbaar } = routetabel[naam]!
      if (openbaar) expect([200, 303, 403, 404], naam).toContain(antwoord.status)
      else if (naam.startsWith('POST ')) expect([naam, antwoord.status]).toEqual([naam, 401])
      else {
        expect([naam, antwoord.status]).toEqual([naam, 303])
        expect(antwoord.headers.get('location'), naam).toMatch(/^\/aanmelden(\?terug=|$)/)
      }
    }
  })

  test('ROL-21: wat van een andere regio of een andere aanbieder is, bestaat niet', async () => {
    const mis: string[] = []
    let gezien = 0
    for (const naam of namen) {
      const route = routetabel[naam]!
      if ((!route.eigen && !route.vanRegio) || naam in nogGeenVoorbeeld) continue
      const vreemden = [
        ...mensenrollen.map((rol) => routes.elders.personen[rol]),
        ...(route.eigen ? routes.vanDijk : []),
      ]
      for (const persoon of vreemden) {
        if (!magRoute(route, persoon.rol)) continue
        gezien++
        const { status } = await routes.vraag(naam, persoon)
        if (status !== 404) mis.push(`${naam} als ${persoon.naam}: ${String(status)}`)
      }
    }
    expect(mis).toEqual([])
    expect(gezien).toBeGreaterThan(200)
  })
})
