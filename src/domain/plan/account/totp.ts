import { Secret, TOTP } from 'otpauth'

const STAP = 30
// A clock that is half a minute off, or somebody who types slowly.
const SPELING = 1

// RFC 6238 with what every app knows: SHA-1, six digits, thirty seconds.
function maakTotp(geheim: Uint8Array, naam = '', uitgever = 'Overlap') {
  // a copy: a Buffer may be a part of a larger piece of memory
  return new TOTP({ secret: new Secret({ buffer: new Uint8Array(geheim).buffer }), label: naam, issuer: uitgever })
}

/** A new secret: 160 random bits (RFC 4226 §4). */
export function maakGeheim(): Uint8Array {
  return new Uint8Array(crypto.getRandomValues(new Uint8Array(20)))
}

/** The time step of this code when it is right now and was not used before, else undefined. `laatste`: the last step that was used. */
export function stapVan(geheim: Uint8Array, code: string, now: Temporal.Instant, laatste: number): number | undefined {
  const cijfers = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(cijfers)) return undefined
  const timestamp = now.epochMilliseconds
  const verschil = maakTotp(geheim).validate({ token: cijfers, timestamp, window: SPELING })
  if (verschil === null) return undefined
  const stap = Math.floor(timestamp / 1000 / STAP) + verschil
  return stap > laatste ? stap : undefined
}

/** What an app reads from the QR code: `otpauth://…`, with the region as issuer. */
export function totpAdres(geheim: Uint8Array, email: string, regio: string): string {
  return maakTotp(geheim, email, `Overlap ${regio}`).toString()
}

/** The secret for who types it: groups of four. */
export function geheimAlsTekst(geheim: Uint8Array): string {
  return new Secret({ buffer: new Uint8Array(geheim).buffer }).base32.replace(/(.{4})(?=.)/g, '$1 ')
}
