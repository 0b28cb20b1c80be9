import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Voorbeeld } from './lees-berichten.ts'
import { maakZip } from './maak-zips.ts'
import type { maakVergroter } from './vergroot.ts'

type Vergroter = ReturnType<typeof maakVergroter>

/** The messages of one copy of the region, per zip as the region has them. */
export function perZip(voorbeelden: Voorbeeld[]): Map<string, Voorbeeld[]> {
  return Map.groupBy(voorbeelden, ({ zip }) => zip)
}

/** Lazily: one message of the copy after another. */
export function* kopieer(voorbeelden: Iterable<Voorbeeld>, vergroot: Vergroter, kopie: number): Generator<Voorbeeld> {
  for (const voorbeeld of voorbeelden) yield vergroot(voorbeeld, kopie)
}

/** Writes `keer` copies of the region as zips in `map`; gives the files. */
export async function schrijfZips(
  voorbeelden: Voorbeeld[],
  vergroot: Vergroter,
  keer: number,
  map: string,
): Promise<string[]> {
  const paden: string[] = []
  for (let kopie = 0; kopie < keer; kopie++) {
    for (const [zip, berichten] of perZip(voorbeelden)) {
      const pad = join(map, `${String(kopie).padStart(2, '0')}-${zip}`)
      await pipeline(maakZip(kopieer(berichten, vergroot, kopie)), createWriteStream(pad))
      paden.push(pad)
    }
  }
  return paden
}
