import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { asset, findAsset, type AssetNaam } from './assets.ts'

const namen: AssetNaam[] = ['overlap.css', 'overlap.js', 'logo.svg', 'source-sans-3.woff2']
const css = Buffer.from(findAsset(asset('overlap.css'))!.body).toString()

test('alles naast de HTML weegt samen minder dan 80 KB, de stijl minder dan 25 KB', () => {
  const gewicht = (naam: AssetNaam) => findAsset(asset(naam), 'gzip')!.body.length
  expect(namen.map(gewicht).reduce((a, b) => a + b)).toBeLessThan(80 * 1024)
  expect(gewicht('overlap.css')).toBeLessThan(25 * 1024)
})

test('elk bestand mag voor altijd bewaard worden, want de inhoud zit in de naam', () => {
  for (const naam of namen) {
    expect(asset(naam)).toMatch(/^\/assets\/[\w-]{10}-/)
    expect(findAsset(asset(naam))!.headers['cache-control']).toContain('immutable')
  }
  expect(findAsset('/assets/0000000000-overlap.css')).toBeUndefined()
  expect(findAsset('/favicon.svg')!.headers['cache-control']).not.toContain('immutable')
})

test('de browser krijgt wat hij kan uitpakken', () => {
  const gzip = findAsset(asset('overlap.css'), 'gzip, deflate')!
  expect(gzip.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(gzip.body).toString()).toBe(css)
  expect(findAsset(asset('overlap.css'), 'gzip, br')!.headers['content-encoding']).toBe('br')
  expect(findAsset(asset('overlap.css'))!.headers).not.toHaveProperty('content-encoding')
  expect(findAsset(asset('source-sans-3.woff2'), 'br')!.headers).not.toHaveProperty('content-encoding')
})

test('de stijl haalt niets van buiten en gebruikt geen waarde die nergens staat', () => {
  const bronnen = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, bron]) => bron!)
  expect(bronnen).toContain(asset('source-sans-3.woff2'))
  expect(bronnen.filter((bron) => !bron.startsWith('/assets/') && !bron.startsWith('#'))).toEqual([])

  const gebruikt = new Set([...css.matchAll(/var\((--[\w-]+)\)/g)].map(([, naam]) => naam!))
  expect(gebruikt.size).toBeGreaterThan(100)
  expect([...gebruikt].filter((naam) => !css.includes(`${naam}:`))).toEqual([])
})

test('niets van de tokens, pictogrammen of lettertypen van Amsterdam wordt meegeleverd: die zijn niet open', () => {
  const bronnen = readdirSync(join(import.meta.dirname, '../..'), { recursive: true, encoding: 'utf8' })
    .filter((naam) => /\.(tsx?|css)$/.test(naam) && !naam.endsWith('.test.ts'))
    .map((naam) => readFileSync(join(import.meta.dirname, '../..', naam), 'utf8'))
  expect(bronnen.length).toBeGreaterThan(200)
  expect(bronnen.filter((tekst) => /design-system-(tokens|assets|react-icons)/.test(tekst))).toEqual([])
  expect(css).not.toContain('Amsterdam')
})

test('een klasse staat in één bestand: een tweede met dezelfde naam verandert ongezien de bladzijden van de eerste', () => {
  const map = join(import.meta.dirname, 'css')
  const bestanden: Record<string, string[]> = {}
  for (const bestand of readdirSync(map)) {
    const klassen = readFileSync(join(map, bestand), 'utf8').matchAll(/^(\.ov-[\w-]+) \{/gm)
    for (const klasse of new Set([...klassen].map(([, naam]) => naam!))) (bestanden[klasse] ??= []).push(bestand)
  }
  expect(Object.keys(bestanden).length).toBeGreaterThan(150)
  expect(Object.entries(bestanden).filter(([, waar]) => waar.length > 1)).toEqual([])
})
