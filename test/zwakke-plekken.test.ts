import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

type Melding = { name: string; severity: string; title: string; url: string; source: number }
type Regels = {
  DAGEN: Record<string, number>
  teLang: (
    vulnerabilities: Record<string, { via: (Melding | string)[] }>,
    gezien: Record<string, string>,
    vandaag: string,
  ) => string[]
}
const pad = '../scripts/zwakke-plekken.mjs'
const { DAGEN, teLang } = (await import(pad)) as Regels

const lees = (naam: string) => readFileSync(join(import.meta.dirname, '..', naam), 'utf8')
const melding = (severity: string, nummer = 'GHSA-aaaa-bbbb-cccc'): Record<string, { via: (Melding | string)[] }> => ({
  pakket: {
    via: [
      { name: 'pakket', severity, title: 'Iets', url: `https://voorbeeld.example/advisories/${nummer}`, source: 1 },
    ],
  },
  // who only depends on it names it, and is no second weakness
  ander: { via: ['pakket'] },
})

describe('ASVS V15.1.1, V15.2.1: zwakke plekken in onderdelen hebben een termijn, en de bouw houdt haar', () => {
  test.each(['critical', 'high', 'onbekend woord'])('%s: geen dag', (severity) => {
    expect(teLang(melding(severity), { 'GHSA-aaaa-bbbb-cccc': '2026-11-26' }, '2026-11-26')).toHaveLength(1)
  })

  test.each([
    ['moderate', '2026-10-27', 0],
    ['moderate', '2026-10-26', 1],
    ['low', '2026-08-28', 0],
    ['low', '2026-08-27', 1],
    // a day that is still to come is no day on which somebody looked
    ['low', '2026-11-27', 1],
    ['low', 'ooit', 1],
  ])('%s, gezien op %s', (severity, gezien, fouten) => {
    expect(teLang(melding(severity), { 'GHSA-aaaa-bbbb-cccc': gezien }, '2026-11-26')).toHaveLength(fouten)
  })

  test('wat nog niemand heeft bekeken, laat de bouw niet door', () => {
    expect(teLang(melding('low'), {}, '2026-11-26')).toEqual([
      expect.stringContaining('not in scripts/zwakke-plekken.json'),
    ])
    expect(teLang({}, {}, '2026-11-26')).toEqual([])
  })

  test('de bouw gebruikt deze regels, en het overzicht noemt dezelfde dagen', () => {
    expect(lees('scripts/leveringsketen.mjs')).toContain('teLang(uitslag.vulnerabilities')
    const overzicht = lees('docs/veiligheid/overzicht.md')
    expect(overzicht).toContain(`| gemiddeld | ${String(DAGEN['moderate'])} dagen |`)
    expect(overzicht).toContain(`| laag | ${String(DAGEN['low'])} dagen |`)
    expect([DAGEN['high'], DAGEN['critical']]).toEqual([0, 0])
  })
})
