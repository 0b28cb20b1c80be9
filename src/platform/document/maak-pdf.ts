import { readFileSync } from 'node:fs'
import type Pdf from 'pdfkit'
import type { Afzender, Blok, Document } from './document.ts'

type Lettertype = Parameters<PDFKit.PDFDocument['registerFont']>[1]

// Loaded with the first document, not with the program. Source Sans 3 as it was released, whole; only the letters that are used go into
// a document. Taking a font apart costs more than a page, so that is done once.
let gereedschap: Promise<{ PDFDocument: typeof Pdf; gewoon: Lettertype; vet: Lettertype }> | undefined
async function laad() {
  const [{ default: PDFDocument }, { create }] = await Promise.all([import('pdfkit'), import('fontkit')])
  const lees = (bestand: string) =>
    create(readFileSync(new URL(`lettertypen/${bestand}`, import.meta.url))) as unknown as Lettertype
  return { PDFDocument, gewoon: lees('SourceSans3-Regular.ttf'), vet: lees('SourceSans3-Semibold.ttf') }
}

// Points. The address stands where the window of a C5 or DL envelope is (left, 45 mm from the top).
const MM = 72 / 25.4
const A4 = { breedte: 595.28, hoogte: 841.89 }
const MARGE = { links: 25 * MM, rechts: 22 * MM, boven: 20 * MM, onder: 26 * MM }
const BREEDTE = A4.breedte - MARGE.links - MARGE.rechts
const TEKST = { grootte: 10.5, regel: 3.2, na: 8 }
const INKT = '#1a1a1a'
const GRIJS = '#595959'
const LIJN = '#8c8c8c'

/**
 * The document as PDF/A-2a: tagged, with title and language, fonts and colour profile in it. What is claimed and what was checked
 * stands in besluit 028. The same document always gives the same bytes.
 */
export async function maakPdf(document: Document): Promise<Uint8Array> {
  const { PDFDocument, gewoon, vet } = await (gereedschap ??= laad())
  const datum = new Date(document.gemaaktOp.epochMilliseconds)
  const doc = new PDFDocument({
    size: 'A4',
    margins: { left: MARGE.links, right: MARGE.rechts, top: MARGE.boven, bottom: MARGE.onder },
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: 'nl-NL',
    displayTitle: true,
    bufferPages: true,
    // None to begin with: the standard fonts cannot be embedded, and one of ours would be compared with itself, name by name, at its
    // first use.
    font: '',
    info: {
      Title: document.titel,
      Author: document.auteur,
      Creator: 'Overlap',
      Producer: 'Overlap',
      CreationDate: datum,
    },
  })
  const delen: Uint8Array[] = []
  const klaar = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (deel: Uint8Array) => delen.push(deel))
    doc.on('end', () => resolve(Buffer.concat(delen)))
    doc.on('error', reject)
  })
  escapeXmp(doc)
  doc.registerFont('gewoon', gewoon).registerFont('vet', vet)
  const boom = tag(doc, 'Document')
  doc.addStructure(boom)
  tekenKop(doc, boom, document)
  for (const blok of document.blokken) tekenBlok(doc, boom, blok)
  boom.end()
  tekenVoet(doc, document.afzender)
  doc.end()
  return klaar
}

/** pdfkit puts title and author in the XMP as they are; what people type must not become XML. */
function escapeXmp(doc: PDFKit.PDFDocument) {
  const metadata = doc as unknown as { appendXML: (xml: string, regel?: boolean) => void }
  const schrijf = metadata.appendXML.bind(doc)
  metadata.appendXML = (xml, regel) =>
    schrijf(
      xml.replace(
        /(<rdf:li[^>]*>)([^]*)(<\/rdf:li>)/,
        (_, open: string, tekst: string, dicht: string) => open + veilig(tekst) + dicht,
      ),
      regel,
    )
}

function veilig(tekst: string): string {
  return tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

type Doc = PDFKit.PDFDocument
type Boom = PDFKit.PDFStructureElement
type Teken = () => void
type Tagopties = { alt?: string; bbox?: number[]; placement?: string; scope?: 'Row' | 'Column' }

/** A tag with what is drawn in it; without a drawing other tags come below it. The types know neither `scope` nor a drawing alone. */
function tag(doc: Doc, naam: string, opties: Tagopties = {}, teken?: Teken): Boom {
  return doc.struct(naam, opties, teken)
}

function tekenKop(doc: Doc, boom: Boom, { titel, afzender, geadresseerde, kenmerken }: Document) {
  tekenAfzender(doc, boom, afzender)
  if (geadresseerde !== null) {
    doc.y = Math.max(doc.y + 12, 50 * MM)
    tekst(doc, boom, 'P', geadresseerde, { na: 26 })
  }
  tekst(doc, boom, 'H1', titel, { letter: 'vet', grootte: 15, na: 10, regel: 2 })
  if (kenmerken.length > 0) tekenVelden(doc, boom, kenmerken)
  doc.y += 10
}

function tekenAfzender(doc: Doc, boom: Boom, { naam, adres, logo }: Afzender) {
  const boven = doc.y
  let onder = boven
  if (logo !== null) {
    const schaal = Math.min((60 * MM) / logo.breedte, (18 * MM) / logo.hoogte)
    const [breedte, hoogte] = [logo.breedte * schaal, logo.hoogte * schaal]
    const bbox = [MARGE.links, boven, MARGE.links + breedte, boven + hoogte]
    boom.add(
      tag(doc, 'Figure', { alt: `Logo van ${naam}`, bbox, placement: 'Block' }, () => {
        if (logo.vorm === 'png')
          doc.image(Buffer.from(logo.bytes), MARGE.links, boven, { width: breedte, height: hoogte })
        else {
          doc.save().translate(MARGE.links, boven).scale(schaal)
          for (const { pad, kleur, matrix } of logo.vormen) {
            doc.save().transform(...(matrix as [number, number, number, number, number, number]))
            doc.path(pad).fill(kleur).restore()
          }
          doc.restore()
        }
      }),
    )
    onder = boven + hoogte
  }
  // beside the logo: who sends it, right-aligned to the margin
  const kolom =
    logo === null ? { x: MARGE.links, breedte: BREEDTE } : { x: A4.breedte - MARGE.rechts - 70 * MM, breedte: 70 * MM }
  boom.add(
    tag(doc, 'P', {}, () => {
      doc.fillColor(INKT).font('vet', 10.5).text(`${naam} `, kolom.x, boven, { width: kolom.breedte })
      if (adres !== '') doc.font('gewoon', 9).fillColor(GRIJS).text(adres, { width: kolom.breedte, lineGap: 1.5 })
    }),
  )
  doc.x = MARGE.links
  doc.y = Math.max(onder, doc.y) + 10
}

type Opmaak = { letter?: 'gewoon' | 'vet'; grootte?: number; na?: number; regel?: number; kleur?: string }

function tekst(doc: Doc, boom: Boom, naam: string, inhoud: string, opmaak: Opmaak = {}) {
  const { letter = 'gewoon', grootte = TEKST.grootte, na = TEKST.na, regel = TEKST.regel, kleur = INKT } = opmaak
  boom.add(
    tag(doc, naam, {}, () => {
      doc.font(letter, grootte).fillColor(kleur).text(inhoud, MARGE.links, doc.y, { width: BREEDTE, lineGap: regel })
    }),
  )
  doc.y += na
}

function tekenBlok(doc: Doc, boom: Boom, blok: Blok) {
  switch (blok.soort) {
    case 'kop': {
      const grootte = blok.niveau === 2 ? 12.5 : 11
      // a heading alone at the foot of a page helps nobody
      eisRuimte(doc, grootte + 4 * TEKST.grootte)
      doc.y += 6
      tekst(doc, boom, `H${String(blok.niveau)}`, blok.tekst, { letter: 'vet', grootte, na: 4 })
      return
    }
    case 'alinea':
      if (blok.heel)
        eisRuimte(
          doc,
          doc.font('gewoon', TEKST.grootte).heightOfString(blok.tekst, { width: BREEDTE, lineGap: TEKST.regel }),
        )
      tekst(doc, boom, 'P', blok.tekst)
      return
    case 'lijst':
      tekenLijst(doc, boom, blok.punten, blok.genummerd ?? false)
      return
    case 'velden':
      tekenVelden(doc, boom, blok.velden)
      doc.y += TEKST.na
      return
    case 'tabel':
      tekenTabel(doc, boom, blok)
      return
  }
}

function tekenLijst(doc: Doc, boom: Boom, punten: readonly string[], genummerd: boolean) {
  const lijst = tag(doc, 'L')
  boom.add(lijst)
  const inspringing = genummerd ? 20 : 14
  for (const [nr, punt] of punten.entries()) {
    const item = tag(doc, 'LI')
    lijst.add(item)
    eisRuimte(doc, TEKST.grootte * 2)
    const y = doc.y
    item.add(
      tag(doc, 'Lbl', {}, () => {
        doc.font('gewoon', TEKST.grootte).fillColor(INKT)
        doc.text(genummerd ? `${String(nr + 1)}. ` : '• ', MARGE.links, y, { width: inspringing, lineBreak: false })
      }),
    )
    item.add(
      tag(doc, 'LBody', {}, () => {
        doc.text(punt, MARGE.links + inspringing, y, { width: BREEDTE - inspringing, lineGap: TEKST.regel })
      }),
    )
    item.end()
    doc.y += 3
  }
  lijst.end()
  doc.x = MARGE.links
  doc.y += TEKST.na - 3
}

function tekenVelden(doc: Doc, boom: Boom, velden: readonly (readonly [string, string])[]) {
  const tabel = tag(doc, 'Table')
  boom.add(tabel)
  const naam = 32 * MM
  for (const [label, waarde] of velden) {
    const rij = tag(doc, 'TR')
    tabel.add(rij)
    eisRuimte(doc, TEKST.grootte * 2)
    const y = doc.y
    rij.add(
      tag(doc, 'TH', { scope: 'Row' }, () => {
        doc.font('gewoon', TEKST.grootte).fillColor(GRIJS).text(`${label} `, MARGE.links, y, { width: naam })
      }),
    )
    const links = doc.y
    rij.add(
      tag(doc, 'TD', {}, () => {
        doc.fillColor(INKT).text(waarde, MARGE.links + naam, y, { width: BREEDTE - naam, lineGap: 1.5 })
      }),
    )
    rij.end()
    doc.y = Math.max(links, doc.y) + 1
  }
  tabel.end()
  doc.x = MARGE.links
}

const CEL = { x: 5, y: 4 }

function tekenTabel(doc: Doc, boom: Boom, { bijschrift, koppen, rijen, breedtes }: Extract<Blok, { soort: 'tabel' }>) {
  const delen = breedtes ?? koppen.map(() => 1)
  const som = delen.reduce((a, b) => a + b, 0)
  const breed = delen.map((deel) => (BREEDTE * deel) / som)
  eisRuimte(doc, 70)
  const tabel = tag(doc, 'Table')
  boom.add(tabel)
  tabel.add(
    tag(doc, 'Caption', {}, () => {
      doc.font('vet', 9.5).fillColor(INKT).text(bijschrift, MARGE.links, doc.y, { width: BREEDTE })
    }),
  )
  doc.y += 3
  const kop = (inBoom: boolean) => tekenRij(doc, inBoom ? tabel : null, koppen, breed, 'TH')
  kop(true)
  for (const rij of rijen) {
    // on a new page the heads stand again, for the eye only
    if (doc.y + rijhoogte(doc, rij, breed, 'gewoon') > A4.hoogte - MARGE.onder) {
      doc.addPage()
      kop(false)
    }
    tekenRij(doc, tabel, rij, breed, 'TD')
  }
  tabel.end()
  doc.x = MARGE.links
  doc.y += TEKST.na
}

function rijhoogte(doc: Doc, cellen: readonly string[], breed: readonly number[], letter: 'gewoon' | 'vet'): number {
  doc.font(letter, 9.5)
  return (
    Math.max(...cellen.map((cel, i) => doc.heightOfString(cel || ' ', { width: breed[i]! - 2 * CEL.x }))) + 2 * CEL.y
  )
}

function tekenRij(
  doc: Doc,
  tabel: Boom | null,
  cellen: readonly string[],
  breed: readonly number[],
  soort: 'TH' | 'TD',
) {
  const letter = soort === 'TH' ? 'vet' : 'gewoon'
  const hoogte = rijhoogte(doc, cellen, breed, letter)
  const y = doc.y
  const rij = tabel && tag(doc, 'TR')
  if (tabel && rij) tabel.add(rij)
  let x = MARGE.links
  for (const [i, cel] of cellen.entries()) {
    const links = x
    const zet = () => {
      doc
        .font(letter, 9.5)
        .fillColor(INKT)
        .text(cel, links + CEL.x, y + CEL.y, { width: breed[i]! - 2 * CEL.x })
    }
    if (rij) rij.add(tag(doc, soort, soort === 'TH' ? { scope: 'Column' } : {}, zet))
    else alsVersiering(doc, zet)
    x += breed[i]!
  }
  rij?.end()
  alsVersiering(doc, () => {
    const dikte = soort === 'TH' ? 1 : 0.5
    doc.moveTo(MARGE.links, y + hoogte).lineTo(MARGE.links + BREEDTE, y + hoogte)
    doc.lineWidth(dikte).strokeColor(LIJN).stroke()
  })
  doc.y = y + hoogte
}

/** What a screen reader passes over. */
function alsVersiering(doc: Doc, teken: Teken, opties: Record<string, unknown> = {}) {
  doc.markContent('Artifact', { type: 'Layout', ...opties } as never)
  teken()
  doc.endMarkedContent()
}

function eisRuimte(doc: Doc, hoogte: number) {
  if (doc.y + hoogte > A4.hoogte - MARGE.onder) doc.addPage()
}

function tekenVoet(doc: Doc, { voettekst }: Afzender) {
  const { count } = doc.bufferedPageRange()
  for (let i = 0; i < count; i++) {
    doc.switchToPage(i)
    // below the margin pdfkit would begin a new page
    doc.page.margins.bottom = 0
    alsVersiering(
      doc,
      () => {
        const y = A4.hoogte - 14 * MM
        doc
          .moveTo(MARGE.links, y - 6)
          .lineTo(MARGE.links + BREEDTE, y - 6)
          .lineWidth(0.5)
          .strokeColor(LIJN)
          .stroke()
        doc.font('gewoon', 8.5).fillColor(GRIJS)
        doc.text(voettekst, MARGE.links, y, { width: BREEDTE - 80, height: 24, ellipsis: true })
        const pagina = `${String(i + 1)} van ${String(count)}`
        doc.text(pagina, A4.breedte - MARGE.rechts - 75, y, { width: 75, align: 'right', lineBreak: false })
      },
      { type: 'Pagination', attached: ['Bottom'] },
    )
  }
}
