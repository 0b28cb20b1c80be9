import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Components of the design system whose classes we use; nothing else of it is shipped. */
const ONDERDELEN = [
  'breadcrumb',
  'button',
  'error-message',
  'field',
  'field-set',
  'file-input',
  'label',
  'select',
  'text-area',
  'text-input',
  'visually-hidden',
]

const require = createRequire(import.meta.url)
const EIGEN = new URL('css/', import.meta.url)

/**
 * One stylesheet: the design system's components (EUPL-1.2), then our own files in order of name, which give them their values: the
 * tokens, icons and assets of the City of Amsterdam are its own and not shipped. `vervang` rewrites the file names in url(…).
 */
export function buildStylesheet(vervang: (bestand: string) => string): string {
  const componenten = ONDERDELEN.map((naam) => lees(`@amsterdam/design-system-css/dist/${naam}/${naam}.css`)).join('')
  const eigen = readdirSync(EIGEN)
    .filter((naam) => naam.endsWith('.css'))
    .sort()
    .map((naam) => readFileSync(new URL(naam, EIGEN), 'utf8'))
    .join('\n')
  return minify(`${componenten}\n${eigen}`).replace(
    /url\('?([\w.-]+)'?\)/g,
    (_, bestand: string) => `url(${vervang(bestand)})`,
  )
}

function lees(pad: string): string {
  return readFileSync(require.resolve(pad), 'utf8')
}

function minify(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim()
}
