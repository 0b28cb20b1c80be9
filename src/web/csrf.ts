import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { Weigering } from '../platform/errors.ts'
import type { Scanfout } from '../platform/scan-eerst.ts'
import { weigerNultekens } from './nultekens.ts'
import { scanUpload } from './scan-upload.ts'

const OUDE_PAGINA =
  'Deze pagina was te oud of kwam van een andere website. Ga terug, ververs de pagina en probeer het opnieuw.'

/** Throws 403 unless `waarde` is the token of this session. */
export function controleerCsrf(c: Context<AppEnv>, waarde: unknown) {
  const verwacht = Buffer.from(c.var.bezoeker.csrf)
  const gekregen = Buffer.from(typeof waarde === 'string' ? waarde : '')
  if (verwacht.length !== gekregen.length || !timingSafeEqual(verwacht, gekregen)) {
    throw new Weigering(403, 'csrf', OUDE_PAGINA)
  }
}

/** Throws 403 when the browser says that another site sent this form. */
export function controleerHerkomst(c: Context) {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const host = c.req.header('host')
  const vreemd =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined &&
      origin !== 'null' &&
      host !== undefined &&
      URL.canParse(origin) &&
      new URL(origin).host !== host)
  if (vreemd) throw new Weigering(403, 'herkomst', OUDE_PAGINA)
}

const KLEIN = 10 * 1024 * 1024

type KleinFormulier = {
  velden: Record<string, string>
  bestanden: Record<string, Uint8Array>
  scanfout: Scanfout | null
}

/**
 * Reads a multipart form of at most 10 MB in memory and checks its csrf field. Files that were chosen and not found clean are not
 * given: `scanfout` says why.
 */
export async function leesKleinFormulier(c: Context<AppEnv>): Promise<KleinFormulier> {
  const omvang = Number(c.req.header('content-length') ?? Number.NaN)
  if (!(omvang <= KLEIN)) {
    throw new Weigering(
      413,
      'te-groot',
      'Het bestand is te groot voor deze pagina: ten hoogste 10 MB. Gebruik de opdrachtregel of splits het bestand.',
    )
  }
  const velden: Record<string, string> = {}
  const gekozen: Record<string, File> = {}
  for (const [naam, waarde] of Object.entries(await c.req.parseBody())) {
    if (typeof waarde === 'string') velden[naam] = waarde
    else if (waarde instanceof File) gekozen[naam] = waarde
  }
  weigerNultekens(Object.values(velden))
  controleerCsrf(c, velden['csrf'])
  const bestanden: Record<string, Uint8Array> = {}
  for (const [naam, bestand] of Object.entries(gekozen)) {
    const bytes = new Uint8Array(await bestand.arrayBuffer())
    const scanfout = await scanUpload(c, bytes)
    if (scanfout !== null) return { velden, bestanden: {}, scanfout }
    bestanden[naam] = bytes
  }
  return { velden, bestanden, scanfout: null }
}
