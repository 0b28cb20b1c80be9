import type * as Docx from 'docx'
import type { FileChild, ISectionOptions } from 'docx'
import type { Afzender, Blok, Document } from './document.ts'

type Bouwers = typeof Docx

// A font that every word processor has or replaces by one of the same width. Half points, and twentieths of a point.
const LETTER = 'Arial'
const GRIJS = '595959'
const LIJN = '8C8C8C'
const BREEDTE = 9240

/** The same document to work on in a word processor: headings, lists and tables as such, the letterhead above and at the foot. */
export async function maakDocx(document: Document): Promise<Uint8Array> {
  const docx = await import('docx')
  const { Packer, Document: Bestand } = docx
  const lettertype = { font: LETTER, size: 20, language: { value: 'nl-NL' } }
  const kop = (size: number, before: number) => ({
    run: { font: LETTER, size, bold: true, color: '1A1A1A' },
    paragraph: { spacing: { before, after: 80 }, keepNext: true },
  })
  const bestand = new Bestand({
    title: document.titel,
    creator: document.auteur,
    lastModifiedBy: document.auteur,
    description: '',
    styles: {
      default: {
        document: { run: lettertype, paragraph: { spacing: { after: 160, line: 276 } } },
        heading1: kop(30, 240),
        heading2: kop(24, 240),
        heading3: kop(21, 160),
      },
    },
    numbering: {
      config: [
        {
          reference: 'nummers',
          levels: [
            {
              level: 0,
              format: docx.LevelFormat.DECIMAL,
              text: '%1.',
              alignment: docx.AlignmentType.START,
              style: { paragraph: { indent: { left: 400, hanging: 400 } } },
            },
          ],
        },
      ],
    },
    sections: [sectie(docx, document)],
  })
  return Packer.toBuffer(bestand)
}

function sectie(docx: Bouwers, { titel, afzender, geadresseerde, kenmerken, blokken }: Document): ISectionOptions {
  const { Paragraph, HeadingLevel } = docx
  let lijsten = 0
  return {
    properties: {
      page: {
        size: { width: 11906, height: 16838 },
        margin: { top: 1134, bottom: 1474, left: 1417, right: 1247, footer: 600 },
      },
    },
    footers: { default: voet(docx, afzender) },
    children: [
      ...briefhoofd(docx, afzender),
      ...(geadresseerde === null
        ? []
        : [new Paragraph({ spacing: { before: 700, after: 500 }, children: regels(docx, geadresseerde) })]),
      new Paragraph({ heading: HeadingLevel.HEADING_1, text: titel }),
      ...(kenmerken.length === 0 ? [] : [velden(docx, kenmerken), new Paragraph({ text: '' })]),
      ...blokken.flatMap((blok) => alsKinderen(docx, blok, () => lijsten++)),
    ],
  }
}

function briefhoofd(docx: Bouwers, { naam, adres, logo }: Afzender): FileChild[] {
  const { ImageRun, Paragraph, TextRun } = docx
  const hoofd: FileChild[] = []
  if (logo !== null) {
    const schaal = Math.min(227 / logo.breedte, 68 / logo.hoogte)
    const transformation = { width: Math.round(logo.breedte * schaal), height: Math.round(logo.hoogte * schaal) }
    const altText = { name: 'logo', title: `Logo van ${naam}`, description: `Logo van ${naam}` }
    const data = Buffer.from(logo.bytes)
    const beeld =
      logo.vorm === 'png'
        ? new ImageRun({ type: 'png', data, transformation, altText })
        : new ImageRun({ type: 'svg', data, transformation, altText, fallback: { type: 'png', data: LEEG } })
    hoofd.push(new Paragraph({ children: [beeld], spacing: { after: 120 } }))
  }
  hoofd.push(new Paragraph({ children: [new TextRun({ text: naam, ...VET })], spacing: { after: 20 } }))
  if (adres !== '') hoofd.push(new Paragraph({ children: regels(docx, adres, { size: 17, color: GRIJS }) }))
  return hoofd
}

// For word processors that show no SVG: nothing, for a picture of our own would not be theirs.
const LEEG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

function voet(docx: Bouwers, { voettekst }: Afzender) {
  const { Footer, PageNumber, Paragraph, TabStopType, TextRun } = docx
  const klein = { size: 16, color: GRIJS }
  const pagina = [PageNumber.CURRENT, ' van ', PageNumber.TOTAL_PAGES]
  return new Footer({
    children: [
      new Paragraph({
        border: { top: { style: docx.BorderStyle.SINGLE, size: 4, color: LIJN, space: 4 } },
        tabStops: [{ type: TabStopType.RIGHT, position: BREEDTE }],
        children: [new TextRun({ text: voettekst, ...klein }), new TextRun({ ...klein, children: ['\t', ...pagina] })],
      }),
    ],
  })
}

function alsKinderen(docx: Bouwers, blok: Blok, volgendeLijst: () => number): FileChild[] {
  const { HeadingLevel, Paragraph } = docx
  switch (blok.soort) {
    case 'kop':
      return [
        new Paragraph({
          heading: blok.niveau === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          text: blok.tekst,
        }),
      ]
    case 'alinea':
      return [new Paragraph({ children: regels(docx, blok.tekst) })]
    case 'lijst': {
      // each list counts from one
      const instance = volgendeLijst()
      const soort = blok.genummerd
        ? { numbering: { reference: 'nummers', level: 0, instance } }
        : { bullet: { level: 0 } }
      return blok.punten.map(
        (punt) => new Paragraph({ children: regels(docx, punt), spacing: { after: 60 }, ...soort }),
      )
    }
    case 'velden':
      return [velden(docx, blok.velden), new Paragraph({ text: '' })]
    case 'tabel':
      return [
        new Paragraph({
          children: regels(docx, blok.bijschrift, { bold: true, size: 19 }),
          keepNext: true,
          spacing: { after: 60 },
        }),
        tabel(docx, blok),
        new Paragraph({ text: '' }),
      ]
  }
}

const VET: Opmaak = { bold: true }
type Opmaak = { bold?: boolean; size?: number; color?: string }

function regels({ TextRun }: Bouwers, tekst: string, opmaak: Opmaak = {}) {
  return tekst.split('\n').map((text, i) => new TextRun({ text, ...opmaak, ...(i > 0 && { break: 1 }) }))
}

function velden(docx: Bouwers, paren: readonly (readonly [string, string])[]) {
  const { Paragraph, Table, TableCell, TableRow } = docx
  const cel = (tekst: string, breed: number, opmaak: Opmaak = {}) =>
    new TableCell({
      width: { size: breed, type: docx.WidthType.DXA },
      children: [new Paragraph({ children: regels(docx, tekst, opmaak), spacing: { after: 20 } })],
    })
  return new Table({
    columnWidths: [1800, BREEDTE - 1800],
    width: { size: BREEDTE, type: docx.WidthType.DXA },
    borders: docx.TableBorders.NONE,
    rows: paren.map(
      ([naam, waarde]) => new TableRow({ children: [cel(naam, 1800, { color: GRIJS }), cel(waarde, BREEDTE - 1800)] }),
    ),
  })
}

function tabel(docx: Bouwers, { koppen, rijen, breedtes }: Extract<Blok, { soort: 'tabel' }>) {
  const { BorderStyle, Paragraph, Table, TableCell, TableRow } = docx
  const delen = breedtes ?? koppen.map(() => 1)
  const som = delen.reduce((a, b) => a + b, 0)
  const breed = delen.map((deel) => Math.floor((BREEDTE * deel) / som))
  const geen = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const lijn = (size: number) => ({ style: BorderStyle.SINGLE, size, color: LIJN })
  const rij = (cellen: readonly string[], kop: boolean) =>
    new TableRow({
      tableHeader: kop,
      cantSplit: true,
      children: cellen.map(
        (tekst, i) =>
          new TableCell({
            width: { size: breed[i]!, type: docx.WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 80, right: 80 },
            borders: { top: geen, left: geen, right: geen, bottom: lijn(kop ? 8 : 4) },
            children: [
              new Paragraph({ children: regels(docx, tekst, { size: 19, bold: kop }), spacing: { after: 0 } }),
            ],
          }),
      ),
    })
  return new Table({
    columnWidths: breed,
    width: { size: BREEDTE, type: docx.WidthType.DXA },
    rows: [rij(koppen, true), ...rijen.map((cellen) => rij(cellen, false))],
  })
}
