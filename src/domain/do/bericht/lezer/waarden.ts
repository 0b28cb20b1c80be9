import type { Waardetype } from '../beschrijving/vorm.ts'
import { leesDatum, leesTijd } from './datums.ts'
import { collapse } from './witruimte.ts'

/** Gives the normalised value (the same for every spelling of the same value), or null when it is not allowed. */
export type Lezer = (tekst: string) => string | null

export function maakLezer(type: Waardetype): Lezer {
  switch (type.soort) {
    case 'tekst':
      return leesTekst(type.min, type.max, type.patroon)
    case 'code':
      return leesCode(type.codes)
    case 'getal':
      return leesGetal(type.min, type.max, type.letterlijk)
    case 'datum':
      return leesDatum
    case 'tijd':
      return leesTijd
  }
}

/** What was expected, for a sentence to a person. */
export function verwachting(type: Waardetype): string {
  switch (type.soort) {
    case 'tekst':
      return type.uitleg
    case 'code':
      return type.codes.length === 1 ? `de vaste waarde ${type.codes[0] ?? ''}` : 'een code uit de codelijst'
    case 'getal':
      return type.letterlijk === null
        ? `een heel getal van ${String(type.min)} tot en met ${String(type.max)}`
        : `de vaste waarde ${type.letterlijk}`
    case 'datum':
      return 'een bestaande datum als jjjj-mm-dd, zonder tijdzone'
    case 'tijd':
      return 'een tijd als uu:mm:ss, zonder tijdzone'
  }
}

function leesTekst(min: number, max: number, patroon: RegExp | null): Lezer {
  return (tekst) => {
    const { length } = tekst
    // Length counts code points; UTF-16 units only set bounds, so almost every text is settled without counting.
    if (length < min || length > 2 * max || (length > max && countCodePoints(tekst) > max)) {
      return null
    }
    return patroon === null || patroon.test(tekst) ? tekst : null
  }
}

function countCodePoints(tekst: string): number {
  let aantal = 0
  for (let i = 0; i < tekst.length; i++) {
    const code = tekst.charCodeAt(i)
    if (code < 0xdc00 || code > 0xdfff) {
      aantal++
    }
  }
  return aantal
}

// The list holds the strings themselves: handing those out keeps no message text alive.
function leesCode(codes: readonly string[]): Lezer {
  const lijst = new Map(codes.map((code) => [code, code]))
  return (tekst) => lijst.get(tekst) ?? null
}

/** xs:integer: spaces around, a sign and leading zeros are allowed and mean nothing. */
function leesGetal(min: number, max: number, letterlijk: string | null): Lezer {
  if (letterlijk !== null) {
    return (tekst) => (collapse(tekst) === letterlijk ? letterlijk : null)
  }
  return (tekst) => {
    const getal = parseGetal(tekst)
    return getal < min || getal > max || Number.isNaN(getal) ? null : String(getal)
  }
}

const GETAL = /^[+-]?[0-9]+$/

function parseGetal(tekst: string): number {
  let waarde = 0
  const { length } = tekst
  if (length === 0 || length > 12) {
    return parseVreemdGetal(tekst)
  }
  for (let i = 0; i < length; i++) {
    const cijfer = tekst.charCodeAt(i) - 48
    if (cijfer < 0 || cijfer > 9) {
      return parseVreemdGetal(tekst)
    }
    waarde = waarde * 10 + cijfer
  }
  return waarde
}

function parseVreemdGetal(tekst: string): number {
  const kaal = collapse(tekst)
  return GETAL.test(kaal) ? Number(kaal) + 0 : Number.NaN
}
