import { crc32, inflateRawSync, type InflateRaw } from 'node:zlib'
import type { Berichtfout } from '../fout.ts'
import { MAX_BERICHT } from '../voorcontrole.ts'
import type { LokaleKop } from './koppen.ts'
import { meldingen } from './meldingen.ts'

const BOM_VANAF = 1024 * 1024
const BOM_VERHOUDING = 1000
const OPGESLAGEN = 0
const DEFLATE = 8

export type Maten = Pick<LokaleKop, 'methode' | 'crc' | 'ingepakt' | 'uitgepakt'>

/** Why an entry of these sizes is not unpacked; null when it may be. */
export function beoordeelMaten({ methode, ingepakt, uitgepakt }: Maten): Berichtfout | null {
  if (methode !== OPGESLAGEN && methode !== DEFLATE) {
    return meldingen.methode
  }
  if (uitgepakt > BOM_VANAF && uitgepakt > BOM_VERHOUDING * ingepakt) {
    return meldingen.bom
  }
  return uitgepakt > MAX_BERICHT || ingepakt > MAX_BERICHT ? meldingen.teGroot : null
}

/** The content of an entry, or why not. The sizes are a promise that is checked, also that nothing is left. */
export function pakUit(data: Buffer, maten: Maten): { bytes: Buffer } | { fout: Berichtfout } {
  const fout = beoordeelMaten(maten)
  if (fout !== null) {
    return { fout }
  }
  // Copied: stored bytes are a part of the buffer they came in.
  const bytes = maten.methode === OPGESLAGEN ? Buffer.from(data) : inflate(data, maten.uitgepakt)
  if (bytes === null || bytes.length !== maten.uitgepakt || crc32(bytes) !== maten.crc) {
    return { fout: meldingen.beschadigd }
  }
  return { bytes }
}

function inflate(data: Buffer, uitgepakt: number): Buffer | null {
  try {
    const grens = Math.max(uitgepakt, 1)
    // One byte more than promised fits in the chunk, so a good entry is unpacked in one step.
    const uitkomst = inflateRawSync(data, { info: true, maxOutputLength: grens, chunkSize: Math.max(grens + 1, 64) })
    // The type declaration does not know what `info` does.
    const { buffer, engine } = uitkomst as unknown as { buffer: Buffer; engine: InflateRaw }
    return engine.bytesWritten === data.length ? buffer : null
  } catch {
    return null
  }
}
