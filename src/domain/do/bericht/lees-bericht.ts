import type { Bericht, Berichtsoort, Kop } from './bericht.ts'
import type { Berichtfout } from './fout.ts'
import { bouwBericht, kopVan } from './lezer/bouw.ts'
import { ontleedSnel } from './lezer/ontleed-snel.ts'
import { ontleed } from './lezer/ontleed.ts'
import { maakRegelteller } from './lezer/regelteller.ts'
import type { Opties, Verzameling } from './lezer/verzameling.ts'
import { onmogelijkeDatum, toetsBericht } from './regels.ts'
import { controleerVooraf } from './voorcontrole.ts'

/** What was read of the header before the error. */
export type Bekend = Partial<Kop & { soort: Berichtsoort }>

export type Leesuitkomst<P> =
  | {
      goed: true
      /** Of a 323 only the good lines. */
      bericht: Bericht<P>
      /** Lines of a 323 that are refused, by plaats.volgnummer. */
      prestatiefouten: Berichtfout[]
      /** The same for the same content, whatever prefixes, layout, line ends, comments or leading zeros. */
      inhoudHmac: Buffer
    }
  | { goed: false; fout: Berichtfout; kop: Bekend; inhoudHmac: Buffer | null }

/**
 * Reads one file as an iWmo or iJw 3.2 message: checks before the XML, schema, extraction, pseudonyms and the rules within one
 * message. Never throws on bad input; neither result nor sentence holds anything that names a client.
 */
export function leesBericht<P>(bytes: Uint8Array, opties: Opties<P>): Leesuitkomst<P> {
  const vooraf = controleerVooraf(bytes)
  if ('fout' in vooraf) {
    return { goed: false, fout: vooraf.fout, kop: {}, inhoudHmac: null }
  }
  const { tekst } = vooraf
  const snel = ontleedSnel(tekst, opties)
  if (snel !== null) {
    return beoordeel(snel, maakRegelteller(tekst))
  }
  const { fout, verzameling } = ontleed(tekst, opties)
  if (verzameling === null || fout !== null) {
    return geweigerd(verzameling, fout!, null)
  }
  return beoordeel(verzameling, (regel) => regel)
}

/** Applies the rules to a message that is valid by its schema. */
function beoordeel<P>(verzameling: Verzameling<P>, regel: (plek: number) => number): Leesuitkomst<P> {
  const inhoudHmac = verzameling.inhoudHmac()
  const { itemPlekken } = verzameling
  const bericht = bouwBericht(verzameling)
  const toets = toetsBericht(bericht)
  const fout = onmogelijkeDatum(verzameling) ?? toets.fout
  if (fout !== null) {
    return geweigerd(verzameling, metRegel(fout, itemPlekken, regel), inhoudHmac)
  }
  const prestatiefouten = toets.prestatiefouten.map((prestatiefout) => metRegel(prestatiefout, itemPlekken, regel))
  return { goed: true, bericht: zonder(bericht, prestatiefouten), prestatiefouten, inhoudHmac }
}

function geweigerd<P>(
  verzameling: Verzameling<P> | null,
  fout: Berichtfout,
  inhoudHmac: Buffer | null,
): Leesuitkomst<P> {
  if (verzameling === null) {
    return { goed: false, fout, kop: {}, inhoudHmac }
  }
  const { soort, wet, velden } = verzameling
  return { goed: false, fout, kop: { soort, wet, ...kopVan(soort, velden) }, inhoudHmac }
}

/** Adds the line of the file at which the product or prestatie starts. */
function metRegel(fout: Berichtfout, itemPlekken: readonly number[], regel: (plek: number) => number): Berichtfout {
  const plek = fout.plaats?.volgnummer === undefined ? undefined : itemPlekken[fout.plaats.volgnummer - 1]
  return plek === undefined ? fout : { ...fout, plaats: { ...fout.plaats, regel: regel(plek) } }
}

/** After this no client is null: those lines, or the whole message, failed the elfproef. */
function zonder<P>(bericht: Bericht<P | null>, prestatiefouten: readonly Berichtfout[]): Bericht<P> {
  if (bericht.soort !== '323' || prestatiefouten.length === 0) {
    return bericht as Bericht<P>
  }
  const geweigerd = new Set(prestatiefouten.map(({ plaats }) => plaats?.volgnummer))
  const prestaties = bericht.prestaties.filter(({ volgnummer }) => !geweigerd.has(volgnummer))
  return { ...bericht, prestaties } as Bericht<P>
}
