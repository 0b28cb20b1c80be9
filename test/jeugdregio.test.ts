import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { maakJeugdregio } from '../scripts/jeugdregio/maak.ts'
import { haaltElfproef } from '../src/domain/begrippen/bsn.ts'
import { leesZip } from '../src/domain/do/bericht/zip.ts'

const MAP = join(import.meta.dirname, '../db/voorbeeldregio-jeugd')

/** Every file of a zip by its name. */
async function pakUit(zip: string): Promise<Map<string, string>> {
  const uit = new Map<string, string>()
  for await (const deel of leesZip(createReadStream(join(MAP, 'berichten', zip)))) {
    if ('bytes' in deel) uit.set(deel.naam, deel.bytes.toString('utf8'))
  }
  return uit
}

describe('de bestanden van de voorbeeldregio voor de Jeugdwet', () => {
  const gemaakt = maakJeugdregio()

  test('zijn wat npm run jeugdregio maakt', async () => {
    expect(readFileSync(join(MAP, 'aanbieders.csv'), 'utf8')).toBe(gemaakt.aanbieders)
    expect(readFileSync(join(MAP, 'overeenkomsten.csv'), 'utf8')).toBe(gemaakt.overeenkomsten)
    for (const [zip, berichten] of gemaakt.berichten) {
      const verwacht = new Map(berichten.map(({ naam, tekst }) => [naam, tekst]))
      expect(await pakUit(zip)).toEqual(verwacht)
    }
  })

  test('noemen alleen BSN’s uit de reeks voor tests, die de elfproef doorstaan', () => {
    const teksten = [...gemaakt.berichten.values()].flat().map(({ tekst }) => tekst)
    const bsns = new Set(teksten.flatMap((tekst) => [...tekst.matchAll(/<Bsn>(\d+)<\/Bsn>/g)].map(([, bsn]) => bsn!)))
    expect(bsns.size).toBeGreaterThan(300)
    expect([...bsns].filter((bsn) => !bsn.startsWith('9999') || !haaltElfproef(bsn))).toEqual([])
  })
})
