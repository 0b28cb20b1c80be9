/** The forms a document can have: what the browser is told, and what people call it. */
export const vormen = {
  pdf: { type: 'application/pdf', naam: 'PDF' },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', naam: 'Word' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', naam: 'Excel' },
  odt: { type: 'application/vnd.oasis.opendocument.text', naam: 'OpenDocument-tekst' },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', naam: 'OpenDocument-rekenblad' },
  png: { type: 'image/png', naam: 'afbeelding (PNG)' },
  jpg: { type: 'image/jpeg', naam: 'afbeelding (JPEG)' },
} as const

export type Vorm = keyof typeof vormen

/** What a file is, told by its content and not by its name; undefined when it is none of the forms of a dossier. */
export function vormVan(bytes: Uint8Array): Vorm | undefined {
  const inhoud = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (inhoud.toString('latin1', 0, 5) === '%PDF-') return 'pdf'
  if (begint(inhoud, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (begint(inhoud, [0xff, 0xd8, 0xff])) return 'jpg'
  return inhoud.length >= 30 && begint(inhoud, [0x50, 0x4b, 0x03, 0x04]) ? vormVanZip(inhoud) : undefined
}

const begint = (inhoud: Buffer, met: readonly number[]) => met.every((byte, i) => inhoud[i] === byte)

// OpenDocument names itself in its first entry; Office by the parts it must have, in the list at the end. Macros are refused: their part
// has a name of its own.
function vormVanZip(inhoud: Buffer): Vorm | undefined {
  const lengteNaam = inhoud.readUInt16LE(26)
  const lengteExtra = inhoud.readUInt16LE(28)
  if (inhoud.toString('latin1', 30, 30 + lengteNaam) === 'mimetype') {
    const begin = 30 + lengteNaam + lengteExtra
    const soort = inhoud.toString('latin1', begin, begin + inhoud.readUInt32LE(18))
    return soort === vormen.odt.type ? 'odt' : soort === vormen.ods.type ? 'ods' : undefined
  }
  const namen = inhoudsopgave(inhoud)
  if (!namen.includes('[Content_Types].xml') || namen.some((naam) => /vbaproject/i.test(naam))) return undefined
  return namen.includes('word/document.xml') ? 'docx' : namen.includes('xl/workbook.xml') ? 'xlsx' : undefined
}

/** The names in the central directory of a zip; none when it is broken. */
function inhoudsopgave(inhoud: Buffer): string[] {
  const einde = inhoud.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (einde < 0 || einde + 22 > inhoud.length) return []
  const namen: string[] = []
  let plaats = inhoud.readUInt32LE(einde + 16)
  for (let i = inhoud.readUInt16LE(einde + 10); i > 0; i--) {
    if (plaats + 46 > einde || inhoud.readUInt32LE(plaats) !== 0x02014b50) return []
    const [naam, extra, noot] = [28, 30, 32].map((waar) => inhoud.readUInt16LE(plaats + waar)) as [
      number,
      number,
      number,
    ]
    namen.push(inhoud.toString('utf8', plaats + 46, plaats + 46 + naam))
    plaats += 46 + naam + extra + noot
  }
  return namen
}
