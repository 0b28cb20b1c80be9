import type { Hmac } from 'node:crypto'
import type { Sleutel } from '../../../../platform/sleutels.ts'
import { haaltElfproef } from '../../../begrippen/bsn.ts'

// A BSN has eight or nine digits, so it never starts with 00: senders who count with leading zeros are left alone.
const NEGEN = /(?<![0-9])(?!00)[0-9]{9}(?![0-9])/g
// No letters that are taken for another, as in the label of a client (clienten.ts).
const TEKENS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Whether a number that a sender made up holds a BSN. `bsn` is that of the client whose line it is: then it is known for sure.
 * Null for the number of a message: a return message repeats it without naming a client, so the number alone must decide, and
 * nine digits that pass the elfproef count as a BSN.
 */
export function houdtBsn(kenmerk: string, bsn: string | null): boolean {
  if (kenmerk.length < 9) {
    return false
  }
  return bsn === null ? (kenmerk.match(NEGEN) ?? []).some(haaltElfproef) : bsn !== '' && kenmerk.includes(bsn)
}

/** What is kept instead: the same for the same number in one region and wet, so that answers still find what they answer. */
export function verhuld(kenmerk: string, hmac: Hmac): string {
  return alsTekst(hmac.update(`kenmerk ${kenmerk}`).digest())
}

/** Longer than any number a sender can write, so it is never taken for one. */
export function isVerhuld(tekst: string): boolean {
  return /^verborgen-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/.test(tekst)
}

/** A hidden number under the key of `van`, taken on key by key to that of `tot`. */
export function verhuldVerder(tekst: string, sleutel: Sleutel, van: number, tot: number): string {
  let uit = tekst
  for (let versie = van; versie < tot; versie++) {
    uit = alsTekst(sleutel.verder(Buffer.from(`kenmerk ${uit}`), versie, versie + 1))
  }
  return uit
}

function alsTekst(bytes: Buffer): string {
  const tekens = Array.from(bytes.subarray(0, 10), (byte) => TEKENS[byte % 32]!).join('')
  return `verborgen-${tekens.slice(0, 5)}-${tekens.slice(5)}`
}
