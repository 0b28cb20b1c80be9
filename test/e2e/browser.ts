import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'

/**
 * A real browser: `CHROME_PATH`, else the one inside the npm package, else the system's. Each is tried before the next;
 * without any it throws a sentence that says what to install.
 */
export async function launchBrowser(): Promise<Browser> {
  const redenen: string[] = []
  for (const kandidaat of [eigen, uitPakket, vanSysteem]) {
    try {
      const keuze = await kandidaat()
      if (keuze) return await chromium.launch({ ...keuze, args: [...keuze.args, ...STIL], headless: true })
    } catch (error) {
      redenen.push(String(error).split('\n')[0]!)
    }
  }
  throw new Error(`Geen browser gevonden. Zet CHROME_PATH of installeer Chromium. ${redenen.join('; ')}`)
}

/** The whole page as a picture. */
export async function schermafdruk(page: Page, file: string): Promise<void> {
  // The DOM types are no part of the program; this runs in the browser.
  await page.evaluate(
    () => (globalThis as unknown as { document: { fonts: { ready: Promise<unknown> } } }).document.fonts.ready,
  )
  await page.screenshot({ path: file, fullPage: true, animations: 'disabled' })
}

type Keuze = { executablePath: string; args: string[] }

// Chromium refuses its sandbox as root; and it should not phone home from a test.
const ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const STIL = ['--disable-background-networking', '--disable-component-update', '--disable-sync']

function eigen(): Keuze | undefined {
  const executablePath = process.env['CHROME_PATH']
  return executablePath ? { executablePath, args: ROOT } : undefined
}

async function uitPakket(): Promise<Keuze> {
  const { default: pakket } = await import('@sparticuz/chromium')
  // Made for a cloud function: one process and no zygote crash a browser with several pages.
  const args = pakket.args.filter((arg) => !['--single-process', '--no-zygote'].includes(arg))
  return { executablePath: await pakket.executablePath(), args: [...args, ...ROOT] }
}

function vanSysteem(): Keuze | undefined {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
  return executablePath ? { executablePath, args: ROOT } : undefined
}
