import type { UitkomstInLijst } from '../../domain/check/kpi/list-uitkomsten.ts'
import { decimaal, getal, procent } from '../ui/notatie.ts'
import type { Oordeelsoort } from '../ui/oordeel.tsx'

type Cijfer = Pick<UitkomstInLijst, 'kpi' | 'waarde' | 'oordeel' | 'reden' | 'n' | 'clientenInZorg'>

export const kpiNamen = {
  'start-zorg': 'Start zorg',
  'resultaat-behaald': 'Resultaat behaald',
  clienttevredenheid: 'Cliënttevredenheid',
} as const

/** A value as people read it: "59,4%" or "8,47". */
export function waardeTekst(kpi: UitkomstInLijst['kpi'], waarde: string): string {
  return kpi === 'clienttevredenheid' ? decimaal(waarde) : procent(waarde)
}

/** The value, or in words why there is none. */
export function uitkomstTekst({ kpi, waarde, reden }: Cijfer): string {
  return waarde === null ? redenTekst(reden) : waardeTekst(kpi, waarde)
}

/** Not measurable and not supplied are two different answers. */
export function redenTekst(reden: UitkomstInLijst['reden']): string {
  if (reden === 'geen meting') return 'niet aangeleverd'
  return reden === 'te weinig clienten' ? 'te weinig cliënten' : 'te weinig gevallen'
}

/** The judgement, or which of the two answers without one. */
export function oordeelsoort({ oordeel, reden }: Pick<Cijfer, 'oordeel' | 'reden'>): Oordeelsoort {
  return oordeel ?? (reden === 'geen meting' ? 'niet aangeleverd' : 'niet meetbaar')
}

/** What the number is about: "n 37", or the clients when there are too few. */
export function nTekst({ n, reden, clientenInZorg }: Cijfer): string {
  return reden === 'te weinig clienten' ? `${getal(clientenInZorg)} cliënten` : `n ${getal(n)}`
}

/** How far below the norm, in the unit of the KPI; 0 when at or above it. */
export function afstandTotNorm(waarde: string, norm: string): number {
  return Math.max(0, Number(norm) - Number(waarde))
}

export const tintgrenzen = {
  clienttevredenheid: [0.1, 0.3],
  'resultaat-behaald': [5, 15],
  'start-zorg': [5, 15],
} as const satisfies Record<UitkomstInLijst['kpi'], [number, number]>
