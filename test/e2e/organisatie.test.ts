import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { proefregio } from '../regio.ts'
import { launchBrowser } from './browser.ts'
import { startInlogdienst } from './inlogdienst.ts'
import { startProgramma, voerOpdrachtUit, type Programma } from './programma.ts'
import { luisterNaarFouten } from './toegankelijk.ts'

const medewerkers = {
  roos: { naam: 'Roos van Dam', email: 'roos@gemeente.example', groepen: ['contractmanagers', 'fietsers'] },
  sami: { naam: 'Sami Bakir', email: 'sami@gemeente.example', groepen: ['team-purmerend'] },
  gast: { naam: 'Gijs Gast', email: 'gijs@elders.example', groepen: ['fietsers'] },
}

let url: string
let programma: Programma | undefined
let browser: Browser | undefined
let dienst: Awaited<ReturnType<typeof startInlogdienst>> | undefined

beforeAll(async () => {
  const map = mkdtempSync(join(tmpdir(), 'overlap-organisatie-'))
  const poort = await vrijePoort()
  url = `http://localhost:${String(poort)}`
  // another host than the program: to the browser these are two sites
  dienst = await startInlogdienst({
    redirectUri: `${url}/aanmelden/organisatie/terug`,
    naAfmelden: `${url}/aanmelden?reden=afgemeld`,
    bijAfmelden: `${url}/afmelden/organisatie`,
    medewerkers,
  })
  writeFileSync(join(map, 'sleutel.pem'), dienst.clientPem)
  const instelling = {
    naam: 'Gemeente Voorbeeld',
    uitgever: dienst.url,
    clientId: 'overlap',
    sleutelbestand: 'sleutel.pem',
    sleutelnaam: 'overlap',
    scope: 'openid email profile groups',
    acr: ['hoog'],
    rollen: [
      { waarde: 'contractmanagers', regio: proefregio.naam, rol: 'contractmanager' },
      { waarde: 'team-purmerend', regio: proefregio.naam, rol: 'lokaal team', gemeenten: ['0439'] },
    ],
  }
  writeFileSync(join(map, 'oidc.json'), JSON.stringify(instelling))
  writeFileSync(join(map, 'regio.json'), JSON.stringify(proefregio))
  voerOpdrachtUit(map, ['regio', 'aanmaken', '--bestand', join(map, 'regio.json')])
  ;[programma, browser] = await Promise.all([
    startProgramma({ OVERLAP_VOORBEELD: '', OVERLAP_URL: url, OVERLAP_OIDC: join(map, 'oidc.json') }, map, poort),
    launchBrowser(),
  ])
})

afterAll(async () => {
  await browser?.close()
  await programma?.stop()
  await dienst?.stop()
})

function vrijePoort(): Promise<number> {
  return new Promise((klaar) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => klaar(port))
    })
  })
}

async function reis(werk: (page: Page) => Promise<void>, verwacht?: RegExp) {
  const context = await browser!.newContext({ baseURL: url, reducedMotion: 'reduce' })
  context.setDefaultTimeout(15_000)
  try {
    const page = await context.newPage()
    const fouten = luisterNaarFouten(page)
    await werk(page)
    expect(fouten.filter((fout) => !verwacht?.test(fout))).toEqual([])
  } finally {
    await context.close()
  }
}

async function meldAan(page: Page, wie: keyof typeof medewerkers, { factor = true } = {}) {
  await page.goto('/aanmelden')
  await page.getByRole('link', { name: 'Aanmelden met Gemeente Voorbeeld' }).click()
  await page.getByRole('heading', { name: 'Inloggen bij de organisatie' }).waitFor()
  expect(new URL(page.url()).origin).toBe(dienst!.url)
  await page.getByLabel('Gebruikersnaam').fill(wie)
  if (factor) await page.getByLabel('Tweede factor').check()
  await page.getByRole('button', { name: 'Inloggen' }).click()
}

/** What the person who is signed in may open: a contractmanager reads no evaluations in, a lokaal team does. */
async function mag(page: Page) {
  const paden = ['/kpis', '/evaluaties/inlezen', '/gebruikers']
  const antwoorden = await Promise.all(paden.map((pad) => page.request.get(pad)))
  return Object.fromEntries(antwoorden.map((antwoord, i) => [paden[i]!, antwoord.status()] as const))
}

const kop = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

describe('aanmelden met het account van de organisatie', () => {
  test('S34, S35, S37: wie binnenkomt, staat op Vandaag met de rol van zijn groep, en meldt zich op beide plekken af', () =>
    reis(async (page) => {
      await meldAan(page, 'roos')
      await kop(page, 'Vandaag')
      expect(new URL(page.url()).origin).toBe(url)
      expect((await page.context().cookies(url)).map(({ name }) => name)).toContain('__Host-overlap')
      const vraag = dienst!.vragen.at(-1)!
      expect(Object.fromEntries(vraag)).toMatchObject({
        response_type: 'code',
        scope: 'openid email profile groups',
        code_challenge_method: 'S256',
        acr_values: 'hoog',
        state: expect.stringMatching(/^.{20,}$/) as string,
        nonce: expect.stringMatching(/^.{20,}$/) as string,
      })

      expect(await mag(page)).toEqual({ '/kpis': 200, '/evaluaties/inlezen': 403, '/gebruikers': 403 })
      await page.locator('details.ov-persoon summary').click()
      await page.getByText('Roos van Dam').first().waitFor()
      await page.getByRole('button', { name: 'Afmelden' }).click()
      await page.getByText('U bent hier afgemeld.').waitFor()

      // out here only: the organisation lets the same person in again without asking
      const aantal = dienst!.vragen.length
      await page.getByRole('link', { name: 'Aanmelden met Gemeente Voorbeeld' }).click()
      await kop(page, 'Vandaag')
      expect(dienst!.vragen).toHaveLength(aantal)

      await page.locator('details.ov-persoon summary').click()
      await page.getByRole('button', { name: 'Afmelden' }).click()
      await page.getByRole('link', { name: 'ook daar afmelden' }).click()
      await page.getByRole('heading', { name: 'Afmelden bij de organisatie' }).waitFor()
      await page.getByRole('button', { name: 'Ja, afmelden' }).click()
      await kop(page, 'Aanmelden')
      await page.getByText('U bent afgemeld.').waitFor()
      expect(new URL(page.url()).origin).toBe(url)
      await page.getByRole('link', { name: 'Aanmelden met Gemeente Voorbeeld' }).click()
      await page.getByRole('heading', { name: 'Inloggen bij de organisatie' }).waitFor()
      expect(dienst!.vragen).toHaveLength(aantal + 1)
    }))

  test('ASVS V10.5.5: wie zich bij de organisatie afmeldt, is ook hier meteen buiten (back-channel logout)', () =>
    reis(async (page) => {
      await meldAan(page, 'roos')
      await kop(page, 'Vandaag')
      // another browser of the same person, with a session of its own at the organisation
      await reis(async (elders) => {
        await meldAan(elders, 'roos')
        await kop(elders, 'Vandaag')
        const eerder = dienst!.afmeldingen.length
        // straight at the organisation: the program hears of it from there only
        await page.goto(`${dienst!.url}/session/end?client_id=overlap`)
        await page.getByRole('button', { name: 'Ja, afmelden' }).click()
        await page.waitForURL(`${dienst!.url}/session/end/**`)
        expect(dienst!.afmeldingen.slice(eerder)).toEqual(['aangenomen'])
        await page.goto('/kpis')
        await kop(page, 'Aanmelden')
        await elders.goto('/kpis')
        expect(new URL(elders.url()).pathname).toBe('/kpis')
      })
    }))

  test('een andere groep geeft een andere rol', () =>
    reis(async (page) => {
      await meldAan(page, 'sami')
      await kop(page, 'Vandaag')
      expect(await mag(page)).toEqual({ '/kpis': 403, '/evaluaties/inlezen': 200, '/gebruikers': 403 })
    }))

  test('S36: zonder de tweede factor die de regio eist, komt niemand binnen, en de pagina zegt waarom', () =>
    reis(async (page) => {
      await meldAan(page, 'roos', { factor: false })
      await page.getByText('Uw organisatie heeft niet bevestigd dat u een tweede factor gebruikte.').waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe('nl')
      expect((await page.context().cookies(url)).map(({ name }) => name)).not.toContain('__Host-overlap')
      await page.goto('/kpis')
      await kop(page, 'Aanmelden')
    }, /403/))

  test('wie bij de organisatie hoort maar hier geen rol heeft, leest wat hij moet vragen', () =>
    reis(async (page) => {
      await meldAan(page, 'gast')
      await page.getByText('het heeft in deze regio geen rol').waitFor()
      await page.goto('/')
      await kop(page, 'Aanmelden')
    }, /403/))
})
