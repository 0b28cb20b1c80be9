const VERBORGEN = '[bsn]'

/** A BSN that cannot be printed: in a log, template, JSON or inspection it reads [bsn]. Only `onthulBsn` gives the digits. */
export class Bsn {
  readonly #cijfers: string

  constructor(cijfers: string) {
    this.#cijfers = cijfers
  }

  static onthul(bsn: Bsn): string {
    return bsn.#cijfers
  }

  toString(): string {
    return VERBORGEN
  }

  toJSON(): string {
    return VERBORGEN
  }

  [Symbol.toPrimitive](): string {
    return VERBORGEN
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return VERBORGEN
  }
}

/** Nine digits that pass the elfproef, else null. The refused text is not repeated in any message. */
export function parseBsn(tekst: string): Bsn | null {
  return haaltElfproef(tekst) ? new Bsn(tekst) : null
}

/** The nine digits, for the HMAC that makes the pseudonym and nothing else. */
export function onthulBsn(bsn: Bsn): string {
  return Bsn.onthul(bsn)
}

/** Whether a text has a number of nine digits in it that passes the elfproef. */
export function bevatBsn(tekst: string): boolean {
  return (tekst.match(/(?<![0-9])[0-9]{9}(?![0-9])/g) ?? []).some(haaltElfproef)
}

/** Nine digits, not all zero, with 9·d1 + 8·d2 + … + 2·d8 − d9 divisible by 11. */
export function haaltElfproef(tekst: string): boolean {
  if (!/^[0-9]{9}$/.test(tekst) || tekst === '000000000') {
    return false
  }
  let som = -Number(tekst[8])
  for (let plaats = 0; plaats < 8; plaats++) {
    som += (9 - plaats) * Number(tekst[plaats])
  }
  return som % 11 === 0
}
