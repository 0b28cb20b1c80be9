import { createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { describe, expect, test } from 'vitest'
import { EICAR, startClamd, type Gedrag } from '../../test/clamd.ts'
import { makeLog } from './log.ts'
import { makeVirusscanner, type Scanuitslag } from './virusscanner.ts'

async function* stroom(...delen: (string | Uint8Array)[]) {
  for (const deel of delen) yield await Promise.resolve(Buffer.from(deel))
}

const mislukt = (fout: string): Scanuitslag => ({ soort: 'mislukt', fout })

describe('een bestand laten scannen', () => {
  test('schoon: elk deel komt aan zoals het is, ook lege en zeer grote', async () => {
    await using clamd = await startClamd()
    const groot = Buffer.alloc(3_000_000, 'ab')
    expect(await clamd.scanner.scan(stroom('', '<a>', groot, '', '</a>'))).toEqual({ soort: 'schoon' })
    expect(clamd.ontvangen[0]!.equals(Buffer.concat([Buffer.from('<a>'), groot, Buffer.from('</a>')]))).toBe(true)
    expect(await clamd.scanner.scan(stroom())).toEqual({ soort: 'schoon' })
  })

  test('besmet: met de naam die de scanner eraan geeft, ook als het over twee delen ligt', async () => {
    await using clamd = await startClamd()
    const uitslag = await clamd.scanner.scan(stroom('x', EICAR.slice(0, 20), EICAR.slice(20), 'y'))
    expect(uitslag).toEqual({ soort: 'besmet', virus: 'Eicar-Test-Signature' })
  })

  test.each<[Gedrag, Scanuitslag]>([
    ['fout', mislukt('antwoord')],
    ['stil', mislukt('stil')],
    ['sluit halverwege', mislukt('afgebroken')],
    ['te vroeg', mislukt('antwoord')],
    ['ander antwoord', mislukt('antwoord')],
    ['eindeloos antwoord', mislukt('antwoord')],
    ['te groot', { soort: 'te-groot' }],
    ['traag', { soort: 'schoon' }],
  ])('een scanner die zich zo gedraagt: %s', async (gedrag, verwacht) => {
    await using clamd = await startClamd(gedrag)
    const lang = Array.from({ length: 40 }, () => 'x'.repeat(100_000))
    const uitslag = await clamd.scanner.scan(stroom(...lang))
    // a connection that is cut while we send may be heard as one or the other
    const afgebroken = uitslag.soort === 'mislukt' && /^(EPIPE|ECONNRESET|afgebroken)$/.test(uitslag.fout)
    expect(afgebroken ? mislukt('afgebroken') : uitslag).toEqual(verwacht)
  })

  test('een scanner die er niet is, laat niets door', async () => {
    const { adres, scanner } = await startClamd().then(async (clamd) => {
      await clamd[Symbol.asyncDispose]()
      return clamd
    })
    expect(await scanner.scan(stroom('x'))).toEqual(mislukt('ECONNREFUSED'))
    expect(await scanner.antwoordt()).toBe(false)
    const bestand = makeVirusscanner(
      { path: join(tmpdir(), 'bestaat-niet', 'clamd.ctl') },
      { map: '', log: makeLog('silent') },
    )
    expect(await bestand.scan(stroom('x'))).toEqual(mislukt('ENOENT'))
    expect(adres.port).toBeGreaterThan(0)
  })

  test('breekt het bestand zelf af, dan is dat de fout', async () => {
    await using clamd = await startClamd()
    async function* kapot() {
      yield await Promise.resolve(Buffer.from('x'))
      throw new Error('de verbinding is weg')
    }
    await expect(clamd.scanner.scan(kapot())).rejects.toThrow('de verbinding is weg')
    expect(clamd.ontvangen).toEqual([])
  })

  test('een scanner die zweeg, wordt even met rust gelaten: duizend bestanden wachten niet duizend keer', async () => {
    await using clamd = await startClamd('stil')
    const scanner = makeVirusscanner(clamd.adres, {
      map: clamd.map,
      log: makeLog('silent'),
      grenzen: { stil: 100, oordeel: 200, rust: 60_000 },
    })
    for (let keer = 0; keer < 5; keer++) expect(await scanner.scan(stroom('x'))).toEqual(mislukt('stil'))
    expect(clamd.stand.verbindingen).toBe(1)
  })

  test('de zender wacht op een scanner die langzaam leest: er staat niet meer dan een klein deel in het geheugen', async () => {
    let lijn: Socket | undefined
    const server = createServer((socket) => (lijn = socket.on('error', () => undefined).pause()))
    await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
    const { port } = server.address() as AddressInfo
    const scanner = makeVirusscanner(
      { host: '127.0.0.1', port },
      { map: '', log: makeLog('silent'), grenzen: { stil: 300, oordeel: 300, rust: 0 } },
    )
    let gevraagd = 0
    async function* groot() {
      for (let deel = 0; deel < 1_000; deel++) {
        gevraagd++
        yield await Promise.resolve(Buffer.alloc(1_000_000))
      }
    }
    expect(await scanner.scan(groot())).toEqual(mislukt('stil'))
    expect(gevraagd).toBeLessThan(30)
    lijn?.destroy()
    await new Promise((klaar) => server.close(klaar))
  })

  test('in het logboek van de beheerder staat dat er iets was, en niets van het bestand of van wat de scanner zei', async () => {
    await using clamd = await startClamd('fout')
    const regels: string[] = []
    const log = pino({ base: null }, { write: (regel: string) => regels.push(regel) })
    const scanner = makeVirusscanner(clamd.adres, { map: clamd.map, log })
    await scanner.scan(stroom('<bsn>999900006</bsn>'))
    clamd.stand.gedrag = 'gewoon'
    await scanner.scan(stroom(EICAR))
    await scanner.scan(stroom('schoon'))
    expect(regels.map((regel) => JSON.parse(regel) as object)).toMatchObject([
      { level: 40, soort: 'mislukt', fout: 'antwoord' },
      { level: 40, soort: 'besmet', virus: 'Eicar-Test-Signature' },
    ])
    expect(regels.join('')).not.toContain('999900006')
  })

  test('of de scanner er is', async () => {
    await using clamd = await startClamd()
    expect(await clamd.scanner.antwoordt()).toBe(true)
    clamd.stand.gedrag = 'stil'
    expect(await clamd.scanner.antwoordt()).toBe(false)
  })
})
