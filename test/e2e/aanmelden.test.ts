import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TOTP } from 'otpauth'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GEBRUIKER, openPostvak, WACHTWOORD, type Postvak } from '../postvak.ts'
import { proefregio } from '../regio.ts'
import { launchBrowser } from './browser.ts'
import { startProgramma, voerOpdrachtUit, type Programma } from './programma.ts'
import { luisterNaarFouten, zoekGebreken } from './toegankelijk.ts'

const JORIS = { naam: 'Joris Blom', email: 'joris@regio.example', wachtwoord: 'de beheerder fietst door de polder' }
const NOOR = { naam: 'Noor Haddad', email: 'noor@gemeente.example', wachtwoord: 'koffie met uitzicht op het water' }

let map: string
let url: string
let programma: Programma | undefined
let browser: Browser | undefined
let postvak: Postvak | undefined

// A region of one's own, outside the demonstration: the first account comes from the command line.
beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'overlap-aanmelden-'))
  const poort = await vrijePoort()
  url = `http://localhost:${String(poort)}`
  postvak = await openPostvak()
  writeFileSync(join(map, 'regio.json'), JSON.stringify(proefregio))
  writeFileSync(join(map, 'ca.pem'), postvak.ca)
  voerOpdrachtUit(map, ['regio', 'aanmaken', '--bestand', join(map, 'regio.json')])
  ;[programma, browser] = await Promise.all([
    startProgramma(
      {
        OVERLAP_VOORBEELD: '',
        OVERLAP_URL: url,
        OVERLAP_SMTP_HOST: 'localhost',
        OVERLAP_SMTP_POORT: String(postvak.poort),
        OVERLAP_SMTP_VAN: 'Overlap <overlap@regio.example>',
        OVERLAP_SMTP_GEBRUIKER: GEBRUIKER,
        OVERLAP_SMTP_WACHTWOORD: WACHTWOORD,
        NODE_EXTRA_CA_CERTS: join(map, 'ca.pem'),
      },
      map,
      poort,
    ),
    launchBrowser(),
  ])
})

afterAll(async () => {
  await browser?.close()
  await programma?.stop()
  await postvak?.stop()
})

function vrijePoort(): Promise<number> {
  return new Promise((klaar) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => klaar(port))
    })
  })
}

/** A browser of one's own; what it complains about makes the test fail, but for what is expected (`verwacht`). */
async function reis(werk: (page: Page) => Promise<void>, opties: BrowserContextOptions = {}, verwacht?: RegExp) {
  const context = await browser!.newContext({
    baseURL: url,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...opties,
  })
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

const gebruikt = new Map<string, number>()

/** The code that the app of this secret shows; each works once, so that the next one may have to be waited for. */
async function codeVan(geheim: string): Promise<string> {
  for (;;) {
    const stap = Math.floor(Date.now() / 30_000)
    // this step, or the one that comes: half a minute of difference is allowed, also when the machine is slow
    const volgende = Math.max(stap, (gebruikt.get(geheim) ?? 0) + 1)
    if (volgende <= stap + 1) {
      gebruikt.set(geheim, volgende)
      return new TOTP({ secret: geheim }).generate({ timestamp: volgende * 30_000 })
    }
    await new Promise((verder) => setTimeout(verder, 1000))
  }
}

async function kop(page: Page): Promise<string> {
  return (await page.getByRole('heading', { level: 1 }).innerText()).replaceAll('\u00a0', ' ')
}

async function meldAan(page: Page, { email, wachtwoord }: typeof NOOR, code: string) {
  await page.goto('/aanmelden')
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(wachtwoord)
  await page.getByRole('button', { name: 'Aanmelden', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Code invullen' }).waitFor()
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Verder' }).click()
}

/** From the link of an invitation to inside; gives the secret of the app and the recovery codes. */
async function aanvaard(page: Page, link: string, { naam, wachtwoord }: typeof NOOR) {
  await page.goto(link)
  expect(await kop(page)).toBe(`Welkom, ${naam}`)
  await page.getByLabel('Wachtwoord').fill(wachtwoord)
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByRole('heading', { level: 1, name: 'Tweede factor instellen' }).waitFor()
  const geheim = (await page.locator('.ov-sleutel').innerText()).replaceAll(' ', '')
  await page.getByLabel('Code', { exact: true }).fill(await codeVan(geheim))
  await page.getByRole('button', { name: 'Instellen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Bewaar uw herstelcodes' }).waitFor()
  const codes = await page.getByRole('list', { name: 'Herstelcodes' }).getByRole('listitem').allInnerTexts()
  expect(codes).toHaveLength(10)
  await page.getByRole('link', { name: /verder/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
  return { geheim, codes }
}

function linkUit(tekst: string): string {
  return /http:\/\/localhost:\d+\/\S+/.exec(tekst)![0]
}

describe('aanmelden met wachtwoord en tweede factor', () => {
  let joris: { geheim: string; codes: string[] }
  let noor: { geheim: string; codes: string[] }
  // the session of the beheerder, for what is not about signing in
  let binnen: Awaited<ReturnType<BrowserContext['storageState']>>

  test('S27, S28: de eerste beheerder komt van de opdrachtregel; de uitnodiging werkt één keer', () =>
    reis(async (page) => {
      const mail = { OVERLAP_URL: url }
      const uit = voerOpdrachtUit(
        map,
        ['gebruiker', 'uitnodigen', '--naam', JORIS.naam, '--email', JORIS.email, '--rol', 'functioneel beheerder'],
        mail,
      )
      const link = linkUit(uit)
      joris = await aanvaard(page, link, JORIS)
      const cookies = await page.context().cookies()
      expect(cookies.map(({ name, secure, httpOnly }) => [name, secure, httpOnly]).sort()).toEqual([
        ['__Host-overlap', true, true],
        ['__Host-overlap-toestel', true, true],
      ])
      binnen = await page.context().storageState()
      const weer = await page.request.get(link)
      expect([weer.status(), await weer.text()]).toEqual([404, expect.stringContaining('werkt niet meer')])
    }))

  test('uitnodigen per mail, aanvaarden, afmelden en weer aanmelden; een code werkt één keer', () =>
    reis(
      async (page) => {
        await page.goto('/')
        await page.getByRole('link', { name: 'Gebruikers', exact: true }).first().click()
        await page.getByRole('link', { name: 'Gebruiker uitnodigen' }).click()
        await page.getByLabel('Naam', { exact: true }).fill(NOOR.naam)
        await page.getByLabel('E-mailadres').fill(NOOR.email)
        await page.getByLabel('Rol', { exact: true }).selectOption('lokaal team')
        await page.getByLabel('Purmerend').check()
        await page.getByRole('button', { name: 'Uitnodigen' }).click()
        await page.getByText('De uitnodiging wordt verstuurd.').waitFor()
        expect(await kop(page)).toBe(NOOR.naam)

        const mail = await postvak!.volgende(NOOR.email)
        expect(mail.tekst).toContain(JORIS.naam)
        await reis(async (page) => {
          noor = await aanvaard(page, linkUit(mail.tekst), NOOR)
          await page.locator('details.ov-persoon summary').click()
          await page.getByRole('button', { name: 'Afmelden' }).click()
          await page.getByText('U bent afgemeld.').waitFor()
          await page.goBack()
          expect(await kop(page)).toBe('Aanmelden')
          await meldAan(page, NOOR, await codeVan(noor.geheim))
          await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
        })
      },
      { storageState: binnen },
    ))

  test('wachtwoord vergeten: de link alleen is niet genoeg, en elk adres krijgt hetzelfde antwoord', () =>
    reis(async (page) => {
      for (const email of ['niemand@elders.example', NOOR.email]) {
        await page.goto('/aanmelden')
        await page.getByRole('link', { name: 'Wachtwoord vergeten' }).click()
        await page.getByLabel('E-mailadres').fill(email)
        await page.getByRole('button', { name: 'Link aanvragen' }).click()
        await page.getByRole('heading', { level: 1, name: 'Kijk in uw mail' }).waitFor()
      }
      const mail = await postvak!.volgende(NOOR.email)
      const nieuw = { ...NOOR, wachtwoord: 'een heel ander verhaal over eenden' }
      await page.goto(linkUit(mail.tekst))
      await page.getByLabel('Wachtwoord').fill(nieuw.wachtwoord)
      await page.getByRole('button', { name: 'Verder' }).click()
      // the phone is not at hand: a recovery code
      await page.getByRole('heading', { level: 1, name: 'Code invullen' }).waitFor()
      await page.getByLabel('Code', { exact: true }).fill(noor.codes[3]!)
      await page.getByRole('button', { name: 'Verder' }).click()
      await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
      NOOR.wachtwoord = nieuw.wachtwoord
      const berichten = [await postvak!.volgende(NOOR.email), await postvak!.volgende(NOOR.email)]
      expect(
        berichten.map(({ tekst }) => /wachtwoord van uw account is gewijzigd|herstelcodes aangemeld/.test(tekst)),
      ).toEqual([true, true])
      expect(postvak!.mails.filter(({ aan }) => aan.includes('niemand@elders.example'))).toEqual([])

      await page.goto('/account')
      expect((await page.locator('main').innerText()).replaceAll('\u00a0', ' ')).toContain('nog 9 codes')
    }))

  test('U14: een elders beëindigde sessie: wat getypt is, gaat na het aanmelden alsnog weg', () =>
    reis(
      async (thuis) => {
        await thuis.goto('/')
        await thuis.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
        await reis(
          async (werk) => {
            await meldAan(werk, JORIS, await codeVan(joris.geheim))
            await werk.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
            await werk.goto('/gebruikers/toegang')
            await werk.getByLabel('Opmerking').fill('Alles klopt,\nop één na.')

            await thuis.goto('/account')
            expect(await thuis.getByRole('table', { name: 'Sessies' }).locator('tbody tr').count()).toBeGreaterThan(1)
            await thuis.getByRole('link', { name: 'Alle andere sessies beëindigen' }).click()
            await thuis.getByLabel('Huidig wachtwoord').fill(JORIS.wachtwoord)
            await thuis.getByLabel('Code', { exact: true }).fill(await codeVan(joris.geheim))
            await thuis.getByRole('button', { name: 'Sessies beëindigen' }).click()
            await thuis.getByText('Alle andere sessies zijn beëindigd.').waitFor()

            // answered with 401 and a page that carries the form on; the browser calls that an error
            await werk.getByRole('button', { name: /Vastleggen/ }).click()
            await werk.getByRole('heading', { level: 1, name: 'Meld u opnieuw aan' }).waitFor()
            expect(werk.url()).toBe(`${url}/gebruikers/toegang`)
            await werk.getByRole('button', { name: 'Aanmelden' }).click()
            await werk.getByLabel('E-mailadres').fill(JORIS.email)
            await werk.getByLabel('Wachtwoord', { exact: true }).fill(JORIS.wachtwoord)
            await werk.getByRole('button', { name: 'Aanmelden', exact: true }).click()
            await werk.getByLabel('Code', { exact: true }).fill(await codeVan(joris.geheim))
            await werk.getByRole('button', { name: 'Verder' }).click()
            await werk.getByRole('heading', { level: 1, name: 'Formulier opnieuw versturen' }).waitFor()
            await werk.getByRole('button', { name: 'Opnieuw versturen' }).click()
            await werk.getByText('Vastgelegd dat u de lijst hebt bekeken.').waitFor()
            expect(await werk.getByRole('table', { name: 'Eerder bekeken' }).innerText()).toMatch(
              /Alles klopt,\s+op één na\./,
            )
          },
          {},
          /401/,
        )
      },
      { storageState: binnen },
    ))

  test('een toegangssleutel meldt aan zonder wachtwoord en code', () =>
    reis(async (page) => {
      const cdp = await page.context().newCDPSession(page)
      await cdp.send('WebAuthn.enable')
      await cdp.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
        },
      })
      await meldAan(page, NOOR, await codeVan(noor.geheim))
      await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
      await page.goto('/account/toegangssleutels')
      await page.getByLabel('Naam').fill('Laptop van het werk')
      await page.getByLabel('Huidig wachtwoord').fill(NOOR.wachtwoord)
      await page.getByLabel('Code', { exact: true }).fill(await codeVan(noor.geheim))
      await page.getByRole('button', { name: 'Verder' }).click()
      await page.getByRole('button', { name: 'Toegangssleutel maken' }).click()
      await page.getByText('De toegangssleutel is toegevoegd.').waitFor()
      await page.locator('details.ov-persoon summary').click()
      await page.getByRole('button', { name: 'Afmelden' }).click()
      await page.getByRole('button', { name: 'Aanmelden met een toegangssleutel' }).click()
      await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
      await page.goto('/account')
      expect(await page.locator('main').innerText()).toContain('Laptop van het werk')
      expect(await page.getByRole('table', { name: 'Sessies' }).innerText()).toContain('toegangssleutel')
    }))

  test('zonder JavaScript werkt het ook', () =>
    reis(
      async (page) => {
        await meldAan(page, NOOR, await codeVan(noor.geheim))
        await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
        await page.getByText(/Zonder handeling eindigt uw sessie om/).waitFor()
        const [tab] = await Promise.all([
          page.context().waitForEvent('page'),
          page.getByRole('button', { name: 'Sessie verlengen' }).click(),
        ])
        await tab.getByRole('heading', { level: 1, name: 'Uw sessie is verlengd' }).waitFor()
      },
      { javaScriptEnabled: false },
    ))

  test('S27: uitgeschakeld is meteen buiten; toegang herstellen geeft een nieuwe link', () =>
    reis(
      async (page) => {
        await page.goto('/')
        await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
        await reis(async (haar) => {
          await meldAan(haar, NOOR, await codeVan(noor.geheim))
          await haar.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
          await page.goto('/gebruikers')
          await page.getByRole('link', { name: NOOR.naam }).click()
          await page.getByText('Toegang herstellen').first().click()
          const vouw = page.locator('details', { hasText: 'telefoon en herstelcodes kwijt' })
          await vouw.getByLabel('Reden').fill('Telefoon gestolen, gebeld op het bekende nummer.')
          await vouw.getByLabel('teruggebeld op een nummer').check()
          await vouw.getByRole('button', { name: 'Toegang herstellen' }).click()
          await page.getByText('Wachtwoord en tweede factor zijn verwijderd.').waitFor()
          await haar.goto('/kpis')
          expect(await kop(haar)).toBe('Aanmelden')
          let mail = await postvak!.volgende(NOOR.email)
          while (!mail.tekst.includes('Telefoon gestolen')) mail = await postvak!.volgende(NOOR.email)
          noor = await aanvaard(haar, linkUit(mail.tekst), NOOR)

          await page.reload()
          await page.getByText('Uitschakelen').first().click()
          const uit = page.locator('details', { hasText: 'meteen overal afgemeld' })
          await uit.getByLabel('Reden').fill('Uit dienst.')
          await uit.getByRole('button', { name: 'Uitschakelen' }).click()
          await page.getByText('Het account is uitgeschakeld.').waitFor()
          await haar.goto('/kpis')
          expect(await kop(haar)).toBe('Aanmelden')
        })
      },
      { storageState: binnen },
    ))

  test('elke bladzijde is toegankelijk (WCAG 2.2 AA), licht en donker, breed en smal', () =>
    reis(async (page) => {
      const gebreken: string[] = []
      const kijk = async () => gebreken.push(...(await zoekGebreken(page)).map((gebrek) => `${page.url()} ${gebrek}`))
      for (const pad of ['/aanmelden', '/wachtwoord-vergeten']) {
        await page.goto(pad)
        await kijk()
      }
      const uit = voerOpdrachtUit(
        map,
        ['gebruiker', 'uitnodigen', '--naam', 'Tess Molenaar', '--email', 'tess@regio.example', '--rol', 'backoffice'],
        { OVERLAP_URL: url },
      )
      await page.goto(linkUit(uit))
      await kijk()
      await page.getByLabel('Wachtwoord').fill('een zin over molens in de wind')
      await page.getByRole('button', { name: 'Verder' }).click()
      await page.getByRole('heading', { level: 1, name: 'Tweede factor instellen' }).waitFor()
      await kijk()
      const geheim = (await page.locator('.ov-sleutel').innerText()).replaceAll(' ', '')
      await page.getByLabel('Code', { exact: true }).fill(await codeVan(geheim))
      await page.getByRole('button', { name: 'Instellen' }).click()
      await page.getByRole('heading', { level: 1, name: 'Bewaar uw herstelcodes' }).waitFor()
      await kijk()
      await page.context().clearCookies()
      await page.context().addCookies(binnen.cookies)
      for (const pad of [
        '/account',
        '/account/wachtwoord',
        '/account/toegangssleutels',
        '/gebruikers',
        '/gebruikers/uitnodigen',
        '/gebruikers/toegang?soort=alle',
      ]) {
        await page.goto(pad)
        await kijk()
      }
      await page.goto('/gebruikers')
      await page.getByRole('link', { name: 'Tess Molenaar' }).click()
      await page.getByRole('heading', { level: 1, name: 'Tess Molenaar' }).waitFor()
      await kijk()
      await page.getByRole('link', { name: 'Rol geven' }).click()
      await page.getByRole('heading', { level: 1, name: 'Rol geven' }).waitFor()
      await kijk()
      expect(gebreken).toEqual([])
    }))
})
