import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSleutels } from './sleutels.ts'

const REGIO = '00000000-0000-7000-8000-000000000001'
const ANDER = '00000000-0000-7000-8000-000000000002'

function inMap(werk: (map: string) => void) {
  const map = mkdtempSync(join(tmpdir(), 'overlap-kluis-'))
  try {
    werk(map)
  } finally {
    rmSync(map, { recursive: true, force: true })
  }
}

describe('de kluis', () => {
  test('wat verzegeld is, gaat alleen open voor wie het is', () =>
    inMap((map) => {
      const kluis = openSleutels(map).kluis(REGIO)
      const geheim = Buffer.from('twintig bytes geheim')
      const dicht = kluis.verzegel(geheim, 'Noor')
      expect(dicht.includes(geheim)).toBe(false)
      expect(kluis.verzegel(geheim, 'Noor').equals(dicht)).toBe(false)
      // after a restart
      expect(openSleutels(map).kluis(REGIO).ontzegel(dicht, 'Noor').toString()).toBe(geheim.toString())
      expect(() => kluis.ontzegel(dicht, 'Sven')).toThrow()
      for (const plek of [5, 20, dicht.length - 1]) {
        const stuk = Buffer.from(dicht)
        stuk[plek]! ^= 1
        expect(() => kluis.ontzegel(stuk, 'Noor')).toThrow()
      }
    }))

  test('elke regio heeft een eigen sleutel; zonder de sleutel zegt een zin wat te doen', () =>
    inMap((map) => {
      const dicht = openSleutels(map).kluis(REGIO).verzegel(Buffer.from('x'), 'Noor')
      expect(() => openSleutels(map).kluis(ANDER).ontzegel(dicht, 'Noor')).toThrow(/Zet de map terug/)
      const bestand = readdirSync(map).find((naam) => naam.includes(`${REGIO}-toegang`))!
      expect(statSync(join(map, bestand)).mode & 0o077).toBe(0)
      rmSync(join(map, bestand))
      expect(() => openSleutels(map).kluis(REGIO).ontzegel(dicht, 'Noor')).toThrow(/Zet de map terug/)
    }))
})
