import { haaltElfproef } from './bsn.ts'

// Nine digits in a row can be a BSN, also inside a longer run; people also write 1234.56.789 and 123-456-789.
const REEKS = /\p{Nd}{9,}/gu
const GEGROEPEERD = /(?<!\p{Nd})(?:\d{4}[ ._-]\d{2}[ ._-]\d{3}|\d{3}[ ._-]\d{3}[ ._-]\d{3})(?!\p{Nd})/gu

const sterren = (tekst: string) => '*'.repeat(Array.from(tekst).length)

/** The name of a file as it may be kept: nothing in it that can be a BSN. Length and extension stay. */
export function maskeerBestandsnaam(naam: string): string {
  return naam
    .replace(REEKS, sterren)
    .replace(GEGROEPEERD, (tekst) => (haaltElfproef(tekst.replace(/\D/g, '')) ? sterren(tekst) : tekst))
}
