import type { InzageInLijst } from '../../domain/check/inzage/queries.ts'
import type { Inzagereden } from '../../domain/check/inzage/inzage.ts'
import { routes } from '../routes.ts'

const NAMEN: Record<string, string> = {
  'casus:getoond': 'Casus bekeken',
  'client:gezocht': 'Cliënt gezocht',
  'gevallen:getoond': 'Gevallen bekeken',
  'gevallen:uitgevoerd': 'Gevallen uitgevoerd',
  'bericht:getoond': 'Bericht bekeken',
  'inzage:getoond': 'Inzage nagegaan',
  'inzage:uitgevoerd': 'Inzage uitgevoerd',
}

/** "Casus bekeken" */
export function inzageNaam(name: string): string {
  return NAMEN[name] ?? name
}

export const taaknamen = {
  'kpi-uitkomst': 'een KPI-resultaat',
  bevinding: 'een bevinding',
  bericht: 'een bericht',
  reden: 'een gekozen reden',
  inzage: 'toezicht op inzage',
  opdracht: 'de opdrachtregel',
} as const

const FOUTEN: Record<string, string> = {
  'geen-recht': 'geweigerd: geen recht',
  'geen-heel-bereik': 'geweigerd: rol geldt niet overal',
  'niet-gevonden': 'niet gevonden',
}

/** "geweigerd: geen recht"; null when it was shown. */
export function foutTekst(fout: string | null): string | null {
  return fout === null ? null : (FOUTEN[fout] ?? 'mislukt')
}

type Waarvoor = Pick<InzageInLijst, 'taak' | 'taakId' | 'onderwerp'>

/** What it was for, in words: the finding, the result, the message, or the reason that was chosen. */
export function waarvoor({ taak, taakId, onderwerp }: Waarvoor, redenen: readonly Inzagereden[]): string {
  if (taak === null) return 'niet bekend'
  if (taak === 'reden') return redenen.find(({ code }) => code === taakId)?.naam ?? `reden ${taakId ?? ''}`
  if (taak === 'inzage' || taak === 'opdracht') return taaknamen[taak]
  const wat = { 'kpi-uitkomst': 'KPI-resultaat', bevinding: 'Bevinding', bericht: 'Bericht' }[taak]
  return `${wat}: ${onderwerp ?? (taakId === null ? 'is er niet' : 'is er niet meer')}`
}

export function hrefVan({ taak, taakId }: Waarvoor): string | undefined {
  if (taakId === null) return undefined
  if (taak === 'kpi-uitkomst') return routes.kpi(taakId)
  if (taak === 'bevinding') return routes.bevinding(taakId)
  return taak === 'bericht' ? routes.bericht(Number(taakId)) : undefined
}
