import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { kiesVersie, Regelset, Termijnen } from '../inrichting/regelset.ts'
import { Herinneringsregels, ritmeVan } from './herinneringsregels.ts'

const map = new URL('../../../../db/regelsets/', import.meta.url)
const bestanden = readdirSync(map).filter((naam) => naam.endsWith('.json'))
const lees = (naam: string) => Regelset.parse(JSON.parse(readFileSync(new URL(naam, map), 'utf8')))
const dag = Temporal.PlainDate.from('2026-11-22')

// Terms that no rule of part "termijnen" counts: sources of followed terms, and the rule of part "verlenging".
const ANDERE = ['verlenging-beslissen', 'verlenging', 'einde', 'certificaat', 'mandaat', 'waarneming', 'vaststelling']

test.each(bestanden)(
  'TRM-01: %s zegt wanneer aan een termijn wordt herinnerd, en alleen voor termijnen die er zijn',
  (naam) => {
    const { delen } = lees(naam)
    const { standaard, anders, maximum } = Herinneringsregels.parse(kiesVersie(delen, 'herinneringen', dag)?.inhoud)
    const bekend = Termijnen.parse(kiesVersie(delen, 'termijnen', dag)?.inhoud).termijnen.map(({ code }) => code)
    expect(anders.map(({ voor }) => voor).filter((voor) => ![...bekend, ...ANDERE].includes(voor))).toEqual([])
    for (const { dagenVooraf, dagenNaAfloop } of [standaard, ...anders]) {
      expect(dagenVooraf.length + dagenNaAfloop.length).toBeLessThanOrEqual(maximum)
      expect(dagenVooraf).toEqual(dagenVooraf.toSorted((a, b) => b - a))
    }
  },
)

test('TRM-01: het ritme van de termijn gaat voor dat van de bron, en dat voor het gewone', () => {
  const ritme = (n: number) => ({ dagenVooraf: [n], achtervangerVanaf: 0, dagenNaAfloop: [] })
  const regels = {
    maximum: 3,
    standaard: ritme(1),
    anders: [
      { ...ritme(2), voor: 'bron' },
      { ...ritme(3), voor: 'code' },
    ],
    bron: { document: 'x', paragraaf: 'x', tekst: 'x' },
  }
  const van = (code: string | null, bron: string) => ritmeVan(regels, { code, bron }).dagenVooraf[0]
  expect([van('code', 'bron'), van(null, 'bron'), van('ander', 'ander')]).toEqual([3, 2, 1])
})
