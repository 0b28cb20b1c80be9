// Writes db/wachtwoorden/veelgebruikt.bin: what is refused as a password because many people use it or because it was breached.
// Usage: node --import tsx scripts/wachtwoordlijst.ts <list>…, texts with one password a line, .gz or not (db/wachtwoorden/LEESMIJ.md).
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { kortGetal } from '../src/domain/plan/account/wachtwoordlijst.ts'
import { lengteVan, MINIMUM } from '../src/domain/plan/account/wachtwoordregels.ts'

const doel = join(import.meta.dirname, '..', 'db', 'wachtwoorden', 'veelgebruikt.bin')

const wachtwoorden = new Set<string>()
for (const bestand of process.argv.slice(2)) {
  const inhoud = readFileSync(bestand)
  const tekst = (bestand.endsWith('.gz') ? gunzipSync(inhoud) : inhoud).toString('utf8')
  for (const regel of tekst.split('\n')) {
    const wachtwoord = regel.trim().toLowerCase()
    // a shorter one is refused for its length
    if (lengteVan(wachtwoord) >= MINIMUM) wachtwoorden.add(wachtwoord)
  }
}
const getallen = Uint32Array.from(new Set([...wachtwoorden].map(kortGetal))).sort()
const bytes = Buffer.alloc(getallen.length * 4)
getallen.forEach((getal, plek) => bytes.writeUInt32BE(getal, plek * 4))
writeFileSync(doel, bytes)
console.log(`${String(wachtwoorden.size)} passwords, ${String(bytes.length)} bytes`)
