import type { Aantallen } from '../../domain/check/kpi/tel-uitkomsten.ts'
import type { KpiCode } from '../../domain/check/kpi/list-uitkomsten.ts'
import { aantal, getal, opsomming, vanTotaal } from '../ui/notatie.ts'

const som = (aantallen: Aantallen[], veld: 'gemeten' | 'onder' | 'voldoende' | 'zonder') =>
  aantallen.reduce((totaal, rij) => totaal + rij[veld], 0)

/** What the figures say, in a sentence: how many measurements of a year, and how they came out. */
export function telZin(aantallen: Aantallen[]) {
  const gemeten = som(aantallen, 'gemeten')
  const onder = som(aantallen, 'onder')
  const voldoende = som(aantallen, 'voldoende')
  return {
    kop: `${aantal(gemeten, 'meting', 'metingen')}, ${getal(onder)} onder de norm`,
    rest: `${getal(voldoende)} voldoende, ${getal(gemeten - onder - voldoende)} goed of behaald. ${getal(som(aantallen, 'zonder'))} keer is er zorg, maar geen meting of te weinig gevallen.`,
  }
}

/** Where one KPI falls below its norm, per subregio. */
export function verdelingZin(aantallen: Aantallen[], kpi: KpiCode, subregios: { id: string; naam: string }[]): string {
  const eigen = aantallen.filter((rij) => rij.kpi === kpi)
  const gemeten = som(eigen, 'gemeten')
  const onder = som(eigen, 'onder')
  if (gemeten === 0) return 'Er is in dit jaar nog niets gemeten.'
  if (onder === 0)
    return gemeten === 1 ? 'De ene meting haalt de norm.' : `Alle ${getal(gemeten)} metingen halen de norm.`
  const per = subregios.flatMap(({ id, naam }) => {
    const hier = eigen.find(({ subregioId }) => subregioId === id)
    return hier && hier.onder > 0 ? [`in ${naam} ${vanTotaal(hier.onder, hier.gemeten)}`] : []
  })
  return `${onder === 1 ? 'Eén' : getal(onder)} van de ${aantal(gemeten, 'meting', 'metingen')} ${onder === 1 ? 'ligt' : 'liggen'} onder de norm: ${opsomming(per)}.`
}
