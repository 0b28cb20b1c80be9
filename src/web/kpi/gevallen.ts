import type { Uitkomst } from '../../domain/check/kpi/find-uitkomst.ts'
import type { Geval } from '../../domain/check/kpi/list-gevallen.ts'
import { PAGINA, type Bladzijde } from '../../domain/begrippen/lijst.ts'
import { leesBladzijde, leesWoord } from '../lijst.ts'

export const gevalgroepen = ['mis', 'goed', 'cijfer', 'buiten', 'alle'] as const

/** What is wrong, what counted well, what is a grade, what did not count; or all of them. */
export type Gevalgroep = (typeof gevalgroepen)[number]

const kolommen = ['client', 'gemeente', 'product', 'datum', 'start', 'dagen', 'uitkomst'] as const

export type Gevalkolom = (typeof kolommen)[number]

export type Gevalkeuze = Bladzijde<Gevalkolom> & { groep: Gevalgroep; gemeente: string }

const MIS = ['te laat', 'geen start', 'niet behaald']
const GOED = ['tijdig', 'behaald']

/** To which group a case belongs. */
export function groepVan({ uitkomst }: Pick<Geval, 'uitkomst'>): Exclude<Gevalgroep, 'alle'> {
  if (MIS.includes(uitkomst)) return 'mis'
  if (GOED.includes(uitkomst)) return 'goed'
  return /^\d/.test(uitkomst) ? 'cijfer' : 'buiten'
}

/** What somebody chose among the cases; without a choice what went wrong, the longest wait first. */
export function leesGevalkeuze(
  query: Record<string, string>,
  kpi: Uitkomst['kpi'],
  gevallen: Geval[],
  standaard?: Gevalgroep,
): Gevalkeuze {
  const zelf = kpi === 'clienttevredenheid' ? 'cijfer' : gevallen.some((g) => groepVan(g) === 'mis') ? 'mis' : 'alle'
  return {
    ...leesBladzijde(query, kolommen, standaardVolgorde(kpi)),
    groep: leesWoord(query['groep'], gevalgroepen) ?? standaard ?? zelf,
    gemeente: gevallen.some(({ gemeente }) => gemeente === query['gemeente']) ? query['gemeente']! : '',
  }
}

export function standaardVolgorde(kpi: Uitkomst['kpi']): { sorteer: Gevalkolom; richting: 'op' | 'af' } {
  return kpi === 'start-zorg' ? { sorteer: 'dagen', richting: 'af' } : { sorteer: 'datum', richting: 'op' }
}

/** The cases of a choice in its order. They are one row of the database, so sorting them here needs no index. */
export function kiesGevallen(gevallen: Geval[], { groep, gemeente, sorteer, richting }: Gevalkeuze): Geval[] {
  const volgorde = VOLGORDE[sorteer]
  const heen = richting === 'op' ? 1 : -1
  return gevallen
    .filter((geval) => groep === 'alle' || groepVan(geval) === groep)
    .filter((geval) => gemeente === '' || geval.gemeente === gemeente)
    .toSorted((a, b) => heen * volgorde(a, b) || tekst(a.label, b.label))
}

/** A page of the cases of a figure: all of them to count, and those of the choice that are shown. */
export type Gevallenblad = { alle: Geval[]; keuze: Gevalkeuze; totaal: number; getoond: Geval[] }

export function kiesBlad(query: Record<string, string>, kpi: Uitkomst['kpi'], alle: Geval[]): Gevallenblad {
  const keuze = leesGevalkeuze(query, kpi, alle)
  const gekozen = kiesGevallen(alle, keuze)
  const getoond = gekozen.slice((keuze.pagina - 1) * PAGINA, keuze.pagina * PAGINA)
  return { alle, keuze, totaal: gekozen.length, getoond }
}

/** Days from day 0 to the start; null when no start was ever told. */
export function wachtdagenVan({ referentiedatum, startdatum }: Geval): number | null {
  return startdatum ? referentiedatum.until(startdatum).days : null
}

const tekst = (a: string | null, b: string | null) => (a ?? '').localeCompare(b ?? '', 'nl', { numeric: true })
// who never started waited longest
const nooit = (dagen: number | null) => dagen ?? Number.MAX_SAFE_INTEGER

const VOLGORDE: Record<Gevalkolom, (a: Geval, b: Geval) => number> = {
  client: (a, b) => tekst(a.label, b.label),
  gemeente: (a, b) => tekst(a.gemeente, b.gemeente),
  product: (a, b) => tekst(a.product, b.product),
  datum: (a, b) => Temporal.PlainDate.compare(a.referentiedatum, b.referentiedatum),
  start: (a, b) =>
    a.startdatum && b.startdatum
      ? Temporal.PlainDate.compare(a.startdatum, b.startdatum)
      : Number(b.startdatum !== null) - Number(a.startdatum !== null),
  dagen: (a, b) => nooit(wachtdagenVan(a)) - nooit(wachtdagenVan(b)),
  uitkomst: (a, b) => tekst(a.uitkomst, b.uitkomst),
}
