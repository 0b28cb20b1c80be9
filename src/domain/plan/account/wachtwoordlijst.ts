import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const BESTAND = join(import.meta.dirname, '../../../../db/wachtwoorden/veelgebruikt.bin')

let gelezen: Buffer | undefined

/** Whether many people use this password or it is known from a breach (db/wachtwoorden). Looks in a file that comes with the program. */
export function isVeelgebruikt(wachtwoord: string): boolean {
  gelezen ??= readFileSync(BESTAND)
  const gezocht = kortGetal(wachtwoord.toLowerCase())
  let onder = 0
  let boven = gelezen.length / 4
  while (onder < boven) {
    const midden = (onder + boven) >>> 1
    if (gelezen.readUInt32BE(midden * 4) < gezocht) onder = midden + 1
    else boven = midden
  }
  return onder < gelezen.length / 4 && gelezen.readUInt32BE(onder * 4) === gezocht
}

/** The first four bytes of the SHA-256: enough to know a password again, too little to find it. */
export function kortGetal(wachtwoord: string): number {
  return createHash('sha256').update(wachtwoord).digest().readUInt32BE(0)
}
