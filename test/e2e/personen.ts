import type { Browser, Locator, Page } from 'playwright-core'
import { luisterNaarFouten } from './toegankelijk.ts'

export type Personen = {
  /** The page of this person, who signs in the first time he is asked for and stays signed in beside the others. */
  als: (naam: string) => Promise<Page>
  /** What their browsers complained about since the last time. */
  fouten: () => string[]
  sluit: () => Promise<void>
}

/** People of the demonstration regions, each in a browser of his own, all signed in at the same time. */
export function openPersonen(browser: Browser, url: string): Personen {
  const paginas = new Map<string, { page: Page; fouten: string[] }>()
  return {
    als: async (naam) => {
      const bekend = paginas.get(naam)
      if (bekend) return bekend.page
      const context = await browser.newContext({
        baseURL: url,
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(30_000)
      const page = await context.newPage()
      paginas.set(naam, { page, fouten: luisterNaarFouten(page) })
      await meldAan(page, naam)
      return page
    },
    fouten: () => [...paginas.values()].flatMap(({ fouten }) => fouten.splice(0)),
    sluit: async () => {
      for (const { page } of paginas.values()) await page.context().close()
      paginas.clear()
    },
  }
}

async function meldAan(page: Page, naam: string) {
  await page.goto('/aanmelden')
  const knop = page.locator('button[name=gebruiker]', { has: page.getByText(naam, { exact: true }) })
  if (!(await knop.isVisible())) await page.locator('details', { has: knop }).locator('summary').click()
  await knop.click()
  await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
}

/** Fills fields by the whole of their label. */
export async function vul(deel: Page | Locator, velden: Record<string, string>) {
  for (const [label, waarde] of Object.entries(velden)) {
    await deel.getByRole('textbox', { name: heel(label) }).fill(waarde)
  }
}

/** Chooses one of a few by the question above it. */
export async function kies(deel: Page | Locator, vraag: string, antwoord: string) {
  await deel
    .getByRole('group', { name: heel(vraag) })
    .getByLabel(antwoord, { exact: true })
    .check()
}

/** Presses a button and waits for what the page that comes says it did. */
export async function druk(page: Page, knop: string | RegExp, melding: string | RegExp) {
  const volgende = page.waitForEvent('domcontentloaded')
  await page.getByRole('main').getByRole('button', { name: knop, exact: true }).click()
  await volgende
  await page.getByText(melding).first().waitFor()
}

/** Follows a link of the page itself, until its heading is there. */
export async function volg(page: Page, link: string | RegExp, kop: string | RegExp) {
  await page.getByRole('main').getByRole('link', { name: link, exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: kop }).waitFor()
}

/** What the page says, with the spaces people see. */
export async function lees(deel: Page | Locator): Promise<string> {
  const tekst = await ('goto' in deel ? deel.getByRole('main') : deel).innerText()
  return tekst.replaceAll('\u00a0', ' ')
}

// A field that may be left empty says so behind its label.
function heel(label: string): RegExp {
  return new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\(niet verplicht\\))?$`)
}
