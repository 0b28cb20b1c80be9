import { MAX_BERICHT } from '../voorcontrole.ts'
import type { Bytestroom } from './bytestroom.ts'
import type { LokaleKop } from './koppen.ts'
import { pakUit, type Maten } from './uitpakken.ts'

const TEKEN = Buffer.from('PK\u0007\u0008', 'latin1')
const KORTST = 16
const LANGST = 24
// So many false descriptors are no accident, and each costs an unpacking.
const MAX_POGINGEN = 16
// Compressed data of a message of the largest size, and a little for what cannot be compressed.
const MAX_ZOEKEN = MAX_BERICHT + 1024 * 1024

export type Gevonden = { data: Buffer; maten: Maten }

/**
 * Data whose sizes come after it (bit 3): looks for the descriptor that names exactly the bytes before it, and for deflate also
 * unpacks to the right CRC. Null when there is none; the rest of the zip cannot be read then.
 */
export async function zoekDescriptor(stroom: Bytestroom, { methode }: LokaleKop): Promise<Gevonden | null> {
  let vanaf = 0
  let pogingen = 0
  let op = false
  for (;;) {
    const buffer = stroom.kijk()
    const plek = buffer.indexOf(TEKEN, vanaf)
    if (plek !== -1 && plek + (op ? KORTST : LANGST) <= buffer.length) {
      const maten = lees(buffer, plek, methode)
      if (maten !== null) {
        pogingen++
        if (klopt(buffer.subarray(0, plek), maten)) {
          const data = stroom.neem(plek)
          stroom.neem(maten.lengte)
          return { data, maten }
        }
      }
      vanaf = plek + 1
    } else if (op || buffer.length > MAX_ZOEKEN || pogingen > MAX_POGINGEN) {
      return null
    } else {
      vanaf = plek === -1 ? Math.max(vanaf, buffer.length - TEKEN.length + 1) : plek
      op = !(await stroom.heeft(buffer.length + Math.max(65_536, buffer.length >> 1)))
    }
  }
}

type Descriptor = Maten & { lengte: number }

/** The descriptor when its size is that of the bytes before it: ordinary or zip64, which is not written anywhere before the end. */
function lees(buffer: Buffer, plek: number, methode: number): Descriptor | null {
  const crc = buffer.readUInt32LE(plek + 4)
  const gewoon = buffer.readUInt32LE(plek + 8) === plek
  const lang = plek + LANGST <= buffer.length && Number(buffer.readBigUInt64LE(plek + 8)) === plek
  // Both fit for a file without content: then what follows tells.
  if (gewoon && (!lang || buffer.toString('latin1', plek + KORTST, plek + KORTST + 2) === 'PK')) {
    return { methode, crc, ingepakt: plek, uitgepakt: buffer.readUInt32LE(plek + 12), lengte: KORTST }
  }
  if (lang) {
    return { methode, crc, ingepakt: plek, uitgepakt: Number(buffer.readBigUInt64LE(plek + 16)), lengte: LANGST }
  }
  return null
}

/** A size that is refused anyway need not be unpacked to believe it. */
function klopt(data: Buffer, maten: Maten): boolean {
  const uitkomst = pakUit(data, maten)
  return 'bytes' in uitkomst || uitkomst.fout.code !== 'zip-beschadigd'
}
