// Writes the files of the demonstration region for the Jeugdwet to db/voorbeeldregio-jeugd: the same bytes in every run.
// Usage: npm run jeugdregio
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { maakZip } from '../bench/generator/maak-zips.ts'
import { maakJeugdregio } from './jeugdregio/maak.ts'

const doel = join(import.meta.dirname, '..', 'db', 'voorbeeldregio-jeugd')
mkdirSync(join(doel, 'berichten'), { recursive: true })
const { aanbieders, overeenkomsten, berichten } = maakJeugdregio()
writeFileSync(join(doel, 'aanbieders.csv'), aanbieders)
writeFileSync(join(doel, 'overeenkomsten.csv'), overeenkomsten)
for (const [zip, bestanden] of berichten) {
  const soort = zip.slice(0, 5)
  const inhoud = bestanden.map((bestand) => ({ ...bestand, soort }))
  await pipeline(maakZip(inhoud), createWriteStream(join(doel, 'berichten', zip)))
  console.log(`${zip}: ${String(bestanden.length)} berichten`)
}
