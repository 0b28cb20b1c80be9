import { inflateSync } from 'node:zlib'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import type { Document } from './document.ts'
import { leesLogo } from './logo.ts'
import { maakDocx } from './maak-docx.ts'
import { maakPdf } from './maak-pdf.ts'

const stuk: Document = {
  titel: 'Ingebrekestelling </rdf:li><x> & meer',
  afzender: { naam: 'Proefregio', adres: 'Postbus 1\n1500 AC Zaandam', voettekst: 'www.example', logo: null },
  geadresseerde: 'Stichting Veenlicht\nt.a.v. Wilma Terpstra',
  kenmerken: [['Datum', '22 november 2026']],
  blokken: [
    { soort: 'alinea', tekst: 'Cliënten, € 1,50 en “aanhaling” – ’s ochtends.' },
    { soort: 'kop', niveau: 2, tekst: 'Wat u moet doen' },
    { soort: 'lijst', punten: ['Een plan', 'Een rapport'] },
    { soort: 'lijst', genummerd: true, punten: ['Eerst', 'Dan'] },
    {
      soort: 'tabel',
      bijschrift: 'Resultaten',
      koppen: ['KPI', 'Oordeel'],
      rijen: Array.from({ length: 60 }, (_, i) => [`KPI ${String(i)}`, 'voldoende']),
    },
  ],
  auteur: 'Proefregio',
  gemaaktOp: Temporal.Instant.from('2026-11-22T10:00:00Z'),
}

/** The file as text, with what is compressed in it unpacked. */
function leesPdf(bytes: Uint8Array): { tekst: string; bladen: string[] } {
  const ruw = Buffer.from(bytes)
  let tekst = ''
  const bladen: string[] = []
  let plaats = 0
  for (;;) {
    const begin = ruw.indexOf('stream\n', plaats)
    if (begin < 0) break
    const einde = ruw.indexOf('endstream', begin)
    tekst += ruw.toString('latin1', plaats, begin)
    const kop = ruw.toString('latin1', Math.max(plaats, begin - 300), begin)
    const inhoud = ruw.subarray(begin + 7, einde)
    const open = kop.slice(kop.lastIndexOf('<<')).includes('FlateDecode')
    const uit = open ? uitgepakt(inhoud) : inhoud.toString('utf8')
    if (/ BDC\n/.test(uit)) bladen.push(uit)
    tekst += uit
    plaats = einde + 'endstream'.length
  }
  return { tekst: tekst + ruw.toString('latin1', plaats), bladen }
}

function uitgepakt(inhoud: Buffer): string {
  try {
    return inflateSync(inhoud).toString('latin1')
  } catch {
    return ''
  }
}

describe('PDF', () => {
  test('R10, T15: de PDF zegt wat zij is (PDF/A-2a), heeft taal en titel, letters in zich en een boom van onderdelen', async () => {
    const { tekst } = leesPdf(await maakPdf(stuk))
    expect(tekst).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(tekst).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    for (const deel of [
      '/Marked true',
      '/Lang (nl-NL)',
      '/DisplayDocTitle true',
      '/OutputIntent',
      '/FontFile2',
      '/ToUnicode',
    ]) {
      expect(tekst, deel).toContain(deel)
    }
    expect(tekst).not.toMatch(/\/Type1\b/)
    for (const tag of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD', 'Caption']) {
      expect(tekst, tag).toMatch(new RegExp(`/S /${tag}\\b`))
    }
    expect(tekst).toContain('/Scope /Column')
    expect(tekst).toContain('/Scope /Row')
  })

  test('T15: alles wat op een bladzijde staat hoort bij een onderdeel of is versiering, op elke bladzijde', async () => {
    const { bladen } = leesPdf(await maakPdf(stuk))
    expect(bladen.length).toBeGreaterThan(1)
    for (const blad of bladen) {
      let diepte = 0
      let getekend = 0
      for (const regel of blad.split('\n')) {
        if (/ (BDC|BMC)$/.test(regel)) diepte++
        if (regel.trim() === 'EMC') diepte--
        if (/(TJ|Tj| Do)$|^[fSB]\*?$/.test(regel)) {
          getekend++
          expect(diepte, regel).toBeGreaterThan(0)
        }
      }
      expect(getekend).toBeGreaterThan(3)
      expect(diepte).toBe(0)
    }
  })

  test('U16: een titel met opmaaktekens blijft tekst, ook in de gegevens over het bestand', async () => {
    const ruw = Buffer.from(await maakPdf(stuk)).toString('utf8')
    const xmp = /<x:xmpmeta[^]*<\/x:xmpmeta>/.exec(ruw)![0]
    const fouten: string[] = []
    const titels: string[] = []
    const lezer = new SaxesParser({ xmlns: true })
    lezer.on('error', ({ message }) => fouten.push(message))
    lezer.on('text', (deel) => titels.push(deel.trim()))
    lezer.write(xmp).close()
    expect(fouten).toEqual([])
    expect(titels).toContain(stuk.titel)
  })

  test('hetzelfde document geeft dezelfde bytes', async () => {
    expect(Buffer.from(await maakPdf(stuk)).equals(Buffer.from(await maakPdf(stuk)))).toBe(true)
  })
})

test('DOC-02: het Word-bestand heeft koppen, lijsten, een tabel met koprij en de taal Nederlands', async () => {
  const { unzipSync, strFromU8 } = await import('fflate')
  const zip = unzipSync(await maakDocx(stuk))
  const document = strFromU8(zip['word/document.xml']!)
  for (const deel of [
    'Heading1',
    'Heading2',
    '<w:numPr>',
    '<w:tblHeader/>',
    'Stichting Veenlicht',
    'Cliënten, € 1,50',
    '&lt;/rdf:li&gt;&lt;x&gt; &amp; meer',
  ]) {
    expect(document, deel).toContain(deel)
  }
  expect(strFromU8(zip['word/styles.xml']!)).toContain('nl-NL')
})

describe('logo', () => {
  const svg = (binnen: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${binnen}</svg>`)
  const png = (breedte: number, data: Buffer) => {
    const kop = Buffer.alloc(13)
    kop.writeUInt32BE(breedte, 0)
    kop.writeUInt32BE(2, 4)
    kop.set([8, 2, 0, 0, 0], 8)
    const stuk = (naam: string, inhoud: Buffer) => {
      const lengte = Buffer.alloc(4)
      lengte.writeUInt32BE(inhoud.length)
      return Buffer.concat([lengte, Buffer.from(naam), inhoud, Buffer.alloc(4)])
    }
    return Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      stuk('IHDR', kop),
      stuk('IDAT', data),
      stuk('IEND', Buffer.alloc(0)),
    ])
  }

  test('gevulde vlakken worden vormen, met hun kleur en plaats', () => {
    const logo = leesLogo(
      svg('<g fill="#fff" transform="translate(2 3)"><rect width="4" height="5"/><circle r="1"/></g>'),
    )
    expect(logo).toMatchObject({
      vorm: 'svg',
      breedte: 10,
      hoogte: 10,
      vormen: [{ kleur: '#ffffff', matrix: [1, 0, 0, 1, 2, 3] }, {}],
    })
  })

  test.each([
    ['<script>alert(1)</script>', 'script'],
    ['<rect width="1" height="1" onload="x()"/>', 'onload'],
    ['<image href="file:///etc/passwd"/>', 'href'],
    ['<text>Naam</text>', 'text'],
    ['<rect width="1" height="1" style="fill:red"/>', 'style'],
    ['<rect width="1" height="1" fill="url(#verloop)"/>', 'url'],
    ['<path d="M0 0L1 1Z\u0000"/>', 'SVG'],
    ['', 'geen vorm'],
  ])('wordt geweigerd met wat er niet kan: %s', (binnen, woord) => {
    expect(leesLogo(svg(binnen))).toEqual({ fout: expect.stringContaining(woord) as string })
  })

  test('een verwijzing naar buiten wordt geweigerd voor er iets wordt gelezen', () => {
    const bom = Buffer.from(
      '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
    )
    expect(leesLogo(bom)).toEqual({ fout: expect.stringContaining('verwijst naar buiten') as string })
  })

  test('U2: een PNG met meer beeld dan zij zegt, wordt niet uitgepakt', async () => {
    const { deflateSync } = await import('node:zlib')
    expect(leesLogo(png(1, deflateSync(Buffer.alloc(8))))).toMatchObject({ vorm: 'png', breedte: 1 })
    expect(leesLogo(png(1, deflateSync(Buffer.alloc(50_000_000))))).toEqual({
      fout: expect.stringContaining('niet te lezen') as string,
    })
    expect(leesLogo(png(9000, deflateSync(Buffer.alloc(8))))).toEqual({
      fout: expect.stringContaining('te veel beeldpunten') as string,
    })
    expect(leesLogo(Buffer.from('geen plaatje'))).toHaveProperty('fout')
  })
})
