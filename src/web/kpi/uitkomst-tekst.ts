import type { UitkomstInLijst } from '../../domain/check/kpi/list-uitkomsten.ts'
import { getoond, getoondAantal } from '../ui/getoond.tsx'
import { decimaal, procent } from '../ui/notatie.ts'
import type { Oordeelsoort } from '../ui/oordeel.tsx'

type Cijfer = Pick<UitkomstInLijst, 'kpi' | 'waarde' | 'oordeel' | 'reden' | 'n' | 'clientenInZorg' | 'afgeschermd'>

export const kpiNamen = {
  'start-zorg': 'Start zorg',
  'resultaat-behaald': 'Resultaat behaald',
  clienttevredenheid: 'Cliënttevredenheid',
} as const

/** A value as people read it: "59,4%" or "8,47". */
export function waardeTekst(kpi: UitkomstInLijst['kpi'], waarde: string): string {
  return kpi === 'clienttevredenheid' ? decimaal(waarde) : procent(waarde)
}

/**
 * The value of somebody unnamed (ROL-21), cut off to whole percents or one decimal: "59%" or "8,4". Whole fractions would tell how
 * many clients an aanbieder has.
 */
export function waardeGlobaal(kpi: UitkomstInLijst['kpi'], waarde: string): string {
  return waardeTekst(kpi, waarde.replace(kpi === 'clienttevredenheid' ? /(?<=\.\d)\d+$/ : /\.\d+$/, ''))
}

/** The value, or in words why there is none. */
export function uitkomstTekst({
  kpi,
  waarde,
  reden,
  afgeschermd,
}: Pick<Cijfer, 'kpi' | 'waarde' | 'reden' | 'afgeschermd'>): string {
  if (waarde !== null) return waardeTekst(kpi, waarde)
  return afgeschermd ? getoond({ onder: afgeschermd.minimum }) : redenTekst(reden)
}

/** Not measurable and not supplied are two different answers. */
export function redenTekst(reden: UitkomstInLijst['reden']): string {
  if (reden === 'geen meting') return 'niet aangeleverd'
  return reden === 'te weinig clienten' ? 'te weinig cliënten' : 'te weinig gevallen'
}

/** The judgement, or which of the answers without one. */
export function oordeelsoort({
  oordeel,
  reden,
  afgeschermd,
}: Pick<Cijfer, 'oordeel' | 'reden' | 'afgeschermd'>): Oordeelsoort {
  if (oordeel === null && reden === null && afgeschermd) return 'afgeschermd'
  return oordeel ?? (reden === 'geen meting' ? 'niet aangeleverd' : 'niet meetbaar')
}

/** What the number is about: "n 37", or the clients when there are too few. */
export function nTekst({
  n,
  reden,
  clientenInZorg,
  afgeschermd,
}: Pick<Cijfer, 'n' | 'reden' | 'clientenInZorg' | 'afgeschermd'>): string {
  if (reden === 'te weinig clienten') return getoondAantal(clientenInZorg, 'cliënt', 'cliënten')
  return n === null ? `${getoond({ onder: afgeschermd?.minimum ?? 0 })} cliënten` : `n ${getoond(n)}`
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
