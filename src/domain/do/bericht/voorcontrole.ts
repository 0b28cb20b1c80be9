import { isUtf8 } from 'node:buffer'
import type { Berichtfout, Redenklasse } from './fout.ts'

/** OP192: a message is at most 25 MB. */
export const MAX_BERICHT = 25 * 1024 * 1024

export type Voorcontrole = { tekst: string } | { fout: Berichtfout }

const SJABLONEN: readonly (readonly [string, string])[] = [
  ['%PDF', 'een PDF'],
  ['PK\u0003\u0004', 'een zipbestand'],
  ['PK\u0005\u0006', 'een zipbestand'],
  ['MZ', 'een programma'],
  ['\u007fELF', 'een programma'],
  ['\u00d0\u00cf\u0011\u00e0', 'een Office-bestand'],
  ['\u001f\u008b', 'een ingepakt bestand'],
  ['Rar!', 'een ingepakt bestand'],
  ['7z\u00bc\u00af', 'een ingepakt bestand'],
]

/** Judges what must be known before the XML is read: size, kind of file, encoding and DOCTYPE. One UTF-8 BOM is dropped. */
export function controleerVooraf(bytes: Uint8Array): Voorcontrole {
  if (bytes.length === 0) {
    return LEEG
  }
  if (bytes.length > MAX_BERICHT) {
    return fout('te-groot', 'Het bestand is groter dan 25 MB. Vraag de afzender het bericht te splitsen.')
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const begin = buffer.toString('latin1', 0, 4)
  const sjabloon = SJABLONEN.find(([teken]) => begin.startsWith(teken))
  if (sjabloon !== undefined) {
    return fout('bestandstype', `Dit bestand is ${sjabloon[1]}, geen XML-bericht. Stuur het bericht zelf.`)
  }
  if (isUtf16(begin) || !isUtf8(buffer)) {
    return GEEN_UTF8
  }
  const tekst = buffer.toString('utf8', begin.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0)
  if (tekst.trim() === '') {
    return LEEG
  }
  const codering = VERKLARING.exec(tekst)?.[1]
  if (codering !== undefined && !/^utf-?8$/i.test(codering)) {
    return GEEN_UTF8
  }
  return heeftDoctype(tekst) ? DOCTYPE : { tekst }
}

function fout(code: Redenklasse, melding: string): { fout: Berichtfout } {
  return { fout: { code, melding } }
}

const LEEG = fout('leeg-bestand', 'Het bestand is leeg. Vraag de afzender het bericht opnieuw te sturen.')
const GEEN_UTF8 = fout(
  'geen-utf8',
  'Het bestand is niet in UTF-8 opgeslagen. Vraag de afzender het bericht in UTF-8 opnieuw te sturen.',
)
const DOCTYPE = fout(
  'doctype-verboden',
  'Het bestand bevat een DOCTYPE of eigen entiteiten. Dat mag niet in een bericht; vraag de afzender het bericht opnieuw te maken.',
)

const VERKLARING = /^<\?xml[ \t\r\n][^>]{0,200}?encoding[ \t\r\n]*=[ \t\r\n]*["']([^"'>]*)["']/

/** A byte order mark of UTF-16 or UTF-32, or a first character written in two bytes. */
function isUtf16(begin: string): boolean {
  return begin.startsWith('\u00ff\u00fe') || begin.startsWith('\u00fe\u00ff') || begin.slice(0, 2).includes('\u0000')
}

/** Looks before the first element; further on a DOCTYPE is not well-formed anyway. */
function heeftDoctype(tekst: string): boolean {
  let plek = 0
  for (;;) {
    plek = tekst.indexOf('<', plek)
    if (plek === -1) {
      return false
    }
    if (tekst.startsWith('<!--', plek)) {
      plek = tekst.indexOf('-->', plek + 4)
    } else if (tekst.startsWith('<?', plek)) {
      plek = tekst.indexOf('?>', plek + 2)
    } else {
      return tekst.startsWith('<!', plek)
    }
    if (plek === -1) {
      return false
    }
  }
}
