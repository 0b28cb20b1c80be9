import { isUtf8 } from 'node:buffer'
import type { Bytestroom } from './bytestroom.ts'

// Records of the zip format (APPNOTE.TXT 6.3.10). Numbers are little-endian; a size of 0xffffffff stands in the zip64 field.

export const LOKAAL = 0x04034b50
export const CENTRAAL = 0x02014b50
export const EINDE = 0x06054b50
export const EINDE_ZIP64 = 0x06064b50

const ELDERS = 0xffffffff
const ZIP64 = 0x0001
const UNIX = new Set([3, 19])

export type LokaleKop = {
  naam: string
  versleuteld: boolean
  /** Sizes and CRC come after the data. */
  descriptor: boolean
  methode: number
  crc: number
  ingepakt: number
  uitgepakt: number
}

/** Reads the header before an entry; null when the file ends in it. */
export async function leesLokaleKop(stroom: Bytestroom): Promise<LokaleKop | null> {
  if (!(await stroom.heeft(30))) {
    return null
  }
  const vast = stroom.kijk()
  const naamlengte = vast.readUInt16LE(26)
  const lengte = 30 + naamlengte + vast.readUInt16LE(28)
  if (!(await stroom.heeft(lengte))) {
    return null
  }
  const kop = stroom.neem(lengte)
  const vlaggen = kop.readUInt16LE(6)
  const [uitgepakt = 0, ingepakt = 0] = metZip64(
    [kop.readUInt32LE(22), kop.readUInt32LE(18)],
    kop.subarray(30 + naamlengte),
  )
  return {
    naam: leesNaam(kop.subarray(30, 30 + naamlengte)),
    versleuteld: (vlaggen & 0x2041) !== 0,
    descriptor: (vlaggen & 0x8) !== 0,
    methode: kop.readUInt16LE(8),
    crc: kop.readUInt32LE(14),
    ingepakt,
    uitgepakt,
  }
}

export type CentraleKop = {
  /** Where the local header of the entry starts. */
  offset: number
  /** A symbolic link, device or other thing that is no file or folder. */
  bijzonder: boolean
}

/** Reads one line of the table of contents at the end; null when the file ends in it. */
export async function leesCentraleKop(stroom: Bytestroom): Promise<CentraleKop | null> {
  if (!(await stroom.heeft(46))) {
    return null
  }
  const vast = stroom.kijk()
  const naamlengte = vast.readUInt16LE(28)
  const extralengte = vast.readUInt16LE(30)
  const lengte = 46 + naamlengte + extralengte + vast.readUInt16LE(32)
  if (!(await stroom.heeft(lengte))) {
    return null
  }
  const kop = stroom.neem(lengte)
  const extra = kop.subarray(46 + naamlengte, 46 + naamlengte + extralengte)
  const [, , offset = 0] = metZip64([kop.readUInt32LE(24), kop.readUInt32LE(20), kop.readUInt32LE(42)], extra)
  const soort = (kop.readUInt32LE(38) >>> 16) & 0xf000
  const bijzonder = UNIX.has(kop.readUInt8(5)) && soort !== 0 && soort !== 0x8000 && soort !== 0x4000
  return { offset, bijzonder }
}

/** The zip64 field holds, in this order, only the values that did not fit. */
function metZip64(waarden: readonly number[], extra: Buffer): number[] {
  if (!waarden.includes(ELDERS)) {
    return [...waarden]
  }
  let veld = zoekVeld(extra)
  return waarden.map((waarde) => {
    if (waarde !== ELDERS || veld.length < 8) {
      return waarde
    }
    const groot = Number(veld.readBigUInt64LE(0))
    veld = veld.subarray(8)
    return groot
  })
}

function zoekVeld(extra: Buffer): Buffer {
  for (let plek = 0; plek + 4 <= extra.length; plek += 4 + extra.readUInt16LE(plek + 2)) {
    if (extra.readUInt16LE(plek) === ZIP64) {
      return extra.subarray(plek + 4, plek + 4 + extra.readUInt16LE(plek + 2))
    }
  }
  return Buffer.alloc(0)
}

/** Names are UTF-8 in practice, flagged or not; what is not can only be shown. */
function leesNaam(bytes: Buffer): string {
  return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1')
}
