import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

// OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, two passes, one lane; about 40 ms here.
const NU = { memory: 19_456, passes: 2, parallelism: 1 }
const TAG = 32

type Maat = typeof NU

const argon2id = promisify(argon2)

function reken(geheim: string, nonce: Uint8Array, maat: Maat): Promise<Buffer> {
  // exactly as it was typed, but for the form in which the keyboard sends an accent (RFC 8265)
  return argon2id('argon2id', { ...maat, message: Buffer.from(geheim.normalize('NFC')), nonce, tagLength: TAG })
}

/** `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, with a salt of its own. */
export async function hashWachtwoord(wachtwoord: string): Promise<string> {
  const zout = randomBytes(16)
  const hash = await reken(wachtwoord, zout, NU)
  return `$argon2id$v=19$m=${NU.memory},t=${NU.passes},p=${NU.parallelism}$${b64(zout)}$${b64(hash)}`
}

/** Whether this is the password. Without a hash it takes as long and is never right. */
export async function controleerWachtwoord(wachtwoord: string, bewaard: string | undefined): Promise<boolean> {
  const delen = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(bewaard ?? '')
  if (!delen) {
    await reken(wachtwoord, Buffer.alloc(16), NU)
    return false
  }
  const [memory, passes, parallelism] = delen.slice(1, 4).map(Number) as [number, number, number]
  const hash = Buffer.from(delen[5]!, 'base64')
  return timingSafeEqual(
    await reken(wachtwoord, Buffer.from(delen[4]!, 'base64'), { memory, passes, parallelism }),
    hash,
  )
}

/** Whether a hash was made with other settings than those of today. */
export function isVerouderd(bewaard: string): boolean {
  return !bewaard.startsWith(`$argon2id$v=19$m=${NU.memory},t=${NU.passes},p=${NU.parallelism}$`)
}

/** The same function with a given salt, for short codes that share one salt. */
export function hashCode(code: string, zout: Uint8Array): Promise<Buffer> {
  return reken(code, zout, NU)
}

function b64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '')
}
