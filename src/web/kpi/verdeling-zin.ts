import type { UitkomstInLijst } from '../../domain/check/kpi/list-uitkomsten.ts'
import { soortVanOordeel } from '../ui/oordeel.tsx'
import { aantal, getal, opsomming, vanTotaal } from '../ui/notatie.ts'

const mis = ({ oordeel }: UitkomstInLijst) => oordeel !== null && soortVanOordeel(oordeel) === 'mis'

/** What the figures say, in a sentence: how many measurements of a year, and how they came out. */
export function telZin(uitkomsten: UitkomstInLijst[]) {
  const gemeten = uitkomsten.filter(({ waarde }) => waarde !== null)
  const onder = gemeten.filter(mis).length
  const voldoende = gemeten.filter(({ oordeel }) => oordeel === 'voldoende').length
  const zonder = uitkomsten.filter(({ waarde, clientenInZorg }) => waarde === null && clientenInZorg > 0).length
  return {
    kop: `${aantal(gemeten.length, 'meting', 'metingen')}, ${getal(onder)} onder de norm`,
    rest: `${getal(voldoende)} voldoende, ${getal(gemeten.length - onder - voldoende)} goed of behaald. ${getal(zonder)} keer is er zorg, maar geen meting of te weinig gevallen.`,
  }
}

/** Where one KPI falls below its norm, per subregio. */
export function verdelingZin(uitkomsten: UitkomstInLijst[], subregios: { id: string; naam: string }[]): string {
  const gemeten = uitkomsten.filter(({ waarde }) => waarde !== null)
  if (gemeten.length === 0) return 'Er is in dit jaar nog niets gemeten.'
  const onder = gemeten.filter(mis)
  if (onder.length === 0) return `Alle ${aantal(gemeten.length, 'meting haalt', 'metingen halen')} de norm.`
  const per = subregios.flatMap(({ id, naam }) => {
    const hier = gemeten.filter(({ subregioId }) => subregioId === id)
    const mist = hier.filter(mis).length
    return mist > 0 ? [`in ${naam} ${vanTotaal(mist, hier.length)}`] : []
  })
  return `${onder.length === 1 ? 'Eén' : getal(onder.length)} van de ${aantal(gemeten.length, 'meting', 'metingen')} ${onder.length === 1 ? 'ligt' : 'liggen'} onder de norm: ${opsomming(per)}.`
}
