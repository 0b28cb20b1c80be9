import type { Berichtfout } from './fout.ts'
import { Bytestroom } from './zip/bytestroom.ts'
import { leesDelen, type Deel } from './zip/lees-delen.ts'
import { meldingen, zipAfgebroken } from './zip/meldingen.ts'

/** One file of the zip: its bytes or why it is refused. `naam` is null when it is about the zip as a whole. */
export type Zipdeel = { naam: string; bytes: Buffer } | { naam: string | null; fout: Berichtfout }

export type Zipopties = {
  /** More files than this is no region's delivery. */
  maxBestanden?: number
}

type Bestand = Extract<Deel, { soort: 'bestand' }>

const MAX_BESTANDEN = 1_000_000
// So much of what was read last is handed out only when more follows: of a zip that breaks off, the last files are not trusted.
const VENSTER = 2 * 1024 * 1024
// A symbolic link is a small file that holds a path; that it is a link stands only at the end of the zip.
const MAX_KOPPELING = 4096
const LIJKT_INHOUD = /[<;]/

/**
 * Reads a zip while it comes in: each file on its own, nothing on disk, in memory at most one file and 2 MB of those before it.
 * The order means nothing. Never throws on bad input.
 */
export async function* leesZip(bron: AsyncIterable<Uint8Array>, opties: Zipopties = {}): AsyncGenerator<Zipdeel, void> {
  const stroom = new Bytestroom(bron)
  const wachtrij = maakWachtrij()
  const verdacht = new Map<number, Bestand>()
  let verdachteBytes = 0
  try {
    for await (const deel of leesDelen(stroom, opties.maxBestanden ?? MAX_BESTANDEN)) {
      if (deel.soort === 'bestand') {
        const kanWachten = kanKoppelingZijn(deel) && verdachteBytes < VENSTER
        if (kanWachten) {
          verdacht.set(deel.offset, deel)
          verdachteBytes += MAX_KOPPELING
        } else {
          yield* wachtrij.erin(deel)
        }
      } else if (deel.soort === 'bijzonder') {
        const bestand = verdacht.get(deel.offset)
        if (bestand !== undefined) {
          verdacht.set(deel.offset, { ...bestand, inhoud: { fout: meldingen.koppeling } })
        }
      } else if (deel.fout === null) {
        yield* [...wachtrij.rest(), ...verdacht.values()].map(alsZipdeel)
      } else {
        const rest = [...wachtrij.rest(), ...verdacht.values()]
        const fouten = rest.filter(({ inhoud }) => 'fout' in inhoud)
        yield* fouten.map(alsZipdeel)
        yield { naam: null, fout: deel.fout === 'afgebroken' ? zipAfgebroken(rest.length - fouten.length) : deel.fout }
      }
    }
  } finally {
    await stroom.sluit()
  }
}

function alsZipdeel({ naam, inhoud }: Bestand): Zipdeel {
  return { naam, ...inhoud }
}

function kanKoppelingZijn({ inhoud }: Bestand): boolean {
  if (!('bytes' in inhoud) || inhoud.bytes.length === 0 || inhoud.bytes.length > MAX_KOPPELING) {
    return false
  }
  return !LIJKT_INHOUD.test(inhoud.bytes.toString('latin1'))
}

/** Hands out what came in once enough came after it. */
function maakWachtrij() {
  let rij: Bestand[] = []
  let eerste = 0
  let omvang = 0
  const grootte = ({ inhoud }: Bestand) => ('bytes' in inhoud ? inhoud.bytes.length : 0)

  function* erin(bestand: Bestand): Generator<Zipdeel, void> {
    rij.push(bestand)
    omvang += grootte(bestand)
    while (omvang > VENSTER && eerste < rij.length - 1) {
      const oudste = rij[eerste]!
      eerste++
      omvang -= grootte(oudste)
      yield alsZipdeel(oudste)
    }
    if (eerste > 1000) {
      rij = rij.slice(eerste)
      eerste = 0
    }
  }

  return { erin, rest: () => rij.slice(eerste) }
}
