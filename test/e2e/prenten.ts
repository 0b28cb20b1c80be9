import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { schermafdruk } from './browser.ts'

// Pictures for people who want to see what went out; never committed.
const MAP = join(import.meta.dirname, '..', '..', 'artefacten', 'act')

/** The page that is open, as a picture. */
export async function neemPrent(page: Page, naam: string): Promise<void> {
  mkdirSync(MAP, { recursive: true })
  await schermafdruk(page, join(MAP, `${naam}.png`))
}

/** A document as it lies in the file; with a picture of each page where the machine has a tool for that. Gives its bytes. */
export async function haalStuk(page: Page, href: string, naam: string): Promise<Buffer> {
  const antwoord = await page.request.get(href)
  if (!antwoord.ok()) throw new Error(`${href}: ${String(antwoord.status())}`)
  const inhoud = await antwoord.body()
  mkdirSync(MAP, { recursive: true })
  const doel = join(MAP, naam)
  writeFileSync(`${doel}.pdf`, inhoud)
  spawnSync('pdftoppm', ['-r', '80', '-png', `${doel}.pdf`, doel])
  return inhoud
}
