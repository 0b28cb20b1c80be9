import type { Kandidaat } from './stel-samen.ts'
import type { Grootteklasse, Tafelregels } from './regels.ts'

/** Somebody of the region invites otherwise than proposed. */
export type Richting = 'wel' | 'niet'

export type Samenstelling = {
  kandidaten: readonly Pick<Kandidaat, 'aanbiederId' | 'klasse' | 'uitgesloten'>[]
  /** Who is in now, after earlier deviations */
  uitgenodigd: ReadonlySet<string>
}

const meervoud: Record<Grootteklasse, string> = {
  groot: 'grote aanbieders',
  middelgroot: 'middelgrote aanbieders',
  klein: 'kleine aanbieders of zzp’ers',
}

/**
 * Why this deviation may not be, as a sentence for people; null when it may. AMB-14: a person may deviate with a motive, but the quotas of
 * TAF-08 stay maxima (AMB-13), and who may not be invited is not invited by a deviation (TAF-12).
 */
export function keurAfwijking(
  { kandidaten, uitgenodigd }: Samenstelling,
  aanbiederId: string,
  richting: Richting,
  { allenTotEnMet, quota }: Pick<Tafelregels, 'allenTotEnMet' | 'quota'>,
): string | null {
  const kandidaat = kandidaten.find((een) => een.aanbiederId === aanbiederId)
  if (!kandidaat) return 'Voor deze aanbieder is het onderwerp van de tafel niet relevant.'
  if (richting === 'niet') return uitgenodigd.has(aanbiederId) ? null : 'Deze aanbieder stond al niet op de lijst.'
  if (uitgenodigd.has(aanbiederId)) return 'Deze aanbieder stond al op de lijst.'
  if (kandidaat.uitgesloten) return 'Deze aanbieder wordt niet uitgenodigd. Hef eerst dat besluit op.'
  if (kandidaten.length <= allenTotEnMet) return null
  const { klasse } = kandidaat
  const bezet = kandidaten.filter((een) => een.klasse === klasse && uitgenodigd.has(een.aanbiederId)).length
  if (bezet < quota[klasse]) return null
  return `Er zijn al ${bezet} ${meervoud[klasse]}, en meer mag niet. Haal er eerst een van de lijst.`
}
