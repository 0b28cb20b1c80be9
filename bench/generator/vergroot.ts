import { maakBsnReeks } from './bsn-reeks.ts'
import type { Voorbeeld } from './lees-berichten.ts'

const TEKENS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const STAP = 10_000

/** How often the region can be copied before its identifications run out. */
export const MEESTE_KOPIEEN = TEKENS.length

/**
 * Gives copy `kopie` (0 is the original) of a message as if it came from another, equal region with the same aanbieders: other
 * clients, toewijzingen, identifications and references, the same mix of kinds, sizes, senders' habits and mistakes.
 */
export function maakVergroter(zaad: number): (voorbeeld: Voorbeeld, kopie: number) => Voorbeeld {
  const bsnVan = maakBsnReeks(zaad)
  return (voorbeeld, kopie) => {
    if (kopie === 0) return voorbeeld
    const teken = TEKENS[kopie]
    if (teken === undefined) throw new RangeError(`At most ${MEESTE_KOPIEEN} copies`)
    // One pass; only elements with a value of their own match, whatever prefix the sender uses.
    const tekst = voorbeeld.tekst.replace(WAARDE, (_, open: string, naam: string, waarde: string) => {
      if (naam === 'Bsn') return open + bsnVan(`${kopie} ${waarde}`)
      if (naam === 'ToewijzingNummer') return open + String(Number(waarde) + kopie * STAP).padStart(waarde.length, '0')
      // 11 characters in the region, 12 allowed; in front, so that the order within a copy stays
      return open + teken + waarde
    })
    return { ...voorbeeld, naam: `k${kopie}-${voorbeeld.naam}`, tekst }
  }
}

const WAARDE =
  /(<(?:[\w-]+:)?(Bsn|ToewijzingNummer|Identificatie|ReferentieNummer|VorigReferentieNummer|DeclaratieNummer)(?:\s[^>]*)?>)([^<]+)/g
