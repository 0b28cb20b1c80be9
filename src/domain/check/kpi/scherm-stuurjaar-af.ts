import type { KpiPunt } from './list-kpi-trend.ts'
import type { Stuurjaar } from './list-stuurindicatoren.ts'

export type Stuurnaam = 'resultaatrealisatie' | 'tevredenheidPerClient' | 'voortijdigeUitval' | 'wachttijd'

/** The stuurindicatoren of a year as somebody may see them who does not work with cases; null: about too few clients. */
export type Globaaljaar = Pick<Stuurjaar, 'jaar' | 'voorlopig' | 'vastgesteld'> &
  Partial<Record<Stuurnaam, string | null>>

type Punt = Pick<KpiPunt, 'kpi' | 'n' | 'teller' | 'afgeschermd'>

const KPI = {
  resultaatrealisatie: 'resultaat-behaald',
  tevredenheidPerClient: 'clienttevredenheid',
  voortijdigeUitval: 'start-zorg',
  wachttijd: 'start-zorg',
} as const satisfies Record<Stuurnaam, Punt['kpi']>

/**
 * What may be told of stuurindicatoren (S44). They are about all subregio's together, so a hidden subregio would follow from them: a
 * value is told only where the KPI beside it hides nothing in any subregio (`punten`, as they are shown) and where none of its own
 * sides is about few clients. Without the counts behind it, cut off to what does not give these back.
 */
export function schermStuurjaarAf(
  { jaar, voorlopig, vastgesteld, ...gemeten }: Stuurjaar,
  punten: readonly Punt[],
  minimum: number,
): Globaaljaar {
  const namen = (Object.keys(KPI) as Stuurnaam[]).filter((naam) => gemeten[naam] !== undefined)
  const toon = (naam: Stuurnaam) => {
    const waarde = gemeten[naam]?.waarde ?? null
    const dicht = verbergtIets(KPI[naam], punten) || zijden(naam, gemeten).some((n) => n > 0 && n < minimum)
    return waarde === null || dicht ? null : kort(naam, waarde)
  }
  return { jaar, voorlopig, vastgesteld, ...Object.fromEntries(namen.map((naam) => [naam, toon(naam)])) }
}

// Nobody started in time: then it is not known of how many clients the waiting days are.
function verbergtIets(kpi: Punt['kpi'], punten: readonly Punt[]): boolean {
  const eigen = punten.filter((punt) => punt.kpi === kpi)
  return eigen.some(({ afgeschermd }) => afgeschermd !== null) || eigen.every(({ teller }) => teller === 0)
}

/** The clients on each side of a percentage; of a mean all of them. */
function zijden(naam: Stuurnaam, gemeten: Omit<Stuurjaar, 'jaar' | 'voorlopig' | 'vastgesteld'>): number[] {
  const { resultaatrealisatie: doelen, voortijdigeUitval: uitval } = gemeten
  if (naam === 'voortijdigeUitval' && uitval?.waarde) return [uitval.voortijdig, uitval.n - uitval.voortijdig]
  if (naam === 'resultaatrealisatie' && doelen?.waarde) {
    const behaald = (doelen.n * Number(doelen.waarde)) / 100
    return [behaald, doelen.n - behaald]
  }
  return [gemeten[naam]?.n ?? 0]
}

// Whole percents and whole days; of a grade one decimal, as of the others in a benchmark (ROL-21).
function kort(naam: Stuurnaam, waarde: string): string {
  return waarde.replace(naam === 'tevredenheidPerClient' ? /(?<=\.\d)\d+$/ : /\.\d+$/, '')
}
