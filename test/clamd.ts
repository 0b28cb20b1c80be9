import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeLog } from '../src/platform/log.ts'
import { makeVirusscanner } from '../src/platform/virusscanner.ts'

// The harmless file every scanner finds, in two halves: whole it would be found here.
export const EICAR = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR` + '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'

/** What a scanner can do instead of its work. */
export type Gedrag =
  | 'gewoon'
  /** clean, without keeping what came */
  | 'weggooien'
  | 'fout'
  | 'stil'
  /** answers, but never after the file */
  | 'sluit halverwege'
  | 'traag'
  | 'te groot'
  /** a verdict before it saw everything */
  | 'te vroeg'
  | 'ander antwoord'
  | 'eindeloos antwoord'
  /** the limit of what is inside the file */
  | 'grens van de inhoud'

/** A clamd that speaks INSTREAM as the real one does, or misbehaves as a test asks. `ontvangen`: the files it saw, in order. */
export async function startClamd(gedrag: Gedrag = 'gewoon') {
  const ontvangen: Buffer[] = []
  const stand = { gedrag, verbindingen: 0 }
  const lijnen = new Set<Socket>()
  const server = createServer((lijn) => {
    stand.verbindingen++
    lijnen.add(lijn.on('close', () => lijnen.delete(lijn)).on('error', () => undefined))
    let rest = Buffer.alloc(0)
    let begonnen = false
    const delen: Buffer[] = []
    const zeg = (tekst: string) => lijn.end(`${tekst}\0`)
    lijn.on('data', (deel: Buffer) => {
      rest = Buffer.concat([rest, deel])
      if (!begonnen) {
        if (rest.indexOf(0) === -1) return
        const opdracht = rest.toString('latin1', 0, rest.indexOf(0))
        rest = rest.subarray(opdracht.length + 1)
        if (stand.gedrag === 'stil') return
        if (opdracht === 'zPING') return void zeg('PONG')
        if (opdracht !== 'zINSTREAM') return void zeg('UNKNOWN COMMAND')
        begonnen = true
      }
      while (rest.length >= 4) {
        const lengte = rest.readUInt32BE(0)
        if (rest.length < 4 + lengte) break
        if (lengte === 0) return void oordeel()
        if (stand.gedrag !== 'weggooien') delen.push(Buffer.from(rest.subarray(4, 4 + lengte)))
        rest = rest.subarray(4 + lengte)
      }
      if (stand.gedrag === 'sluit halverwege') lijn.destroy()
      if (stand.gedrag === 'te groot') zeg('INSTREAM size limit exceeded. ERROR')
      if (stand.gedrag === 'te vroeg') zeg('stream: OK')
    })

    function oordeel() {
      const alles = Buffer.concat(delen)
      ontvangen.push(alles)
      switch (stand.gedrag) {
        case 'fout':
          return zeg(`stream: Can't open file ${BSN_ACHTIG} ERROR`)
        case 'sluit halverwege':
          return void lijn.destroy()
        case 'te groot':
          return zeg('INSTREAM size limit exceeded. ERROR')
        case 'ander antwoord':
          return zeg('stream: OK FOUND niets')
        case 'eindeloos antwoord':
          return void lijn.write('x'.repeat(100_000))
        case 'grens van de inhoud':
          return zeg('stream: Heuristics.Limits.Exceeded.MaxFiles FOUND')
        case 'traag':
          return void setTimeout(() => zeg('stream: OK'), 300)
        default:
          return zeg(alles.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK')
      }
    }
  })
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  const map = mkdtempSync(join(tmpdir(), 'overlap-scan-'))
  const { port } = server.address() as AddressInfo
  const adres = { host: '127.0.0.1', port }
  const grenzen = { stil: 400, oordeel: 1_000, rust: 0 }

  return {
    adres,
    map,
    ontvangen,
    stand,
    scanner: makeVirusscanner(adres, { map, log: makeLog('silent'), grenzen }),
    async [Symbol.asyncDispose]() {
      for (const lijn of lijnen) lijn.destroy()
      await new Promise<void>((klaar) => server.close(() => klaar()))
      rmSync(map, { recursive: true, force: true })
    },
  }
}

// what a scanner says may hold what it should not
const BSN_ACHTIG = '999900006'
