import type { Grootteklasse, Tafelregels } from './regels.ts'

/** What says how large an aanbieder is; null is not known, which is not 0. Money in cents. */
export type Indicatoren = { clienten: number | null; medewerkers: number | null; omzetCent: number | null }

export type Indicator = keyof Indicatoren
export const indicatoren = ['clienten', 'medewerkers', 'omzetCent'] as const satisfies Indicator[]

/** `punten`: 1, 2 or 3 per indicator that is known. */
export type Klassebepaling = { klasse: Grootteklasse; zzp: boolean; punten: Record<Indicator, number | null> }

const klasseVan = ['klein', 'middelgroot', 'groot'] as const

/**
 * FRM-18, TAF-10: points per indicator; the class is their median, rounded down when one is missing. Without employees it is a zzp'er
 * and klein, whatever the rest. Null when nothing is known.
 */
export function bepaalGrootteklasse(waarden: Indicatoren, drempels: Tafelregels['drempels']): Klassebepaling | null {
  const punt = (naam: Indicator) => {
    const waarde = waarden[naam]
    if (waarde === null) return null
    return waarde >= drempels[naam].drie ? 3 : waarde >= drempels[naam].twee ? 2 : 1
  }
  const punten = { clienten: punt('clienten'), medewerkers: punt('medewerkers'), omzetCent: punt('omzetCent') }
  if (waarden.medewerkers === 0) return { klasse: 'klein', zzp: true, punten }
  const bekend = indicatoren.flatMap((naam) => punten[naam] ?? []).toSorted((a, b) => a - b)
  if (bekend.length === 0) return null
  const midden = Math.floor((bekend[(bekend.length - 1) >> 1]! + bekend[bekend.length >> 1]!) / 2)
  return { klasse: klasseVan[midden - 1]!, zzp: false, punten }
}
