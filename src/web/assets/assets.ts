import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { buildStylesheet } from './stylesheet.ts'

export type AssetNaam = 'overlap.css' | 'overlap.js' | 'logo.svg' | 'source-sans-3.woff2'

type Asset = { url: string; type: string; gewoon: Uint8Array; br?: Uint8Array; gzip?: Uint8Array }

const CLIENT = new URL('../client/', import.meta.url)

// Built once, when the program starts: nothing to compile, nothing that can be out of date.
const assets = buildAssets()
const opUrl = new Map([...assets.values()].map((asset) => [asset.url, asset]))

/** URL of an asset with its content hash: it may be cached for ever. */
export function asset(naam: AssetNaam): string {
  return assets.get(naam)!.url
}

/** Body and headers for a path below `/assets/` or `/favicon.svg`; undefined when there is no such asset (any more). */
export function findAsset(
  pad: string,
  acceptEncoding = '',
): { body: Uint8Array<ArrayBuffer>; headers: Record<string, string> } | undefined {
  const gevonden = pad === '/favicon.svg' ? assets.get('logo.svg') : opUrl.get(pad)
  if (!gevonden) return undefined

  const codering = gevonden.br && /\bbr\b/.test(acceptEncoding) ? 'br' : /\bgzip\b/.test(acceptEncoding) ? 'gzip' : ''
  const body = (codering ? gevonden[codering] : undefined) ?? gevonden.gewoon
  return {
    body: body as Uint8Array<ArrayBuffer>,
    headers: {
      'content-type': gevonden.type,
      'cache-control': pad === '/favicon.svg' ? 'public, max-age=86400' : 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      ...(gevonden.br ? { vary: 'accept-encoding' } : {}),
      ...(body === gevonden.gewoon ? {} : { 'content-encoding': codering }),
    },
  }
}

function buildAssets(): Map<string, Asset> {
  const gebouwd = new Map<string, Asset>()
  const voegToe = (naam: AssetNaam, type: string, inhoud: string | Uint8Array) => {
    const gewoon = typeof inhoud === 'string' ? Buffer.from(inhoud) : inhoud
    const hash = createHash('sha256').update(gewoon).digest('base64url').slice(0, 10)
    const tekst = type !== 'font/woff2' ? { br: brotliCompressSync(gewoon), gzip: gzipSync(gewoon) } : {}
    gebouwd.set(naam, { url: `/assets/${hash}-${naam}`, type, gewoon, ...tekst })
  }
  voegToe('source-sans-3.woff2', 'font/woff2', readFileSync(new URL('source-sans-3.woff2', import.meta.url)))
  voegToe('logo.svg', 'image/svg+xml', readFileSync(new URL('logo.svg', import.meta.url)))
  voegToe('overlap.js', 'text/javascript; charset=utf-8', clientScript())
  voegToe(
    'overlap.css',
    'text/css; charset=utf-8',
    buildStylesheet((bestand) => gebouwd.get(bestand)!.url),
  )
  return gebouwd
}

/** The small scripts one after the other, each in a scope of its own, so that one failing does not stop the next. */
function clientScript(): string {
  return readdirSync(CLIENT)
    .filter((naam) => naam.endsWith('.js'))
    .sort()
    .map((naam) => `try{(()=>{\n${readFileSync(new URL(naam, CLIENT), 'utf8')}})()}catch(e){console.error(e)}\n`)
    .join('')
}
