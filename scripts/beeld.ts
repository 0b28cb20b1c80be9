// Takes the screenshots of README and handbook from the running program with the demonstration region.
// Usage: npm run beeld [-- <folder> [<width>…]]: with a folder, every page at each width, light and dark, for looking.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, schermafdruk } from '../test/e2e/browser.ts'
import { startProgramma } from '../test/e2e/programma.ts'

const [map, ...breedten] = process.argv.slice(2)
const programma = await startProgramma()
const browser = await launchBrowser()
try {
  if (map) await alles(browser, map, breedten.length > 0 ? breedten.map(Number) : [1280, 390])
  else await voorReadme(browser)
} finally {
  await browser.close()
  await programma.stop()
}

async function meldAan(page: Page, rol: string) {
  await page.goto(`${programma.url}/aanmelden`)
  await page.getByRole('button', { name: rol }).first().click()
  await page.waitForURL(`${programma.url}/`)
}

/** The first link of a page whose path fits. */
async function eersteLink(page: Page, path: string, pattern: RegExp): Promise<string> {
  await page.goto(programma.url + path)
  const hrefs = await page
    .locator('main a')
    .evaluateAll((links) =>
      links.map(
        (link) => (link as unknown as { getAttribute(naam: string): string | null }).getAttribute('href') ?? '',
      ),
    )
  const href = hrefs.find((href) => pattern.test(href))
  if (!href) throw new Error(`no link like ${String(pattern)} on ${path}`)
  return href
}

async function voorReadme(browser: Browser) {
  const doel = join(import.meta.dirname, '..', 'docs', 'beeld')
  mkdirSync(doel, { recursive: true })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await meldAan(page, 'Contractmanager')
  const neem = async (naam: string, path: string) => {
    await page.goto(programma.url + path)
    await page.screenshot({ path: join(doel, `${naam}.png`), animations: 'disabled' })
  }
  await neem('vandaag', '/')
  await neem('kpis', '/kpis?jaar=2025')
  await neem('kpi-resultaat', await eersteLink(page, '/kpis?jaar=2025', /^\/kpis\/[0-9a-f-]{36}$/))
  await neem('aanbieder', await eersteLink(page, '/aanbieders', /^\/aanbieders\/[0-9a-f-]{36}$/))
  await page.context().clearCookies()
  await meldAan(page, 'Backoffice')
  await neem('inlezen', await eersteLink(page, '/berichten', /^\/berichten\/rondes\//))
}

async function alles(browser: Browser, map: string, breedten: number[]) {
  mkdirSync(map, { recursive: true })
  const gids = await browser.newPage()
  await meldAan(gids, 'Contractmanager')
  const uuid = '[0-9a-f-]{36}'
  const paden: Record<string, string> = {
    vandaag: '/',
    aanbieders: '/aanbieders',
    aanbieder: await eersteLink(gids, '/aanbieders', new RegExp(`^/aanbieders/${uuid}$`)),
    overeenkomsten: '/overeenkomsten',
    overeenkomst: await eersteLink(gids, '/overeenkomsten', new RegExp(`^/overeenkomsten/${uuid}$`)),
    kpis: '/kpis?jaar=2025',
    kpi: await eersteLink(gids, '/kpis?jaar=2025', new RegExp(`^/kpis/${uuid}$`)),
    bevindingen: '/bevindingen',
    bevinding: await eersteLink(gids, '/bevindingen', new RegExp(`^/bevindingen/${uuid}$`)),
    inrichting: '/inrichting',
    rechten: '/rechten',
    rol: '/rechten?rol=toezichthouder',
    handleiding: '/handleiding',
    zoeken: '/zoeken',
    stijl: '/stijl',
  }
  for (const breedte of breedten) {
    for (const schema of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width: breedte, height: 800 }, colorScheme: schema })
      const page = await context.newPage()
      await meldAan(page, 'Contractmanager')
      for (const [naam, pad] of Object.entries(paden)) {
        await page.goto(programma.url + pad)
        await schermafdruk(page, join(map, `${naam}-${String(breedte)}-${schema}.png`))
      }
      await context.close()
    }
  }
}
