/** An exact fraction; `noemer` is above zero. */
export type Breuk = { teller: bigint; noemer: bigint }

/** Reads a decimal text ("8.5", "65") as an exact fraction. Throws RangeError for anything else. */
export function leesDecimaal(tekst: string): Breuk {
  const gevonden = /^(-?\d+)(?:\.(\d+))?$/.exec(tekst)
  if (!gevonden) {
    throw new RangeError(`Geen decimaal getal met een punt: ${tekst}`)
  }
  const decimalen = gevonden[2] ?? ''
  return { teller: BigInt((gevonden[1] ?? '') + decimalen), noemer: 10n ** BigInt(decimalen.length) }
}

/** Is teller/noemer at least `grens`? Compared without rounding, so a border value never depends on a float (AMB-52). */
export function isMinstens(teller: number | bigint, noemer: number | bigint, grens: Breuk): boolean {
  return BigInt(teller) * grens.noemer >= grens.teller * positief(noemer)
}

/**
 * teller/noemer as text with exactly `decimalen` decimals and a point, cut off towards zero: what is shown can never
 * contradict the verdict (AMB-52). Throws RangeError for fractions as input and for a noemer of zero or less.
 */
export function kapAf(teller: number | bigint, noemer: number | bigint, decimalen: number): string {
  const waarde = (BigInt(teller) * 10n ** BigInt(decimalen)) / positief(noemer)
  const cijfers = (waarde < 0n ? -waarde : waarde).toString().padStart(decimalen + 1, '0')
  const teken = waarde < 0n ? '-' : ''
  return decimalen === 0 ? teken + cijfers : `${teken}${cijfers.slice(0, -decimalen)}.${cijfers.slice(-decimalen)}`
}

/** `deel` of `geheel` in percent, cut off: procent(79, 99, 1) is "79.7". */
export function procent(deel: number | bigint, geheel: number | bigint, decimalen: number): string {
  return kapAf(100n * BigInt(deel), geheel, decimalen)
}

function positief(noemer: number | bigint): bigint {
  const geheel = BigInt(noemer)
  if (geheel <= 0n) {
    throw new RangeError('De noemer moet groter zijn dan nul')
  }
  return geheel
}
