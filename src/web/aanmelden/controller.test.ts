import { describe, expect } from 'vitest'
import { als, proefregio, test as base } from '../../../test/regio.ts'
import { freshDatabase } from '../../../test/test.ts'
import { createApp } from '../../app.ts'
import { maakGebruiker } from '../../domain/plan/inrichting/maak-gebruiker.ts'
import { maakRegio } from '../../domain/plan/inrichting/maak-regio.ts'
import { makeClock } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { makeLog } from '../../platform/log.ts'

// A demonstration region with a person for it, and one who is not.
const test = base.extend<{ regio: Context; mensen: { marloes: string; echt: string } }>({
  regio: async ({ db, sleutels }, use) => {
    const now = Temporal.Instant.from('2026-11-22T10:00:00Z')
    const leeg = { db, sleutels, regioId: '', now, today: Temporal.PlainDate.from('2026-11-22') } as Context
    const beheer = als(leeg, 'beheer (opdrachtregel)')
    const { regioId } = await maakRegio(beheer, { ...proefregio, naam: 'Voorbeeldregio' }, { voorbeeld: true })
    await use({ ...beheer, regioId })
  },
  mensen: async ({ regio }, use) => {
    const mens = { functie: 'ziet alles', rol: 'contractmanager' } as const
    await use({
      marloes: await maakGebruiker(regio, { ...mens, naam: 'Marloes de Wit', voorbeeld: true }),
      echt: await maakGebruiker(regio, { ...mens, naam: 'Echte Medewerker', voorbeeld: false }),
    })
  },
})

function maakApp({ db, sleutels, today }: Context, { voorbeeld = true, dagenLater = 0 } = {}) {
  const clock = makeClock(today.add({ days: dagenLater }))
  return createApp({ db, sleutels, clock, log: makeLog('silent'), voorbeeld })
}

type App = ReturnType<typeof maakApp>

function meldAan(app: App, gebruiker: string, koppen: Record<string, string> = {}) {
  return app.request('/aanmelden', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...koppen },
    body: new URLSearchParams({ gebruiker }).toString(),
  })
}

/** What the browser sends back of the cookie it was given. */
function cookieUit(antwoord: Response): string {
  const eigen = antwoord.headers.getSetCookie().find((kop) => kop.startsWith('overlap=')) ?? ''
  return eigen.split(';')[0]!
}

describe('aanmelden in de voorbeeldregio', () => {
  test('een knop per rol, zonder wachtwoord, alleen voor wie voor het voorbeeld is', async ({ regio, mensen }) => {
    const html = await (await maakApp(regio).request('/aanmelden')).text()
    expect(html).toContain(`value="${mensen.marloes}"`)
    expect(html).toContain('Contractmanager')
    expect(html).not.toContain('Echte Medewerker')
    expect(html).not.toContain('type="password"')
  })

  test('twee voorbeeldregio’s staan naast elkaar; wie er een kiest, is in die regio', async ({ sleutels }) => {
    await using fresh = await freshDatabase()
    const now = Temporal.Instant.from('2026-11-22T10:00:00Z')
    const leeg = { db: fresh.db, sleutels, regioId: '', now, today: Temporal.PlainDate.from('2026-11-22') } as Context
    const regio = als(leeg, 'beheer (opdrachtregel)')
    const maak = async (naam: string, regelset: string, mens: string) => {
      const { regioId } = await maakRegio(regio, { ...proefregio, naam, regelset }, { voorbeeld: true })
      const persoon = { naam: mens, functie: 'ziet alles', rol: 'contractmanager', voorbeeld: true } as const
      return maakGebruiker({ ...regio, regioId }, persoon)
    }
    const mensen = { marloes: await maak('Voorbeeldregio', proefregio.regelset, 'Marloes de Wit') }
    const jurre = await maak('Voorbeeld Jeugd', 'flevoland', 'Jurre Hofman')
    const app = maakApp(regio)
    const secties = (await (await app.request('/aanmelden')).text()).split('<section').slice(1)
    expect(secties.map((sectie) => /<h2[^>]*>([^<]+)/.exec(sectie)![1])).toEqual(['Voorbeeldregio', 'Voorbeeld Jeugd'])
    expect(secties.map((sectie) => /value="([^"]+)"/.exec(sectie)![1])).toEqual([mensen.marloes, jurre])

    const cookie = cookieUit(await meldAan(app, jurre))
    const vandaag = await (await app.request('/', { headers: { cookie } })).text()
    expect(vandaag).toContain('Voorbeeld Jeugd')
    // AMB-66: its regelset has no KPI's, so no room speaks of them
    expect(vandaag).not.toMatch(/KPI|Evaluaties/)
    const cookieWmo = cookieUit(await meldAan(app, mensen.marloes))
    expect(await (await app.request('/', { headers: { cookie: cookieWmo } })).text()).toMatch(/KPI’s[\s\S]*Gesprekken/)
  })

  test('de sessie zit in een cookie waar geen script bij kan, en opent Vandaag', async ({ regio, mensen }) => {
    const app = maakApp(regio)
    const antwoord = await meldAan(app, mensen.marloes)
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([303, '/'])
    expect(antwoord.headers.get('set-cookie')).toMatch(/overlap=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/)
    const html = await (await app.request('/', { headers: { cookie: cookieUit(antwoord) } })).text()
    expect(html).toContain('Marloes de Wit')
    expect(html).toContain('verzonnen')
  })

  test('wie niet op de lijst staat, of van een andere website komt, wordt niemand', async ({ regio, mensen }) => {
    const app = maakApp(regio)
    const pogingen = [
      await meldAan(app, mensen.echt),
      await meldAan(app, ''),
      await meldAan(app, '00000000-0000-7000-8000-000000000000'),
      await meldAan(app, "' or true --"),
      await meldAan(app, mensen.marloes, { host: 'localhost', origin: 'https://elders.example' }),
      await meldAan(app, mensen.marloes, { 'sec-fetch-site': 'cross-site' }),
    ]
    for (const antwoord of pogingen) {
      expect(antwoord.status).toBe(403)
      expect(antwoord.headers.get('set-cookie')).toBeNull()
    }
  })

  test('afmelden beëindigt de sessie ook op de server; zonder haar geheim gebeurt dat niet', async ({
    regio,
    mensen,
  }) => {
    const app = maakApp(regio)
    const cookie = cookieUit(await meldAan(app, mensen.marloes))
    const vraag = (pad: string) => app.request(pad, { headers: { cookie } })
    const csrf = /name="csrf" value="([^"]+)"/.exec(await (await vraag('/')).text())![1]!
    const meldAf = (waarde: string) =>
      app.request('/afmelden', {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ csrf: waarde }).toString(),
      })
    expect((await meldAf('')).status).toBe(403)
    expect((await vraag('/kpis')).status).toBe(200)

    const af = await meldAf(csrf)
    expect([af.status, af.headers.get('location')]).toEqual([303, '/aanmelden?reden=afgemeld'])
    expect(af.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(af.headers.get('set-cookie')).toMatch(/^overlap=; Max-Age=0/)
    const daarna = await vraag('/kpis')
    expect([daarna.status, daarna.headers.get('location')]).toEqual([303, '/aanmelden?terug=%2Fkpis'])
    expect(await daarna.text()).toBe('')
  })

  test('na een dag is de sessie voorbij, en een verzonnen cookie is er geen', async ({ regio, mensen }) => {
    const cookie = cookieUit(await meldAan(maakApp(regio), mensen.marloes))
    const morgen = await maakApp(regio, { dagenLater: 1 }).request('/kpis', { headers: { cookie } })
    expect([morgen.status, morgen.headers.get('location')]).toEqual([303, '/aanmelden?terug=%2Fkpis'])
    for (const verzonnen of ['overlap=', 'overlap=abc', `overlap=${'a'.repeat(5000)}`, '']) {
      const antwoord = await maakApp(regio).request('/kpis', { headers: { cookie: verzonnen } })
      expect([antwoord.status, antwoord.headers.get('location')]).toEqual([303, '/aanmelden?terug=%2Fkpis'])
    }
  })
})

describe('aanmelden zonder voorbeeldregio', () => {
  test('er is geen knop en geen weg naar binnen, ook niet met een bestaand nummer of het cookie van een voorbeeld', async ({
    regio,
    mensen,
  }) => {
    const app = maakApp(regio, { voorbeeld: false })
    const html = await (await app.request('/aanmelden')).text()
    expect(html).toContain('name="wachtwoord"')
    expect(html).not.toContain('Marloes')
    const antwoord = await meldAan(app, mensen.marloes)
    expect(antwoord.status).toBe(422)
    expect(antwoord.headers.get('set-cookie')).toBeNull()
    const cookie = cookieUit(await meldAan(maakApp(regio), mensen.marloes))
    expect((await app.request('/', { headers: { cookie } })).status).toBe(303)
  })
})
