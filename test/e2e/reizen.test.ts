import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { startProgramma, type Programma } from './programma.ts'
import { luisterNaarFouten, WCAG, zoekGebreken } from './toegankelijk.ts'

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const BERICHTEN = join(import.meta.dirname, '../../db/voorbeeldregio/berichten')
// A day on which 2026 is a whole year that can be established.
const VANDAAG = '2027-03-10'
// The aanbieder of the account "Aanbieder", and one it has nothing to do with.
const EIGEN = 'De Weidse Blik Huishoudelijke Hulp B.V.'
const ANDER = 'Thuisbij Poldervaart B.V.'

let programma: Programma | undefined
let browser: Browser | undefined
let map: string

beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'overlap-reizen-'))
  ;[programma, browser] = await Promise.all([startProgramma({ OVERLAP_VANDAAG: VANDAAG }), launchBrowser()])
})

afterAll(async () => {
  await browser?.close()
  await programma?.stop()
  rmSync(map, { recursive: true, force: true })
})

/** A browser of one's own for the length of a test; what it complains about makes the test fail, but for what is expected. */
async function reis(werk: (page: Page) => Promise<void>, opties: BrowserContextOptions = {}, verwacht?: RegExp) {
  const context = await browser!.newContext({
    baseURL: programma!.url,
    viewport: { width: 1280, height: 800 },
    // the fade between pages complains when a window changes its size halfway
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

async function meldAan(page: Page, rol: string) {
  await page.goto('/aanmelden')
  const knop = page.getByRole('button', { name: rol }).first()
  if (!(await knop.isVisible())) await page.getByText('Meer rollen').first().click()
  await knop.click()
  await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
}

async function kop(page: Page): Promise<string> {
  return (await page.getByRole('heading', { level: 1 }).innerText()).replaceAll('\u00a0', ' ')
}

async function hoofdtekst(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replaceAll('\u00a0', ' ')
}

/** The first link of the page that is open whose path fits. */
async function link(page: Page, patroon: string): Promise<string> {
  const paden = await page
    .locator('main a')
    .evaluateAll((links) =>
      links.map((a) => (a as unknown as { getAttribute(naam: string): string }).getAttribute('href')),
    )
  const pad = paden.find((pad) => new RegExp(`^${patroon}$`).test(pad))
  if (pad === undefined) throw new Error(`no link like ${patroon} on ${page.url()}`)
  return pad
}

function bestand(name: string, buffer: Buffer) {
  return { name, mimeType: 'application/octet-stream', buffer }
}

async function download(page: Page, naam: string): Promise<string> {
  const [bestand] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: naam }).first().click(),
  ])
  const doel = join(map, bestand.suggestedFilename())
  await bestand.saveAs(doel)
  return doel
}

describe('een dag met Overlap', () => {
  test('berichten inlezen: de balk zegt hoeveel echt gelezen is, daarna staat elk bestand met zijn uitkomst', () =>
    reis(async (page) => {
      await meldAan(page, 'Backoffice')
      await page.getByRole('link', { name: 'Berichten', exact: true }).first().click()
      await page
        .getByRole('link', { name: /inlezen/i })
        .first()
        .click()
      await page
        .getByLabel('Bestanden')
        .setInputFiles([
          bestand('WMO307-2026.zip', readFileSync(join(BERICHTEN, 'WMO307-2026.zip'))),
          bestand('kapot.xml', Buffer.from('<?xml version="1.0"?><brief>Beste collega')),
        ])
      // sent slowly, so that there is something to watch
      const cdp = await page.context().newCDPSession(page)
      const snel = { offline: false, latency: 0, downloadThroughput: -1 }
      await cdp.send('Network.emulateNetworkConditions', { ...snel, uploadThroughput: 250_000 })
      await page.getByRole('button', { name: 'Inlezen' }).click()

      const balk = page.getByRole('progressbar')
      const [gelezen, omvang] = [await balk.getAttribute('aria-valuenow'), await balk.getAttribute('aria-valuemax')]
      expect(Number(omvang)).toBeGreaterThan(900)
      expect(Number(gelezen)).toBeLessThan(Number(omvang))
      await page.waitForURL(new RegExp(`/berichten/rondes/${UUID}$`), { timeout: 60_000 })
      await page.getByRole('table', { name: 'Bestanden van de levering' }).waitFor({ timeout: 60_000 })
      expect(await hoofdtekst(page)).toMatch(/1\.280 dubbel/)

      await page.getByLabel('Uitkomst').selectOption({ label: 'afgekeurde bestanden' })
      await page.waitForURL(/uitkomst=afgekeurd/)
      const rijen = page.getByRole('table', { name: 'Bestanden van de levering' }).locator('tbody tr')
      expect(await rijen.count()).toBe(1)
      expect(await rijen.innerText()).toMatch(/kapot\.xml[^]*afgekeurd/)
      const lijst = readFileSync(await download(page, 'CSV'), 'utf8')
      expect(lijst).toMatch(/^\ufeff[^\n]*bestand/i)
      expect(lijst).toContain('kapot.xml')
      expect(lijst).not.toContain('Beste collega')
    }))

  test('een aanbieder vinden: door de lijst te filteren, en met de toets / vanaf elke bladzijde', () =>
    reis(async (page) => {
      await meldAan(page, 'Contractmanager')
      await page.getByRole('link', { name: 'Aanbieders', exact: true }).first().click()
      await page.getByRole('searchbox', { name: /Zoek op naam/ }).fill('weidse')
      await page.keyboard.press('Enter')
      await page.waitForURL(/zoek=weidse/)
      const rijen = page.getByRole('table', { name: 'Aanbieders' }).locator('tbody tr')
      expect(await rijen.count()).toBe(1)
      await rijen.click()
      await page.waitForURL(new RegExp(`/aanbieders/${UUID}`))
      expect(await kop(page)).toBe(EIGEN)

      await page.keyboard.press('/')
      await page.keyboard.type('poldervaart')
      await page.keyboard.press('Enter')
      await page.getByRole('main').getByRole('link', { name: ANDER, exact: true }).waitFor()
      // what somebody looks for may be a client: it never stands in a URL
      expect(page.url()).toBe(`${programma!.url}/zoeken`)
      await page.getByRole('main').getByRole('link', { name: ANDER, exact: true }).click()
      expect(await kop(page)).toBe(ANDER)
    }))

  test('KPI-22, KPI-25: van de matrix naar een resultaat, en van het resultaat naar een geval', () =>
    reis(async (page) => {
      await meldAan(page, 'Contractmanager')
      await page.goto('/kpis?jaar=2025')
      await page.getByRole('table', { name: 'KPI’s over 2025' }).getByRole('link', { name: /59,4/ }).first().click()
      expect(await kop(page)).toBe('Start zorg 2025: 59,4%')
      expect(await hoofdtekst(page)).toMatch(/Onvoldoende\. De Weidse Blik[^]*22 van 37/)
      const gevallen = page.getByRole('table', { name: 'Gevallen', exact: true })
      expect(await gevallen.locator('tbody tr').count()).toBe(15)
      const label = await gevallen.locator('tbody tr th').first().innerText()
      expect(label).toMatch(/^C-[0-9A-Z-]{8,}$/)
      await gevallen.locator('tbody tr').first().click()
      await page.waitForURL(new RegExp(`/toewijzingen/${UUID}\\?bij=kpi-${UUID}$`))
      expect(await hoofdtekst(page)).toContain(label)
    }))

  test('S47: wie naar een cliënt keek, is voor de privacyfunctionaris te vinden, met waarvoor', () =>
    reis(async (page) => {
      await meldAan(page, 'Contractmanager')
      await page.goto('/kpis?jaar=2025')
      await page.goto(await link(page, `/kpis/${UUID}`))
      const rij = page.getByRole('table', { name: 'Gevallen', exact: true }).locator('tbody tr').first()
      const label = await rij.locator('th').innerText()
      await rij.click()
      expect(await kop(page)).toBe(`Cliënt ${label}`)
      await page.context().clearCookies()

      await meldAan(page, 'Privacyfunctionaris')
      await page.getByRole('link', { name: 'Inzage in casussen', exact: true }).first().click()
      await page.getByLabel('Label van de cliënt').fill(label)
      await page.getByRole('button', { name: 'Nagaan' }).click()
      expect(await kop(page)).toBe('Wie keek naar deze cliënt')
      const tekst = await hoofdtekst(page)
      expect(tekst).toMatch(/1 persoon, samen \d+ keer/)
      expect(tekst).toContain('Marloes de Wit')
      expect(page.url()).not.toContain(label)
      const [bekeken] = await page.getByRole('table', { name: 'Alle keren' }).locator('tbody tr').allInnerTexts()
      expect(bekeken).toMatch(/Marloes de Wit[^]*KPI/)
    }))

  test('uitvoeren geeft een echt werkblad en een CSV met dezelfde cijfers', () =>
    reis(async (page) => {
      await meldAan(page, 'Contractmanager')
      await page.goto('/kpis?jaar=2025')
      const boek = new ExcelJS.Workbook()
      await boek.xlsx.readFile(await download(page, 'Uitvoeren naar Excel'))
      const blad = boek.worksheets[0]!
      const koppen = (blad.getRow(1).values as string[]).slice(1)
      expect(koppen.slice(0, 3)).toEqual(['Meetjaar', 'KPI', 'Aanbieder'])
      const rijen = (blad.getRows(2, blad.rowCount - 1) ?? []).map((rij) =>
        Object.fromEntries(koppen.map((kop, i) => [kop, rij.getCell(i + 1).value])),
      )
      const rij = rijen.find((rij) => rij['Aanbieder'] === EIGEN && rij['KPI'] === 'Start zorg' && rij['n'] === 37)
      expect(rij).toMatchObject({ Meetjaar: 2025, AGB: '98990115', Oordeel: 'onvoldoende' })
      expect(JSON.stringify(rij!['Waarde']).replaceAll('"', '')).toMatch(/^(59,4|0\.594)$/)

      const regels = readFileSync(await download(page, 'CSV'), 'utf8')
        .trimEnd()
        .split('\r\n')
      expect(regels[0]).toBe(`\ufeff${koppen.join(';')}`)
      expect(regels).toHaveLength(rijen.length + 1)
      expect(regels.some((regel) => regel.startsWith(`2025;Start zorg;${EIGEN};98990115;`))).toBe(true)
    }))

  test('ROL-13, FIN-14: zonder mandaat geen besluit: de pagina zegt wie het wel mag, en die doet het', () =>
    reis(
      async (page) => {
        const open = async () => {
          await page.goto('/overeenkomsten?zoek=ZW-HO-001')
          await page.getByRole('table', { name: 'Overeenkomsten' }).locator('tbody tr').first().click()
          await page.waitForURL(new RegExp(`/overeenkomsten/${UUID}`))
          await page.goto(`${new URL(page.url()).pathname.split('/').slice(0, 3).join('/')}/budget`)
          await page.getByRole('heading', { level: 1, name: 'Budget wijzigen' }).waitFor()
        }
        // his mandate ends at 50.000 euro; the colleague who made this proposal asks for more
        await page.goto('/aanmelden')
        await page.getByText('Meer rollen').first().click()
        await page.getByRole('button', { name: 'Sven Postma' }).click()
        await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
        await open()
        await page.getByLabel('Reden van het besluit').fill('Lijkt mij goed.')
        await page.getByRole('button', { name: 'Goedkeuren' }).click()
        await page.getByText(/heeft u hier geen mandaat\. Dat heeft: contracteigenaar\./).waitFor()
        await page.goBack()
        expect(await hoofdtekst(page)).toContain('Een voorstel wacht op een besluit van de contracteigenaar.')

        await page.context().clearCookies()
        await meldAan(page, 'Contracteigenaar')
        await open()
        await page.getByLabel('Reden van het besluit').fill('Past in de begroting.')
        await page.getByRole('button', { name: 'Goedkeuren' }).click()
        await page.getByText('Het nieuwe budget geldt.').waitFor()
        expect(await hoofdtekst(page)).toMatch(/goedgekeurd[^]*als contracteigenaar/)
      },
      {},
      /403/,
    ))

  test('een aanbieder ziet alleen zichzelf', () =>
    reis(async (page) => {
      await meldAan(page, 'Contractmanager')
      await page.goto('/aanbieders')
      const ander = (await page.getByRole('link', { name: ANDER, exact: true }).getAttribute('href'))!
      await page.goto('/kpis?jaar=2025')
      const hunCijfer = (await page
        .getByRole('row', { name: new RegExp(ANDER) })
        .getByRole('link')
        .nth(1)
        .getAttribute('href'))!
      await page.context().clearCookies()

      await meldAan(page, 'Aanbieder: ')
      await page.getByRole('link', { name: 'Aanbieders', exact: true }).first().click()
      expect(await page.getByRole('table', { name: 'Aanbieders' }).locator('tbody th').allInnerTexts()).toEqual([
        expect.stringContaining(EIGEN),
      ])
      await page.goto('/kpis?jaar=2025')
      expect(await page.getByRole('table', { name: 'KPI’s over 2025' }).locator('tbody tr').count()).toBe(1)
      expect(await page.getByRole('link', { name: 'Berichten', exact: true }).count()).toBe(0)
      for (const [pad, status] of [
        [ander, 404],
        [hunCijfer, 404],
        ['/berichten', 403],
        ['/logboek', 403],
      ] as const) {
        expect([pad, (await page.request.get(pad)).status()]).toEqual([pad, status])
      }
      const uitvoer = await (await page.request.get('/kpis.csv?jaar=2025')).text()
      expect(uitvoer).toContain(EIGEN)
      expect(uitvoer).not.toContain(ANDER)
      const zoeken = await page.request.post('/zoeken', {
        form: { csrf: await page.locator('[name=csrf]').first().inputValue(), zoek: 'poldervaart' },
      })
      expect(await zoeken.text()).not.toContain(ANDER)
    }))
})

describe('voor iedereen', () => {
  /** Presses Tab until this has the focus, as somebody without a mouse does. */
  async function tabNaar(page: Page, doel: Locator) {
    for (let i = 0; i < 250; i++) {
      await page.keyboard.press('Tab')
      if (await heeftFocus(doel)) return
    }
    throw new Error(`not reached with Tab on ${page.url()}: ${String(doel)}`)
  }

  async function heeftFocus(doel: Locator): Promise<boolean> {
    return doel.evaluate(
      (element) =>
        element === (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement,
    )
  }

  test('alles met het toetsenbord: aanmelden, langs het menu, filteren, een rij openen', () =>
    reis(async (page) => {
      await page.goto('/aanmelden')
      await tabNaar(page, page.getByRole('button', { name: 'Contractmanager' }).first())
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()

      const overslaan = page.getByRole('link', { name: 'Direct naar de inhoud' })
      await page.keyboard.press('Tab')
      expect(await heeftFocus(overslaan)).toBe(true)
      expect((await overslaan.boundingBox())!.width).toBeGreaterThan(20)
      await page.keyboard.press('Enter')
      expect(await heeftFocus(page.getByRole('main'))).toBe(true)

      await page.reload()
      await tabNaar(page, page.getByRole('link', { name: 'Aanbieders', exact: true }).first())
      await page.keyboard.press('Enter')
      await page.waitForURL('/aanbieders')
      const grootte = page.getByLabel('Grootte')
      await tabNaar(page, grootte)
      await page.keyboard.type('kleine')
      // choosing with the keyboard does not take the reader away; Enter does
      expect(page.url()).toBe(`${programma!.url}/aanbieders`)
      await page.keyboard.press('Enter')
      await page.waitForURL(/grootte=klein/)
      expect(await heeftFocus(grootte)).toBe(true)
      const eerste = page.getByRole('table', { name: 'Aanbieders' }).locator('tbody th a').first()
      const naam = await eerste.innerText()
      await tabNaar(page, eerste)
      await page.keyboard.press('Enter')
      await page.waitForURL(new RegExp(`/aanbieders/${UUID}`))
      expect(await kop(page)).toBe(naam)
    }))

  test('zonder JavaScript: aanmelden, filteren en inlezen', () =>
    reis(
      async (page) => {
        await meldAan(page, 'Backoffice')
        await page.goto('/aanbieders')
        await page.getByLabel('Grootte').selectOption({ label: 'grote aanbieders' })
        await page.getByRole('button', { name: 'Toepassen' }).click()
        await page.waitForURL(/groot/)
        expect(await page.getByRole('table', { name: 'Aanbieders' }).locator('tbody tr').count()).toBeLessThan(10)

        await page.goto('/berichten/inlezen')
        await page.getByLabel('Bestanden').setInputFiles(bestand('leeg.xml', Buffer.from(' ')))
        await page.getByRole('button', { name: 'Inlezen' }).click()
        await page.waitForURL(new RegExp(`/berichten/rondes/${UUID}$`))
        expect(await hoofdtekst(page)).toMatch(/leeg\.xml[^]*afgekeurd/)
      },
      { javaScriptEnabled: false },
    ))

  // Pages by who sees them; ">" takes the first link of that form on the page before it.
  const paginas: Record<string, string[]> = {
    Contractmanager: [
      '/',
      '/aanbieders',
      `/aanbieders > /aanbieders/${UUID}`,
      ...['overeenkomsten', 'kpis', 'bevindingen', 'gebeurtenissen', 'gegevens'].map(
        (deel) => `/aanbieders > /aanbieders/${UUID} > /aanbieders/${UUID}/${deel}`,
      ),
      ...['kernpartner', 'certificaten', 'omvang', 'contactpersonen'].map(
        (deel) => `/aanbieders > /aanbieders/${UUID} > /aanbieders/${UUID}/${deel}`,
      ),
      '/aanbieders/contractmanager',
      '/contactpersonen',
      '/kalender',
      '/kalender?van=iedereen&weergave=maand&jaar=2026&maand=12',
      `/kalender?van=iedereen > /kalender/${UUID}`,
      '/kalender/abonnement',
      '/overeenkomsten',
      `/overeenkomsten > /overeenkomsten/${UUID}`,
      ...['producten', 'geld', 'verlenging', 'functies', 'gegevens'].map(
        (deel) => `/overeenkomsten > /overeenkomsten/${UUID} > /overeenkomsten/${UUID}/${deel}`,
      ),
      '/kpis?jaar=2025',
      '/kpis?jaar=2026&van=mij&volgorde=naam&kpi=clienttevredenheid',
      '/kpis/vaststellen/2026',
      `/kpis?jaar=2025 > /kpis/${UUID}`,
      `/kpis?jaar=2024&kpi=resultaat-behaald > /kpis/${UUID}`,
      `/kpis?jaar=2025 > /kpis/${UUID} > /toewijzingen/${UUID}[?]bij=kpi-${UUID}`,
      '/bevindingen',
      '/bevindingen?stand=gesloten',
      `/bevindingen > /bevindingen/${UUID}`,
      '/bevindingen/nieuw',
      '/gesprekken',
      '/gesprekken/gezien',
      '/gesprekken/plannen',
      '/gesprekken/nieuw',
      `/gesprekken?stand=alle > /gesprekken/${UUID}`,
      ...['voorbereiding', 'verslag'].map(
        (deel) =>
          `/gesprekken?stand=verslag&soort=contractmanagementgesprek > /gesprekken/${UUID} > /gesprekken/${UUID}/${deel}`,
      ),
      '/acties',
      `/acties > /acties/${UUID}`,
      '/overlegtafels',
      '/overlegtafels/nieuw',
      '/overlegtafels/deelname',
      `/overlegtafels > /overlegtafels/${UUID}`,
      ...['samenstelling', 'deelnemers'].map(
        (deel) => `/overlegtafels > /overlegtafels/${UUID} > /overlegtafels/${UUID}/${deel}`,
      ),
      '/verbeterplannen',
      '/verbeterplannen/nieuw',
      '/verbeterplannen/formulier',
      `/verbeterplannen > /verbeterplannen/${UUID}`,
      `/verbeterplannen?stand=regio > /verbeterplannen/${UUID} > /verbeterplannen/${UUID}/(beoordelen|realisatie)`,
      '/escalaties',
      '/escalaties/nieuw',
      '/escalaties/ladder',
      `/escalaties > /escalaties/${UUID}`,
      `/escalaties > /escalaties/${UUID} > /escalaties/${UUID}/brieven/[0-9]+`,
      `/escalaties > /escalaties/${UUID} > /escalaties/${UUID}/stukken/[a-z]+`,
      '/inrichting',
      '/inrichting > /inrichting/[a-z-]+',
      '/rechten',
      '/rechten?rol=contractmanager',
      '/zoeken',
      '/handleiding',
      '/handleiding/kpis',
      '/stijl',
    ],
    Backoffice: [
      '/',
      '/berichten',
      '/berichten > /berichten/[0-9]+',
      '/berichten/rondes',
      '/berichten/inlezen',
      '/evaluaties/inlezen',
      '/cto/inlezen',
      `/berichten/rondes > /berichten/rondes/${UUID}`,
    ],
    Contractbeheerder: ['/', '/aanbieders/inlezen', '/overeenkomsten/inlezen'],
    Contracteigenaar: [
      '/',
      `/overeenkomsten?zoek=ZW-HO-001 > /overeenkomsten/${UUID} > /overeenkomsten/${UUID}/verlenging`,
      `/overeenkomsten?zoek=ZW-HO-012 > /overeenkomsten/${UUID} > /overeenkomsten/${UUID}/verlenging`,
    ],
    'Functioneel beheerder': [
      '/',
      '/logboek',
      '/logboek/geweigerd',
      '/inrichting/kpi-clienttevredenheid/evaluatie',
      '/inrichting/kleine-aantallen',
      '/gebruikers',
      '/account',
      '/taken',
      '/mandaten',
      '/organisatie',
      '/organisatie/model',
      '/organisatie/model/positionering',
      '/organisatie/maatregelen/nieuw',
      `/organisatie/model > /organisatie/maatregelen/${UUID}`,
      '/organisatie/dienstverlening',
      `/organisatie/dienstverlening > /organisatie/dienstverlening/${UUID}`,
      '/organisatie/samenwerking',
      '/organisatie/samenwerking/0479',
      '/organisatie/harmonisatie',
      '/organisatie/harmonisatie/nieuw',
      '/organisatie/opdracht',
      '/organisatie/missie',
      '/organisatie/missie/wijzigen',
      '/organisatie/taakgebieden/inkoop/2026',
    ],
    'Opdrachtgever of beleid': [
      '/organisatie/opdracht/nieuw',
      '/kpis?jaar=2025',
      `/kpis?jaar=2025 > /kpis/${UUID}`,
      `/aanbieders > /aanbieders/${UUID} > /aanbieders/${UUID}/kpis`,
    ],
    Toezichthouder: ['/inzage/reden'],
    Privacyfunctionaris: ['/', '/inzage', '/inzage > /inzage/[0-9]+', '/bewaren', '/clientverzoek'],
    'Aanbieder: ': [
      '/',
      '/aanbieders',
      `/aanbieders > /aanbieders/${UUID}`,
      '/kpis?jaar=2025',
      '/bevindingen',
      '/gesprekken',
      `/gesprekken > /gesprekken/${UUID}`,
      '/acties',
      '/overlegtafels',
      '/escalaties',
    ],
  }

  async function volg(page: Page, route: string) {
    const [eerste, ...rest] = route.split(' > ')
    await page.goto(eerste!)
    for (const patroon of rest) await page.goto(await link(page, patroon))
  }

  test('elke bladzijde is toegankelijk (WCAG 2.2 AA), licht en donker, breed en smal', async () => {
    const gebreken: string[] = []
    const beurten = Object.entries(paginas).flatMap(([rol, routes]) => {
      const helft = Math.ceil(routes.length / 2)
      return routes.length > 10
        ? [
            [rol, routes.slice(0, helft)],
            [rol, routes.slice(helft)],
          ]
        : [[rol, routes]]
    }) as [string, string[]][]
    const loop = async () => {
      for (let beurt = beurten.shift(); beurt; beurt = beurten.shift()) {
        const [rol, routes] = beurt
        await reis(async (page) => {
          if (beurten.length === 0) {
            await page.goto('/aanmelden')
            gebreken.push(...(await zoekGebreken(page)).map((gebrek) => `/aanmelden ${gebrek}`))
          }
          await meldAan(page, rol)
          for (const [i, route] of routes.entries()) {
            await page.setViewportSize({ width: 1280, height: 800 })
            try {
              await volg(page, route)
            } catch (error) {
              // the other pages are still looked at
              gebreken.push(`${rol} ${route}: ${String(error)}`)
              continue
            }
            // the menu of a phone is another than that of a desk, and the same on every page of a role; colours come from one list
            const smal = i === 0 ? WCAG : i % 2 === 0 ? undefined : []
            gebreken.push(...(await zoekGebreken(page, smal)).map((gebrek) => `${rol} ${page.url()} ${gebrek}`))
          }
        })
      }
    }
    await Promise.all([loop(), loop()])
    expect(gebreken).toEqual([])
  })
})

describe('KPI’s vaststellen', () => {
  test('KPI-03: 2026 vaststellen maakt van elk resultaat onder de norm één bevinding, waarover een mens besluit', () =>
    reis(async (page) => {
      await meldAan(page, 'Contractmanager')
      await page.getByRole('link', { name: 'KPI’s', exact: true }).first().click()
      expect(await kop(page)).toBe('KPI’s over 2026')
      await page.getByRole('link', { name: 'Resultaten vaststellen' }).click()
      const onder = Number(/(\d+) resultaten onder de norm/.exec(await hoofdtekst(page))?.[1])
      expect(onder).toBeGreaterThan(10)
      await page.getByLabel('Toelichting').fill('Besproken in het overleg van 9 maart.')
      await page.getByRole('button', { name: 'Resultaten over 2026 vaststellen' }).click()
      await page.getByText('De resultaten over 2026 zijn vastgesteld.').waitFor()
      expect(await hoofdtekst(page)).toContain('door Marloes de Wit')

      await page.goto('/bevindingen?jaar=2026')
      expect(await hoofdtekst(page)).toContain(`${String(onder)} bevindingen open`)
      await page.getByRole('table', { name: 'Bevindingen' }).locator('tbody tr').first().click()
      await page.waitForURL(new RegExp(`/bevindingen/${UUID}$`))
      expect(await hoofdtekst(page)).toContain('Nog te beoordelen.')
      await page.getByLabel('Bespreken').check()
      await page.getByLabel('Reden').fill('Voor de tweede keer onder de norm.')
      await page.getByRole('button', { name: 'Besluit vastleggen' }).click()
      await page.getByText('Uw besluit is vastgelegd.').waitFor()
      expect(await hoofdtekst(page)).toMatch(/Bespreken in gesprek door Marloes de Wit: Voor de tweede keer/)
    }))
})
