import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Every rule we keep to. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
// What the width of the window or the scheme of colours can change; names, roles and structure are the same in both.
const VORM = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
  'css-orientation-lock',
]

/**
 * What is wrong with the page that is open, as lines of text: axe in light at the width of a desk, in dark at that of a phone the rules
 * in `smal` (by default what can differ there), and whether anything sticks out sideways, down to 320 px (WCAG 1.4.10). What is folded
 * is opened first.
 */
export async function zoekGebreken(page: Page, smal = VORM): Promise<string[]> {
  const gebreken: string[] = []
  await vouwOpen(page)
  for (const [breedte, colorScheme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.setViewportSize({ width: breedte, height: 800 })
    await page.emulateMedia({ colorScheme })
    const regels = breedte === 1280 ? WCAG : smal
    const gevonden = regels.length === 0 ? [] : await zoekMetAxe(page, regels)
    gebreken.push(...gevonden.map((gebrek) => `${String(breedte)} ${colorScheme}: ${gebrek}`))
  }
  const uit = [await meetUitsteek(page)]
  await page.setViewportSize({ width: 320, height: 800 })
  uit.push(await meetUitsteek(page))
  if (Math.max(...uit) > 0) gebreken.push(`390 and 320: the page sticks out ${uit.join(' and ')} px`)
  return gebreken
}

type Gebrek = { id: string; help: string; nodes: { html: string }[] }

async function zoekMetAxe(page: Page, regels: string[]): Promise<string[]> {
  const violations = (await opnieuwMetAxe(page, regels)) ?? (await eersteKeerMetAxe(page))
  return violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.map(({ html }) => html).join(' | ')}`)
}

async function eersteKeerMetAxe(page: Page): Promise<Gebrek[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(WCAG)
    // without frames there is nothing to gather from them
    .setLegacyMode(true)
    .analyze()
  return violations
}

// The builder leaves axe in the page; putting it there again would take longer than what it does.
async function opnieuwMetAxe(page: Page, regels: string[]): Promise<Gebrek[] | undefined> {
  return page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as Venster
    const gevonden = await axe?.run({ runOnly, resultTypes: ['violations'] })
    return gevonden?.violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html }) => ({ html })) }))
  }, regels)
}

async function vouwOpen(page: Page) {
  await page.locator('details:not([data-menu])').evaluateAll((vouwen) => {
    for (const vouw of vouwen as unknown as { open: boolean }[]) vouw.open = true
  })
}

async function meetUitsteek(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { document, innerWidth } = globalThis as unknown as Venster
    return Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth
  })
}

// The DOM types are no part of the program; what is given to `evaluate` runs in the browser.
type Venster = {
  innerWidth: number
  document: { documentElement: { scrollWidth: number }; body: { scrollWidth: number } }
  axe?: { run: (opties: object) => Promise<{ violations: Gebrek[] }> }
}

/** Collects from now on what the browser complains about: errors in the console, scripts that fail, answers that are refused. */
export function luisterNaarFouten(page: Page): string[] {
  const fouten: string[] = []
  page.on('console', (bericht) => {
    if (bericht.type() === 'error') fouten.push(`${page.url()}: ${bericht.text()}`)
  })
  page.on('pageerror', (error) => fouten.push(`${page.url()}: ${error.message}`))
  page.on('response', (antwoord) => {
    if (antwoord.status() >= 400) fouten.push(`${antwoord.url()}: ${String(antwoord.status())}`)
  })
  return fouten
}
