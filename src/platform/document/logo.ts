import { inflateSync } from 'node:zlib'
import type { Logo } from './document.ts'
import { leesVormen } from './svg-vormen.ts'

const HOOGSTENS = { bytes: 300_000, punten: 3000 }

/** A picture for the letterhead, told by its content and not by its name; a sentence when it cannot be one. */
export function leesLogo(bytes: Uint8Array): Logo | { fout: string } {
  if (bytes.length > HOOGSTENS.bytes) return { fout: 'Het logo is te groot. Neem een bestand van ten hoogste 300 kB.' }
  return isPng(bytes) ? leesPng(bytes) : leesSvg(bytes)
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const isPng = (bytes: Uint8Array) => PNG.every((byte, i) => bytes[i] === byte)

const KAPOT = {
  fout: 'Dit PNG-bestand is niet te lezen. Sla het opnieuw op, zonder interliniëring, en probeer het nog eens.',
}

// What is in it is unpacked here with a limit: a small file can hold gigabytes.
function leesPng(bytes: Uint8Array): Logo | { fout: string } {
  const inhoud = Buffer.from(bytes)
  const [breedte, hoogte, diepte, kleur, verweven] =
    inhoud.length > 33 && inhoud.toString('latin1', 12, 16) === 'IHDR'
      ? [inhoud.readUInt32BE(16), inhoud.readUInt32BE(20), inhoud[24]!, inhoud[25]!, inhoud[28]!]
      : [0, 0, 0, 0, 1]
  const kanalen = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[kleur]
  if (breedte === 0 || hoogte === 0 || kanalen === undefined || verweven !== 0 || ![1, 2, 4, 8].includes(diepte))
    return KAPOT
  if (breedte > HOOGSTENS.punten || hoogte > HOOGSTENS.punten) {
    return { fout: 'Het logo heeft te veel beeldpunten. Verklein het tot ten hoogste 3000 bij 3000.' }
  }
  const verwacht = hoogte * (1 + Math.ceil((breedte * kanalen * diepte) / 8))
  try {
    const beeld = inflateSync(Buffer.concat(stukken(inhoud)), { maxOutputLength: verwacht })
    return beeld.length === verwacht ? { vorm: 'png', bytes, breedte, hoogte } : KAPOT
  } catch {
    return KAPOT
  }
}

/** The data of every IDAT chunk. Throws when a chunk goes past the end. */
function stukken(inhoud: Buffer): Buffer[] {
  const delen: Buffer[] = []
  for (let plaats = 8; plaats < inhoud.length;) {
    const lengte = inhoud.readUInt32BE(plaats)
    if (plaats + 12 + lengte > inhoud.length) throw new RangeError('chunk past the end')
    if (inhoud.toString('latin1', plaats + 4, plaats + 8) === 'IDAT')
      delen.push(inhoud.subarray(plaats + 8, plaats + 8 + lengte))
    plaats += 12 + lengte
  }
  return delen
}

function leesSvg(bytes: Uint8Array): Logo | { fout: string } {
  let tekst: string
  try {
    tekst = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { fout: 'Dit bestand is geen PNG en geen SVG. Kies een logo in een van die vormen.' }
  }
  if (/<!doctype|<!entity/i.test(tekst))
    return { fout: 'Dit SVG-bestand verwijst naar buiten. Sla het op als gewone SVG.' }
  const gelezen = leesVormen(tekst)
  if ('fout' in gelezen) return gelezen
  return { vorm: 'svg', bytes, ...gelezen }
}
