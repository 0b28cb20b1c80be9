import { once } from 'node:events'
import type { Readable } from 'node:stream'
import busboy from 'busboy'
import type { Stuk } from '../../domain/do/bericht/lees-in.ts'
import { Weigering } from '../../platform/errors.ts'

type Upload = {
  /** Fields that came before the first file; wait for the first file (or the end) before reading them. */
  velden: Map<string, string>
  /** The files in the order in which they come. Each must be read to its end before the next one is there. */
  bestanden: AsyncIterable<Stuk>
}

const KAPOT = 'De verzending is niet compleet aangekomen. Stuur de bestanden opnieuw.'

/**
 * Takes a multipart body apart while it arrives: nothing is kept, and the sender waits while the reader is busy. Throws a refusal
 * when the body is not multipart or breaks off.
 */
export function leesUpload(contentType: string, body: ReadableStream<Uint8Array>): Upload {
  const velden = new Map<string, string>()
  const wachtrij: Stuk[] = []
  let klaar = false
  let fout: unknown
  let wek: () => void = () => undefined

  const lezer = open(contentType)
  lezer.on('field', (naam, waarde) => velden.set(naam, waarde))
  lezer.on('file', (_, inhoud, { filename }) => {
    // A file field nobody filled comes without a name. Broken streams throw at their reader; without one nobody asks.
    inhoud.on('error', () => undefined)
    if (filename) wachtrij.push({ naam: filename, inhoud: eenKeer(inhoud) })
    else inhoud.resume()
    wek()
  })
  const pomp = pompIn(body, lezer).then(
    () => (klaar = true),
    (error: unknown) => (fout = error),
  )
  void pomp.finally(() => wek())

  async function* bestanden(): AsyncGenerator<Stuk> {
    try {
      for (;;) {
        const stuk = wachtrij.shift()
        if (stuk) yield stuk
        else if (fout !== undefined) throw fout instanceof Error ? fout : new Error('upload broken')
        else if (klaar) return
        else await new Promise<void>((verder) => (wek = verder))
      }
    } finally {
      // Whoever stops early leaves nothing running.
      lezer.destroy()
    }
  }
  return { velden, bestanden: bestanden() }
}

function open(contentType: string) {
  try {
    return busboy({
      headers: { 'content-type': contentType },
      // Names as people gave them, also with accents; paths of a chosen folder are kept.
      defParamCharset: 'utf8',
      preservePath: true,
      limits: { fieldSize: 4096, fields: 20, headerPairs: 50 },
    })
  } catch {
    throw new Weigering(400, 'geen-formulier', 'Dit formulier is niet te lezen. Ga terug en kies de bestanden opnieuw.')
  }
}

async function pompIn(body: ReadableStream<Uint8Array>, lezer: busboy.Busboy) {
  const mislukt = new Promise<never>((_, afkeuren) => {
    lezer.once('error', () => afkeuren(new Weigering(400, 'afgebroken', KAPOT)))
    lezer.once('close', () => afkeuren(new Weigering(400, 'afgebroken', KAPOT)))
  })
  mislukt.catch(() => undefined)
  const bron = body.getReader()
  try {
    for (;;) {
      const { done, value } = await bron.read()
      if (done) break
      if (!lezer.write(value)) await Promise.race([once(lezer, 'drain'), mislukt])
    }
    const gesloten = once(lezer, 'close')
    lezer.end()
    await gesloten
  } catch (error) {
    lezer.destroy(new Error(KAPOT))
    throw error instanceof Weigering ? error : new Weigering(400, 'afgebroken', KAPOT)
  } finally {
    await bron.cancel().catch(() => undefined)
  }
}

/** Reading may stop early (a file that is refused): the rest is let through, because the next file comes after it. */
async function* eenKeer(inhoud: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const deel of inhoud.iterator({ destroyOnReturn: false })) yield deel as Uint8Array
  } catch {
    throw new Weigering(400, 'afgebroken', KAPOT)
  } finally {
    inhoud.resume()
  }
}
