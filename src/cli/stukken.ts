import { createReadStream, lstatSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Stop } from '../platform/errors.ts'

export type Stuk = { naam: string; inhoud: AsyncIterable<Uint8Array> }

/** The files behind these paths, folders included, with their total size in bytes. Throws Stop when a path is not there. */
export function listBestanden(paden: string[]): { bestanden: string[]; omvang: number } {
  const bestanden = paden.flatMap((pad) => {
    try {
      return statSync(pad).isDirectory() ? [...inMap(pad)] : [pad]
    } catch {
      throw new Stop(`Het bestand of de map ${pad} bestaat niet of is niet te lezen.`)
    }
  })
  return { bestanden, omvang: bestanden.reduce((som, bestand) => som + statSync(bestand).size, 0) }
}

/** Symbolic links inside a folder are not followed: they could lead anywhere. */
function* inMap(map: string): Generator<string> {
  for (const naam of readdirSync(map).sort()) {
    const pad = join(map, naam)
    const soort = lstatSync(pad)
    if (soort.isDirectory()) yield* inMap(pad)
    else if (soort.isFile()) yield pad
  }
}

/** Opens the files one after another, each as a stream; named by the path given, or as seen from the folder `vanaf`. */
export async function* openStukken(bestanden: string[], vanaf?: string): AsyncGenerator<Stuk> {
  for (const pad of bestanden) {
    yield {
      naam: vanaf === undefined ? pad : relative(vanaf, pad),
      inhoud: createReadStream(pad, { highWaterMark: 256 * 1024 }),
    }
    await Promise.resolve()
  }
}
