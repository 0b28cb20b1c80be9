import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import { mkdir, open, unlink, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'

const STUK = 256 * 1024
const VORM = 'aes-256-ctr'

export type Spool = AsyncDisposable & {
  /** Bytes that came in. */
  omvang: number
  /** There was more than allowed: what was put aside is not the whole. */
  teGroot: boolean
  /** All of it from the start; as often as wanted. */
  lees: () => AsyncGenerator<Uint8Array>
}

/**
 * Puts aside on disk what streams in, so that it can be read more than once without holding it in memory. What people send names
 * clients: the file is encrypted under a key that only this process knows and has no name any more, so that nothing readable is
 * ever on disk and nothing at all is left when the program ends, however it ends. Throws what the source throws.
 */
export async function spool(
  map: string,
  bron: AsyncIterable<Uint8Array>,
  hoogstens = Number.MAX_SAFE_INTEGER,
): Promise<Spool> {
  const sleutel = randomBytes(32)
  const begin = randomBytes(16)
  const bestand = await openNaamloos(map)
  let omvang = 0
  try {
    const cipher = createCipheriv(VORM, sleutel, begin)
    for await (const deel of bron) {
      omvang += deel.length
      if (omvang > hoogstens) break
      await bestand.appendFile(cipher.update(deel))
    }
  } catch (error) {
    await bestand.close()
    throw error
  }

  async function* lees(): AsyncGenerator<Uint8Array> {
    const decipher = createDecipheriv(VORM, sleutel, begin)
    const buffer = Buffer.allocUnsafe(STUK)
    for (let plek = 0; ;) {
      const { bytesRead } = await bestand.read(buffer, 0, STUK, plek)
      if (bytesRead === 0) return
      plek += bytesRead
      yield decipher.update(buffer.subarray(0, bytesRead))
    }
  }
  return { omvang, teGroot: omvang > hoogstens, lees, [Symbol.asyncDispose]: () => bestand.close() }
}

async function openNaamloos(map: string): Promise<FileHandle> {
  await mkdir(map, { recursive: true, mode: 0o700 })
  const pad = join(map, randomUUID())
  const bestand = await open(pad, 'wx+', 0o600)
  await unlink(pad)
  return bestand
}
