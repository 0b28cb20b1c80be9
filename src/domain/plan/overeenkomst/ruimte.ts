import { z } from 'zod'
import { procent } from '../../begrippen/percentage.ts'

/** Part "bestedingsruimte" of the regelset: from which percentage of the ceiling people must look (AMB-45). */
export const Bestedingsdrempels = z
  .object({
    oranjeVanafProcent: z.int().min(1).max(100),
    roodVanafProcent: z.int().min(1).max(100),
    roodBovenPrognoseProcent: z.int().min(1).max(200),
  })
  .refine(({ oranjeVanafProcent, roodVanafProcent }) => oranjeVanafProcent < roodVanafProcent, {
    path: ['roodVanafProcent'],
    message: 'Rood moet later beginnen dan oranje',
  })

export type Bestedingsdrempels = z.infer<typeof Bestedingsdrempels>

/** What is left in cents (FRM-10): ceiling − realised − assigned but not yet claimed. Below zero when overspent. */
export function ruimteCent(bedragen: { plafondCent: number; gerealiseerdCent: number; verplichtCent: number }): number {
  return bedragen.plafondCent - bedragen.gerealiseerdCent - bedragen.verplichtCent
}

/** Realised as percentage of the ceiling, one decimal cut off ("31.3"); null without a ceiling. */
export function uitputting(gerealiseerdCent: number, plafondCent: number | null): string | null {
  return plafondCent === null || plafondCent === 0 ? null : procent(gerealiseerdCent, plafondCent, 1)
}

/** Realised in cents carried through to the whole period, in whole cents cut off; null before the first day has passed. */
export function prognoseCent(gerealiseerdCent: number, verstrekenDagen: number, dagenInPeriode: number): number | null {
  return verstrekenDagen === 0
    ? null
    : Number((BigInt(gerealiseerdCent) * BigInt(dagenInPeriode)) / BigInt(verstrekenDagen))
}

export type Bestedingsstand = 'groen' | 'oranje' | 'rood'

type Besteding = {
  gerealiseerdCent: number
  plafondCent: number | null
  verstrekenDagen: number
  dagenInPeriode: number
}

/** How far the money has gone, by exact comparison with the thresholds; null without a ceiling. */
export function bestedingsstand(besteding: Besteding, drempels: Bestedingsdrempels): Bestedingsstand | null {
  const { gerealiseerdCent, plafondCent, verstrekenDagen, dagenInPeriode } = besteding
  if (plafondCent === null || plafondCent === 0) {
    return null
  }
  const honderdsten = 100n * BigInt(gerealiseerdCent)
  const bereikt = (procentVanPlafond: number) => honderdsten >= BigInt(procentVanPlafond) * BigInt(plafondCent)
  const prognoseErboven =
    honderdsten * BigInt(dagenInPeriode) >
    BigInt(drempels.roodBovenPrognoseProcent) * BigInt(plafondCent) * BigInt(verstrekenDagen)

  if (bereikt(drempels.roodVanafProcent) || (verstrekenDagen > 0 && prognoseErboven)) {
    return 'rood'
  }
  return bereikt(drempels.oranjeVanafProcent) ? 'oranje' : 'groen'
}
