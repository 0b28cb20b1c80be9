import { deflateRawSync, crc32 } from 'node:zlib'
import type { Voorbeeld } from './lees-berichten.ts'

const VLAG_UTF8 = 0x0800
const DEFLATE = 8

/** Packs messages as one zip, entry by entry, so that nothing but the directory at its end is held in memory. */
export async function* maakZip(berichten: Iterable<Voorbeeld>): AsyncGenerator<Buffer> {
  const inhoudsopgave: Buffer[] = []
  let plek = 0
  for (const { naam, tekst } of berichten) {
    const bytes = Buffer.from(tekst)
    const gepakt = deflateRawSync(bytes, { level: 6 })
    const bestandsnaam = Buffer.from(naam)
    const kop = Buffer.alloc(26)
    kop.writeUInt16LE(20, 0)
    kop.writeUInt16LE(VLAG_UTF8, 2)
    kop.writeUInt16LE(DEFLATE, 4)
    kop.writeUInt32LE(0x5d6c_0000, 6)
    kop.writeUInt32LE(crc32(bytes), 10)
    kop.writeUInt32LE(gepakt.length, 14)
    kop.writeUInt32LE(bytes.length, 18)
    kop.writeUInt16LE(bestandsnaam.length, 22)
    inhoudsopgave.push(regel(kop, plek, bestandsnaam))
    plek += 30 + bestandsnaam.length + gepakt.length
    yield Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), kop, bestandsnaam, gepakt])
    // lets the other side of the stream work
    await Promise.resolve()
  }
  yield einde(Buffer.concat(inhoudsopgave), inhoudsopgave.length, plek)
}

function regel(kop: Buffer, plek: number, naam: Buffer): Buffer {
  const voor = Buffer.from('PK\x01\x02\x14\x00', 'latin1')
  const na = Buffer.alloc(14)
  na.writeUInt32LE(plek, 10)
  return Buffer.concat([voor, kop, na, naam])
}

function einde(opgave: Buffer, aantal: number, plek: number): Buffer {
  const slot = Buffer.alloc(22)
  slot.write('PK\x05\x06', 'latin1')
  slot.writeUInt16LE(aantal, 8)
  slot.writeUInt16LE(aantal, 10)
  slot.writeUInt32LE(opgave.length, 12)
  slot.writeUInt32LE(plek, 16)
  return Buffer.concat([opgave, slot])
}
