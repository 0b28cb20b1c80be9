import { berekenTermijn, type Termijn } from '../../begrippen/termijn.ts'
import type { Kalender } from '../../begrippen/werkdagen.ts'

type Certificaat = { naam: string; geldigVan: Temporal.PlainDate; geldigTot: Temporal.PlainDate }

export type Certificaatstand = 'geldig' | 'verloopt' | 'verlopen' | 'vervangen' | 'nog niet geldig'

/** How long before its last day somebody must look at a certificate; null when the regelset says nothing. */
export type Certificaatregels = { waarschuwing: Termijn | null; kalender: Kalender }

const na = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) > 0

/** Where a certificate stands on a day, among all those of the aanbieder (CTR-13). Its last day still counts. */
export function certificaatstand(
  certificaat: Certificaat,
  alle: readonly Certificaat[],
  vandaag: Temporal.PlainDate,
  regels: Certificaatregels,
): Certificaatstand {
  if (alle.some((ander) => vervangt(ander, certificaat, vandaag))) {
    return 'vervangen'
  }
  if (na(vandaag, certificaat.geldigTot)) {
    return 'verlopen'
  }
  if (na(certificaat.geldigVan, vandaag)) {
    return 'nog niet geldig'
  }
  return na(waarschuwVanaf(certificaat, regels), vandaag) ? 'geldig' : 'verloopt'
}

/** What the finding about an expired certificate is called. */
export function titelVerlopen(naam: string): string {
  return `Certificaat ${naam} is verlopen`
}

/** From which day somebody is warned. */
export function waarschuwVanaf(
  { geldigTot }: Pick<Certificaat, 'geldigTot'>,
  { waarschuwing, kalender }: Certificaatregels,
): Temporal.PlainDate {
  return waarschuwing ? berekenTermijn(waarschuwing, geldigTot, kalender).einddatum : geldigTot.add({ days: 1 })
}

/** A certificate of the same name that runs on longer, and has begun or follows without a gap. */
function vervangt(ander: Certificaat, certificaat: Certificaat, vandaag: Temporal.PlainDate): boolean {
  return (
    ander.naam.toLowerCase() === certificaat.naam.toLowerCase() &&
    na(ander.geldigTot, certificaat.geldigTot) &&
    (!na(ander.geldigVan, vandaag) || !na(ander.geldigVan, certificaat.geldigTot.add({ days: 1 })))
  )
}
