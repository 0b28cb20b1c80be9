import { createReadStream, readFileSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { leesZip } from '../../src/domain/do/bericht/zip.ts'
import type { Berichtsoort, Wet } from '../../src/domain/do/bericht/bericht.ts'
import { oordeelXsd } from '../../test/traag/bericht-xsd.ts'
import { beantwoord } from './antwoord.ts'

/** `rijen`: per table a file with its rows in COPY form, for `berichten` messages; they are written again for every such number. */
export type Vloervraag = { url: string; zips: string[]; rijen: { tabel: string; bestand: string }[]; berichten: number }
export type Vloerantwoord = { ms: number; berichten: number; ongeldig: number; cpu: number }

const PER_KEER = 500

/** Only what nobody can leave out: unzip, parse, validate by the official XSD, write rows. No index, no check, no second look. */
beantwoord(async ({ url, zips, rijen, berichten }: Vloervraag): Promise<Vloerantwoord> => {
  const verbinding = new pg.Client(url)
  await verbinding.connect()
  const keren = Math.ceil(berichten / PER_KEER)
  const delen = rijen.map(({ tabel, bestand }) => ({ tabel, stukken: verdeel(readFileSync(bestand), keren) }))
  for (const { tabel } of rijen)
    await verbinding.query(`drop table if exists vloer_${tabel}; create table vloer_${tabel} (like ${tabel})`)

  let gelezen = 0
  let ongeldig = 0
  let bezig: Promise<void> = Promise.resolve()
  const cpu = process.cpuUsage()
  const begin = performance.now()
  for (const zip of zips) {
    for await (const deel of leesZip(createReadStream(zip, { highWaterMark: 256 * 1024 }))) {
      if (!('bytes' in deel)) continue
      const [, wet, soort] = /(WMO|JW)(\d{3})/.exec(deel.naam) ?? []
      if (!oordeelXsd((wet === 'JW' ? 'jw' : 'wmo') satisfies Wet, soort as Berichtsoort, deel.bytes).geldig) ongeldig++
      if (++gelezen % PER_KEER === 0) await schrijf(gelezen / PER_KEER - 1)
    }
  }
  if (gelezen % PER_KEER !== 0) await schrijf(Math.floor(gelezen / PER_KEER))
  await bezig
  const ms = performance.now() - begin
  const { user, system } = process.cpuUsage(cpu)
  await verbinding.end()
  return { ms, cpu: (user + system) / 1000, berichten: gelezen, ongeldig }

  /** Writing goes on while the next messages are parsed. */
  async function schrijf(keer: number) {
    await bezig
    bezig = copy(keer % keren)
  }

  async function copy(keer: number) {
    await verbinding.query('begin')
    for (const { tabel, stukken } of delen) {
      const stuk = stukken[keer]!
      if (stuk.length > 0)
        await pipeline(Readable.from([stuk]), verbinding.query(copyFrom(`copy vloer_${tabel} from stdin`)))
    }
    await verbinding.query('commit')
  }
})

/** Cuts COPY text at line ends in `aantal` about equal parts. */
function verdeel(inhoud: Buffer, aantal: number): Buffer[] {
  const stukken: Buffer[] = []
  let begin = 0
  for (let i = 1; i <= aantal; i++) {
    const doel = Math.floor((inhoud.length * i) / aantal)
    const eind = i === aantal ? inhoud.length : Math.max(begin, inhoud.indexOf(10, doel) + 1)
    stukken.push(inhoud.subarray(begin, eind))
    begin = eind
  }
  return stukken
}
