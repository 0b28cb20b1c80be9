import { inflateRawSync } from 'node:zlib'

/** The texts of the first entries of a whole, well-made zip, through its central directory: independent of our own reader. */
export function listZip(zip: Buffer, aantal = Number.POSITIVE_INFINITY): string[] {
  return listEntries(zip)
    .slice(0, aantal)
    .map(({ bytes }) => bytes.toString())
}

export function listEntries(zip: Buffer): { naam: string; bytes: Buffer }[] {
  const einde = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  const entries: { naam: string; bytes: Buffer }[] = []
  let plek = zip.readUInt32LE(einde + 16)
  for (let i = 0; i < zip.readUInt16LE(einde + 10); i++) {
    const naamlengte = zip.readUInt16LE(plek + 28)
    const begin = zip.readUInt32LE(plek + 42)
    const van = begin + 30 + zip.readUInt16LE(begin + 26) + zip.readUInt16LE(begin + 28)
    const data = zip.subarray(van, van + zip.readUInt32LE(plek + 20))
    const naam = zip.toString('utf8', plek + 46, plek + 46 + naamlengte)
    entries.push({ naam, bytes: zip.readUInt16LE(plek + 10) === 8 ? inflateRawSync(data) : Buffer.from(data) })
    plek += 46 + naamlengte + zip.readUInt16LE(plek + 30) + zip.readUInt16LE(plek + 32)
  }
  return entries
}
