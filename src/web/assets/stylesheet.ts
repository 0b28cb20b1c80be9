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
 * One stylesheet: the tokens that are really used (compact mode over the defaults), the design system's components,
 * then our own files in order of name, whose values win. `vervang` rewrites the file names in url(…).
 */
export function buildStylesheet(vervang: (bestand: string) => string): string {
  const componenten = ONDERDELEN.map((naam) => lees(`@amsterdam/design-system-css/dist/${naam}/${naam}.css`)).join('')
  const eigen = readdirSync(EIGEN)
    .filter((naam) => naam.endsWith('.css'))
    .sort()
    .map((naam) => readFileSync(new URL(naam, EIGEN), 'utf8'))
    .join('\n')
  const tokens = usedTokens(componenten + eigen, eigen)

  return minify(
    `:root{${tokens.map(([naam, waarde]) => `${naam}:${waarde}`).join(';')}}\n${componenten}\n${eigen}`,
  ).replace(/url\('?([\w.-]+)'?\)/g, (_, bestand: string) => `url(${vervang(bestand)})`)
}

/** The tokens that `css` refers to, directly or through another token, without those that `eigen` sets itself. */
function usedTokens(css: string, eigen: string): [string, string][] {
  const bekend = new Map<string, string>()
  for (const bestand of ['index.css', 'compact.css']) {
    const bron = lees(`@amsterdam/design-system-tokens/dist/${bestand}`)
    for (const [, naam, waarde] of bron.matchAll(/^\s*(--ams-[\w-]+):\s*(.*?);\s*(?:\/\*.*)?$/gm)) {
      bekend.set(naam!, waarde!)
    }
  }
  const zelf = new Set([...eigen.matchAll(/(--ams-[\w-]+)\s*:/g)].map(([, naam]) => naam))
  const nodig = new Map<string, string>()
  const neem = (tekst: string) => {
    for (const [, naam] of tekst.matchAll(/var\((--ams-[\w-]+)/g)) {
      const waarde = bekend.get(naam!)
      if (waarde === undefined || zelf.has(naam) || nodig.has(naam!)) continue
      nodig.set(naam!, waarde)
      neem(waarde)
    }
  }
  neem(css)
  return [...nodig].sort(([a], [b]) => (a < b ? -1 : 1))
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
