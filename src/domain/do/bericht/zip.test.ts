import fc from 'fast-check'
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { leesZip, type Zipdeel, type Zipopties } from './zip.ts'

type Bestand = {
  naam?: string
  inhoud?: Buffer
  opgeslagen?: boolean
  /** Sizes and CRC after the data, as a program writes that does not know them before. */
  descriptor?: 'gewoon' | 'zip64'
  zip64?: boolean
  vlaggen?: number
  methode?: number
  modus?: number
  crc?: number
  uitgepakt?: number
  data?: Buffer
}

const XML = Buffer.from('<?xml version="1.0"?><Bericht/>')

/** A zip by hand, also one no program would make. */
function maakZip(bestanden: readonly Bestand[], slot = true): Buffer {
  const delen: Buffer[] = []
  const inhoudsopgave: Buffer[] = []
  let offset = 0
  for (const bestand of bestanden) {
    const { lokaal, centraal } = maakBestand(bestand, offset)
    delen.push(lokaal)
    inhoudsopgave.push(centraal)
    offset += lokaal.length
  }
  const einde = Buffer.alloc(22)
  einde.writeUInt32LE(0x06054b50, 0)
  einde.writeUInt16LE(bestanden.length, 8)
  einde.writeUInt16LE(bestanden.length, 10)
  einde.writeUInt32LE(
    inhoudsopgave.reduce((som, deel) => som + deel.length, 0),
    12,
  )
  einde.writeUInt32LE(offset, 16)
  return Buffer.concat([...delen, ...(slot ? [...inhoudsopgave, einde] : [])])
}

function maakBestand(bestand: Bestand, offset: number): { lokaal: Buffer; centraal: Buffer } {
  const { naam = 'a.xml', inhoud = XML, opgeslagen = false, descriptor, zip64 = false, modus = 0o100644 } = bestand
  const data = bestand.data ?? (opgeslagen ? inhoud : deflateRawSync(inhoud))
  const crc = bestand.crc ?? crc32(inhoud)
  const uitgepakt = bestand.uitgepakt ?? inhoud.length
  const naamBytes = Buffer.from(naam)
  const extra = Buffer.alloc(zip64 ? 20 : 0)
  if (zip64) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(16, 2)
    extra.writeBigUInt64LE(BigInt(uitgepakt), 4)
    extra.writeBigUInt64LE(BigInt(data.length), 12)
  }
  const maat = (waarde: number) => (zip64 ? 0xffffffff : waarde)
  const vlaggen = (bestand.vlaggen ?? 0) | (descriptor === undefined ? 0 : 8)
  const kop = Buffer.alloc(30)
  kop.writeUInt32LE(0x04034b50, 0)
  kop.writeUInt16LE(vlaggen, 6)
  kop.writeUInt16LE(bestand.methode ?? (opgeslagen ? 0 : 8), 8)
  kop.writeUInt32LE(descriptor === undefined ? crc : 0, 14)
  kop.writeUInt32LE(descriptor === undefined ? maat(data.length) : 0, 18)
  kop.writeUInt32LE(descriptor === undefined ? maat(uitgepakt) : 0, 22)
  kop.writeUInt16LE(naamBytes.length, 26)
  kop.writeUInt16LE(extra.length, 28)
  const centraal = Buffer.alloc(46)
  centraal.writeUInt32LE(0x02014b50, 0)
  centraal.writeUInt8(3, 5)
  centraal.writeUInt16LE(naamBytes.length, 28)
  centraal.writeUInt32LE((modus << 16) >>> 0, 38)
  centraal.writeUInt32LE(offset, 42)
  const staart = descriptor === undefined ? Buffer.alloc(0) : maakDescriptor(descriptor, crc, data.length, uitgepakt)
  return {
    lokaal: Buffer.concat([kop, naamBytes, extra, data, staart]),
    centraal: Buffer.concat([centraal, naamBytes]),
  }
}

function maakDescriptor(soort: 'gewoon' | 'zip64', crc: number, ingepakt: number, uitgepakt: number): Buffer {
  const staart = Buffer.alloc(soort === 'gewoon' ? 16 : 24)
  staart.write('PK\u0007\u0008', 'latin1')
  staart.writeUInt32LE(crc, 4)
  if (soort === 'gewoon') {
    staart.writeUInt32LE(ingepakt, 8)
    staart.writeUInt32LE(uitgepakt, 12)
  } else {
    staart.writeBigUInt64LE(BigInt(ingepakt), 8)
    staart.writeBigUInt64LE(BigInt(uitgepakt), 16)
  }
  return staart
}

async function* inStukken(zip: Buffer, grootten: readonly number[]): AsyncGenerator<Buffer> {
  let plek = 0
  for (let i = 0; plek < zip.length; i++) {
    const grootte = grootten[i % grootten.length] ?? zip.length
    // A copy, wiped after use: a reader that keeps a piece of a reused buffer fails.
    const stuk = Buffer.from(zip.subarray(plek, plek + grootte))
    yield await Promise.resolve(stuk)
    plek += grootte
  }
}

async function lees(
  zip: Buffer,
  opties: Zipopties = {},
  grootten: readonly number[] = [zip.length],
): Promise<Zipdeel[]> {
  return Array.fromAsync(leesZip(inStukken(zip, grootten), opties))
}

/** 'name:size' or 'name:code' per part, sorted: the order of a zip has no meaning. */
function kort(delen: readonly Zipdeel[]): string[] {
  return delen.map((deel) => `${deel.naam ?? '*'}:${'fout' in deel ? deel.fout.code : deel.bytes.toString()}`).sort()
}

async function oordeel(...bestanden: Bestand[]): Promise<string[]> {
  return kort(await lees(maakZip(bestanden)))
}

async function metYazl(vul: (zip: ZipFile) => void): Promise<Buffer> {
  const zip = new ZipFile()
  vul(zip)
  zip.end()
  return Buffer.concat(await Array.fromAsync(zip.outputStream as AsyncIterable<Buffer>))
}

const GOED = `a.xml:${XML.toString()}`

describe('goede bestanden', () => {
  test.each<[string, Bestand]>([
    ['ingepakt', {}],
    ['opgeslagen', { opgeslagen: true }],
    ['zip64', { zip64: true }],
    ['zip64, opgeslagen', { zip64: true, opgeslagen: true }],
    ['maten achteraf', { descriptor: 'gewoon' }],
    ['maten achteraf, zip64', { descriptor: 'zip64' }],
    ['maten achteraf, opgeslagen', { descriptor: 'gewoon', opgeslagen: true }],
    ['maten achteraf, opgeslagen, zip64', { descriptor: 'zip64', opgeslagen: true }],
  ])('%s wordt gelezen', async (_, bestand) => {
    expect(await oordeel(bestand)).toEqual([GOED])
    expect(await oordeel(bestand, { ...bestand, naam: 'b.csv' })).toEqual([GOED, GOED.replace('a.xml', 'b.csv')])
  })

  test.each<[string, Bestand]>([
    ['ingepakt', { descriptor: 'gewoon' }],
    ['opgeslagen', { descriptor: 'gewoon', opgeslagen: true }],
    ['zip64', { descriptor: 'zip64' }],
    ['vooraf', {}],
  ])('een leeg bestand, %s, haalt het volgende niet uit de pas', async (_, bestand) => {
    const leeg = { ...bestand, inhoud: Buffer.alloc(0) }
    expect(await oordeel(leeg, { ...bestand, naam: 'b.xml' }, { ...leeg, naam: 'c.xml' })).toEqual([
      'a.xml:',
      GOED.replace('a.', 'b.'),
      'c.xml:',
    ])
  })

  test('een zip van een ander programma, met mappen en een zip die op inhoud lijkt', async () => {
    const zip = await metYazl((bestand) => {
      bestand.addEmptyDirectory('map')
      bestand.addBuffer(XML, 'map/a.xml')
      bestand.addBuffer(XML, 'b.XML', { compress: false })
      bestand.addBuffer(Buffer.from('kop;rij\n'), 'c.csv', { forceZip64Format: true })
    })
    expect(kort(await lees(zip))).toEqual([`b.XML:${XML.toString()}`, 'c.csv:kop;rij\n', `map/a.xml:${XML.toString()}`])
  })

  test('inhoud die op een descriptor lijkt wordt niet voor het einde aangezien', async () => {
    const lokaas = Buffer.concat([Buffer.from('<x>'), maakDescriptor('gewoon', 1, 3, 3), Buffer.from('</x>')])
    expect(await oordeel({ inhoud: lokaas, descriptor: 'gewoon', opgeslagen: true })).toEqual([
      `a.xml:${lokaas.toString()}`,
    ])
  })

  test('toevoegingen van macOS en Windows worden overgeslagen', async () => {
    expect(await oordeel({ naam: '__MACOSX/._a.xml' }, { naam: 'map/.DS_Store' }, {})).toEqual([GOED])
  })
})

describe('geweigerd', () => {
  test.each<[string, Bestand]>([
    ['zip-padtraversal', { naam: '../a.xml' }],
    ['zip-padtraversal', { naam: 'map/../../a.xml' }],
    ['zip-padtraversal', { naam: '/etc/a.xml' }],
    ['zip-padtraversal', { naam: '..\\a.xml' }],
    ['zip-padtraversal', { naam: '\\\\server\\a.xml' }],
    ['zip-padtraversal', { naam: 'C:\\a.xml' }],
    ['zip-padtraversal', { naam: 'a.xml\u0000.txt' }],
    ['zip-genest', { naam: 'binnen.ZIP' }],
    ['bestandstype', { naam: 'a.exe' }],
    ['bestandstype', { naam: 'zonder-extensie' }],
    ['bestandstype', { naam: 'a.xml.js' }],
    ['zip-versleuteld', { vlaggen: 1 }],
    ['zip-versleuteld', { vlaggen: 1, descriptor: 'gewoon' }],
    ['zip-beschadigd', { methode: 14 }],
    ['zip-beschadigd', { crc: 1 }],
    ['zip-beschadigd', { uitgepakt: 5 }],
    ['zip-beschadigd', { uitgepakt: 500 }],
    ['zip-beschadigd', { data: Buffer.from('geen deflate') }],
    ['zip-beschadigd', { data: Buffer.concat([deflateRawSync(XML), Buffer.from('rest')]) }],
    ['zip-koppeling', { inhoud: Buffer.from('/etc/passwd'), modus: 0o120777 }],
    ['zip-koppeling', { inhoud: Buffer.from('../../a.xml'), modus: 0o120777, opgeslagen: true, descriptor: 'gewoon' }],
    ['zip-koppeling', { inhoud: Buffer.from('x'), modus: 0o060644 }],
  ])('%s: %o, en de buren niet', async (code, bestand) => {
    const buur = { naam: 'buur.xml' }
    const { naam = 'a.xml' } = bestand
    const goed = (buren: string) => `${buren}:${XML.toString()}`
    const uitkomst = await oordeel(buur, bestand, { naam: 'buur2.xml', descriptor: 'gewoon' })
    expect(uitkomst).toEqual([`${naam}:${code}`, goed('buur.xml'), goed('buur2.xml')].sort())
  })

  test('een bestand dat onredelijk groot wordt, met en zonder de maten vooraf', async () => {
    const nullen = Buffer.alloc(3_000_000)
    // Deflate cannot reach 1000:1 on three megabytes: twice packed it can, so the sizes are made up.
    expect(await oordeel({ inhoud: nullen, uitgepakt: 30_000_000 })).toEqual(['a.xml:zip-bom'])
    expect(await oordeel({ inhoud: nullen, uitgepakt: 30_000_000, descriptor: 'gewoon' }, { naam: 'b.csv' })).toEqual([
      'a.xml:zip-bom',
      `b.csv:${XML.toString()}`,
    ])
  })

  test('een bestand boven 25 MB', async () => {
    const groot = Buffer.alloc(26 * 1024 * 1024, 'abcdefghij')
    expect(await oordeel({ inhoud: groot, opgeslagen: true }, { naam: 'b.xml' })).toEqual([
      'a.xml:te-groot',
      `b.xml:${XML.toString()}`,
    ])
    expect(await oordeel({ inhoud: groot, descriptor: 'gewoon' }, { naam: 'b.xml' })).toEqual([
      'a.xml:te-groot',
      `b.xml:${XML.toString()}`,
    ])
  })

  test('te veel bestanden', async () => {
    const bestanden = Array.from({ length: 5 }, (_, i) => ({ naam: `${i}.xml` }))
    expect(kort(await lees(maakZip(bestanden), { maxBestanden: 4 }))).toEqual(['*:zip-bom'])
    expect(await lees(maakZip(bestanden), { maxBestanden: 5 })).toHaveLength(5)
  })

  test('een lege zip, een leeg bestand, en iets dat geen zip is', async () => {
    expect(await oordeel()).toEqual(['*:leeg-bestand'])
    expect(kort(await lees(Buffer.alloc(0)))).toEqual(['*:leeg-bestand'])
    expect(kort(await lees(Buffer.from('dit is geen zip')))).toEqual(['*:zip-beschadigd'])
  })

  test('van een afgebroken kleine zip wordt niets vertrouwd', async () => {
    const zip = maakZip([{}, { naam: 'b.exe' }, { naam: 'c.xml', descriptor: 'gewoon' }])
    const zonderSlot = maakZip([{}, { naam: 'b.exe' }, { naam: 'c.xml', descriptor: 'gewoon' }], false)
    expect(kort(await lees(zonderSlot))).toEqual(['*:zip-beschadigd', 'b.exe:bestandstype'])
    for (let einde = 1; einde < zonderSlot.length; einde += 7) {
      const uitkomst = kort(await lees(zip.subarray(0, einde)))
      expect(uitkomst.filter((deel) => !deel.endsWith('zip-beschadigd') && deel !== 'b.exe:bestandstype')).toEqual([])
    }
  })

  test('van een afgebroken grote zip is het begin gelezen', async () => {
    const bestanden = Array.from({ length: 30 }, (_, i) => ({
      naam: `${i}.xml`,
      inhoud: Buffer.alloc(1_000_000, `<${i}>`),
    }))
    const delen = await lees(maakZip(bestanden, false))
    expect(delen.length).toBeGreaterThan(25)
    expect(delen.length).toBeLessThan(30)
    expect(delen.at(-1)).toMatchObject({ naam: null, fout: { code: 'zip-beschadigd' } })
  })
})

test('hoe de bytes binnenkomen maakt niets uit', async () => {
  const bestand = fc.record({
    naam: fc.constantFrom('a.xml', 'b.csv', 'map/c.xml', '../d.xml', 'e.exe', 'f.zip', 'g/'),
    inhoud: fc
      .oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ maxLength: 200 }).map((tekst) => Buffer.from(`<${tekst}`)),
      )
      .map((bytes) => Buffer.from(bytes)),
    opgeslagen: fc.boolean(),
    zip64: fc.boolean(),
    modus: fc.constantFrom(0o100644, 0o120777, 0o040755, 0),
  })
  const metDescriptor = fc
    .tuple(bestand, fc.constantFrom('gewoon' as const, 'zip64' as const, null))
    .map(([deel, descriptor]) => (descriptor === null ? deel : { ...deel, zip64: false, descriptor }))
  await fc.assert(
    fc.asyncProperty(
      fc.array(metDescriptor, { maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
      async (bestanden, grootten) => {
        const zip = maakZip(bestanden)
        const ineens = kort(await lees(zip))
        expect(kort(await lees(zip, {}, grootten))).toEqual(ineens)
        // Every file that can be read is there with its own bytes, whatever its neighbours are.
        const leesbaar = bestanden.filter(
          ({ naam, modus }) => /^(a|b|map)/.test(naam) && (modus & 0o170000) !== 0o120000,
        )
        for (const { naam, inhoud } of leesbaar) {
          expect(ineens).toContain(`${naam}:${inhoud.toString()}`)
        }
      },
    ),
    { numRuns: 150 },
  )
})

test('wie eerder stopt sluit de bron', async () => {
  let gesloten = false
  async function* bron() {
    try {
      yield await Promise.resolve(
        maakZip(Array.from({ length: 20 }, (_, i) => ({ naam: `${i}.xml`, inhoud: Buffer.alloc(2_000_000, '<') }))),
      )
      yield Buffer.alloc(1)
    } finally {
      gesloten = true
    }
  }
  for await (const deel of leesZip(bron())) {
    expect(deel.naam).toBe('0.xml')
    break
  }
  expect(gesloten).toBe(true)
})
