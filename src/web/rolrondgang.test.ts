import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { magRoute, nogGeenVoorbeeld, routetabel, zonderPatroon } from '../../test/routes.ts'
import { maakRoutewereld } from '../../test/routewereld.ts'
import { mensenrollen } from '../../test/wereld.ts'
import type { Rol } from '../domain/rechten.ts'

// Every route for every role: thousands of requests on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })

let routes: Awaited<ReturnType<typeof maakRoutewereld>>

beforeAll(async () => {
  routes = await maakRoutewereld()
})
afterAll(() => routes.sluit())

const namen = Object.keys(routetabel)

// What each role got from each route, asked once.
const rondes = new Map<Rol, Promise<Map<string, { status: number; html: string }>>>()

function loop(rol: Rol) {
  const bestaand = rondes.get(rol)
  if (bestaand) return bestaand
  const ronde = (async () => {
    const antwoorden = new Map<string, { status: number; html: string }>()
    for (const naam of namen.filter((naam) => routetabel[naam]!.openbaar === undefined)) {
      const antwoord = await routes.vraag(naam, routes.wereld.personen[rol])
      const html = antwoord.headers.get('content-type')?.includes('html') ? await antwoord.text() : ''
      antwoorden.set(naam, { status: antwoord.status, html })
    }
    return antwoorden
  })()
  rondes.set(rol, ronde)
  return ronde
}

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

  test('geen bladzijde heeft een link of knop naar iets wat wie haar leest niet mag', async () => {
    const mis = new Set<string>()
    let gezien = 0
    for (const rol of mensenrollen) {
      for (const [naam, { html }] of await loop(rol)) {
        // samples of every part, for everybody
        if (naam === 'GET /stijl') continue
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
  const [gevonden] = routes.programma.app.router.match(methode, pad)
  const laatste = gevonden.map(([[, route]]) => route).findLast(({ method }) => method !== 'ALL')
  return laatste ? `${methode} ${zonderPatroon(laatste.path)}` : doel
}
