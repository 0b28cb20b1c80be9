import { spool } from './spool.ts'
import type { Scanuitslag, Virusscanner } from './virusscanner.ts'

/** Why a file was not let in; `virus` is what the scanner calls it. */
export type Scanfout = { code: 'virus' | 'te-groot-voor-scan' | 'niet-gescand'; melding: string; virus?: string }

// clamd reads no file beyond this (its sizes are 32-bit numbers)
const HOOGSTENS = 2 ** 31 - 1

/**
 * Lets `werk` read a file only once the scanner found all of it clean; gives the refusal, else null. Put aside first and then
 * scanned, so that who sends slowly keeps no place in the scanner. Without a scanner the file is read as it comes.
 */
export async function scanEerst(
  scanner: Virusscanner | undefined,
  inhoud: AsyncIterable<Uint8Array>,
  werk: (inhoud: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<(Scanfout & { omvang: number }) | null> {
  if (scanner === undefined) {
    await werk(inhoud)
    return null
  }
  await using opzij = await spool(scanner.map, inhoud, HOOGSTENS)
  const fout = scanfout(opzij.teGroot ? { soort: 'te-groot' } : await scanner.scan(opzij.lees()))
  if (fout !== null) return { ...fout, omvang: opzij.omvang }
  await werk(opzij.lees())
  return null
}

/** The same for a file that is in memory already; null when it may be read. */
export async function scanBytes(scanner: Virusscanner | undefined, bytes: Uint8Array): Promise<Scanfout | null> {
  return scanner === undefined || bytes.length === 0 ? null : scanfout(await scanner.scan(ineens(bytes)))
}

async function* ineens(bytes: Uint8Array) {
  yield await Promise.resolve(bytes)
}

function scanfout(uitslag: Scanuitslag): Scanfout | null {
  switch (uitslag.soort) {
    case 'schoon':
      return null
    case 'besmet':
      // clamd calls what goes beyond its limits so (AlertExceedsMax)
      return uitslag.virus.startsWith('Heuristics.Limits.Exceeded') ? TE_GROOT : gevonden(uitslag.virus)
    case 'te-groot':
      return TE_GROOT
    case 'mislukt':
      return NIET_GESCAND
  }
}

const TE_GROOT = {
  code: 'te-groot-voor-scan',
  melding:
    'Dit bestand is te groot voor de virusscanner, of er zitten te veel bestanden in. Het is niet gelezen. Verdeel het over meer bestanden, of vraag uw beheerder de grenzen van de scanner te verruimen.',
} as const
const NIET_GESCAND = {
  code: 'niet-gescand',
  melding:
    'De virusscanner gaf geen uitslag. Het bestand is daarom niet gelezen. Stuur het over een paar minuten opnieuw. Lukt het dan niet, verdeel een groot bestand of waarschuw uw beheerder.',
} as const

function gevonden(virus: string): Scanfout {
  const melding = `De virusscanner vond iets in dit bestand (${virus}). Het is niet gelezen en niet bewaard. Stuur het niet door, en waarschuw uw beheerder en de afzender.`
  return { code: 'virus', melding, virus }
}
