import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import type { Log } from './log.ts'

/** Where clamd listens: a socket file, or a host and port. */
export type Scanneradres = { path: string } | { host: string; port: number }

/** `fout`: a word for the log, never what the scanner said. Only "schoon" lets a file in. */
export type Scanuitslag =
  { soort: 'schoon' } | { soort: 'besmet'; virus: string } | { soort: 'te-groot' } | { soort: 'mislukt'; fout: string }

export type Virusscanner = {
  /** Folder in which a file waits for its verdict. */
  map: string
  /** Sends all bytes to the scanner and waits for its verdict. Never throws for the scanner; throws what the source throws. */
  scan: (bron: AsyncIterable<Uint8Array>) => Promise<Scanuitslag>
  /** Whether the scanner is there now. */
  antwoordt: () => Promise<boolean>
}

type Grenzen = {
  /** Milliseconds without a byte going either way while the file is sent */
  stil: number
  /** Milliseconds to the verdict after the last byte */
  oordeel: number
  /** Milliseconds during which nothing is asked of a scanner that kept silent */
  rust: number
}

// clamd itself gives up after two minutes (MaxScanTime); a delivery that is silent for so long counts as broken off (ronde-stand.ts).
const GRENZEN: Grenzen = { stil: 30_000, oordeel: 110_000, rust: 10_000 }
const STUK = 256 * 1024
const MAX_ANTWOORD = 4096
const EINDE = Buffer.alloc(4)
const STIL = 'stil'

/** clamd, asked with INSTREAM: the file goes over the line in pieces, so that scanner and program need not share a disk. */
export function makeVirusscanner(
  adres: Scanneradres,
  { map, log, grenzen = GRENZEN }: { map: string; log: Log; grenzen?: Grenzen },
): Virusscanner {
  let rustTot = 0

  async function scan(bron: AsyncIterable<Uint8Array>): Promise<Scanuitslag> {
    // a delivery of a thousand files does not wait a thousand times for a scanner that hangs
    if (performance.now() < rustTot) return { soort: 'mislukt', fout: STIL }
    const lijn = open(adres, grenzen)
    try {
      await lijn.stuur(Buffer.from('zINSTREAM\0'))
      for await (const deel of stukken(bron)) {
        if (lijn.klaar()) break
        const lengte = Buffer.alloc(4)
        lengte.writeUInt32BE(deel.length)
        await lijn.stuur(lengte, deel)
      }
      // an answer before the end is no verdict about the whole file
      const alles = !lijn.klaar()
      if (alles) await lijn.stuur(EINDE)
      return lees(await lijn.antwoord(), alles)
    } catch (error) {
      if (!(error instanceof LijnFout)) throw error
      if (error.code === STIL) rustTot = performance.now() + grenzen.rust
      return { soort: 'mislukt', fout: error.code }
    } finally {
      lijn.sluit()
    }
  }

  return {
    map,
    async scan(bron) {
      const uitslag = await scan(bron)
      // the operator mends the scanner; nothing of the file is in the log
      if (uitslag.soort !== 'schoon') log.warn({ ...uitslag }, 'upload refused by the virus scan')
      return uitslag
    },
    async antwoordt() {
      const lijn = open(adres, { ...grenzen, oordeel: Math.min(grenzen.oordeel, 5_000) })
      try {
        await lijn.stuur(Buffer.from('zPING\0'))
        return (await lijn.antwoord()) === 'PONG'
      } catch (error) {
        if (error instanceof LijnFout) return false
        throw error
      } finally {
        lijn.sluit()
      }
    },
  }
}

function lees(antwoord: string, alles: boolean): Scanuitslag {
  const virus = /^stream: (\S{1,200}) FOUND$/.exec(antwoord)?.[1]
  if (virus !== undefined) return { soort: 'besmet', virus: virus.replace(/[^\w.:-]/g, '?') }
  if (/size limit exceeded/.test(antwoord)) return { soort: 'te-groot' }
  return alles && antwoord === 'stream: OK' ? { soort: 'schoon' } : { soort: 'mislukt', fout: 'antwoord' }
}

/** No empty pieces (an empty one ends the stream) and no large ones. */
async function* stukken(bron: AsyncIterable<Uint8Array>) {
  for await (const deel of bron) {
    for (let plek = 0; plek < deel.length; plek += STUK) yield deel.subarray(plek, plek + STUK)
  }
}

class LijnFout extends Error {
  readonly code: string
  constructor(code: string) {
    super(`virus scanner: ${code}`)
    this.name = 'LijnFout'
    this.code = code
  }
}

/** One question on one connection. The answer can come at any moment, also while the question is still being sent. */
function open(adres: Scanneradres, grenzen: Grenzen) {
  const socket = createConnection(adres)
  socket.setTimeout(grenzen.stil, () => socket.destroy(new LijnFout(STIL)))
  let gekomen = false
  const antwoord = leesAntwoord(socket).finally(() => (gekomen = true))
  // heard below; one that nobody waits for any more is no fault of the program
  antwoord.catch(() => undefined)

  return {
    klaar: () => gekomen,
    async stuur(...delen: Uint8Array[]) {
      // An answer that came meanwhile is heard first: a scanner that has had enough answers and hangs up, and writing to who hung
      // up ends the connection with what was not read yet.
      await setImmediate()
      if (gekomen) return
      socket.cork()
      const vol = delen.map((deel) => socket.write(deel)).includes(false)
      socket.uncork()
      if (vol) await Promise.race([once(socket, 'drain').catch(() => antwoord), antwoord])
    },
    async antwoord() {
      socket.setTimeout(0)
      const wacht = setTimeout(() => socket.destroy(new LijnFout(STIL)), grenzen.oordeel)
      return antwoord.finally(() => clearTimeout(wacht))
    },
    sluit: () => void socket.destroy(),
  }
}

function leesAntwoord(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let tekst = ''
    const mis = (error: Error) => {
      const code = 'code' in error && typeof error.code === 'string' ? error.code : 'verbinding'
      reject(error instanceof LijnFout ? error : new LijnFout(code))
    }
    socket.on('data', (deel: Buffer) => {
      tekst += deel.toString('latin1')
      const einde = tekst.search(/[\0\n]/)
      if (einde !== -1) resolve(tekst.slice(0, einde))
      else if (tekst.length > MAX_ANTWOORD) mis(new LijnFout('antwoord'))
    })
    socket.on('error', mis)
    socket.on('close', () => mis(new LijnFout('afgebroken')))
  })
}
