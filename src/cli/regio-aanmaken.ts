import { readFileSync } from 'node:fs'
import { makeContext, OPDRACHTREGEL, type Diensten } from '../diensten.ts'
import { maakRegio } from '../domain/plan/inrichting/maak-regio.ts'
import { Stop } from '../platform/errors.ts'

/** Makes a region from a JSON file. An existing name or a wrong file: Stop. */
export async function regioAanmaken(diensten: Diensten, bestand: string | undefined): Promise<number> {
  if (!bestand) throw new Stop('Zeg welk bestand de regio beschrijft: --bestand regio.json')
  const regio = await maakRegio(makeContext(diensten, '', OPDRACHTREGEL), leesJson(bestand))
  console.log(`Regio ${regio.naam} is aangemaakt.`)
  return 0
}

function leesJson(bestand: string): unknown {
  let tekst: string
  try {
    tekst = readFileSync(bestand, 'utf8')
  } catch {
    throw new Stop(`Het bestand ${bestand} is niet te lezen.`)
  }
  try {
    return JSON.parse(tekst)
  } catch {
    throw new Stop(`Het bestand ${bestand} is geen geldige JSON.`)
  }
}
