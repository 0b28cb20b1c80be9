import { createReadStream, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { leesZip } from '../../src/domain/do/bericht/zip.ts'

/** One message of the demonstration region; `soort` is WMO301, WMO305, … */
export type Voorbeeld = { naam: string; soort: string; zip: string; tekst: string }

export const BERICHTEN = join(import.meta.dirname, '../../db/voorbeeldregio/berichten')

/** All messages of the demonstration region, in the order of its zips. */
export async function leesVoorbeelden(map = BERICHTEN): Promise<Voorbeeld[]> {
  const alle: Voorbeeld[] = []
  for (const zip of readdirSync(map).sort()) {
    for await (const deel of leesZip(createReadStream(join(map, zip)))) {
      if ('bytes' in deel) {
        alle.push({ naam: deel.naam, soort: zip.slice(0, 6), zip, tekst: deel.bytes.toString('utf8') })
      }
    }
  }
  return alle
}
