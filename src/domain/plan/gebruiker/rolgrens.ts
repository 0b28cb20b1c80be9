import { rollen, type Rol } from '../../rechten.ts'

/** A role as it is given: `agb` for an aanbieder's role, else optional limits; null is no limit. */
export type Rolkeuze = {
  rol: Rol
  agb: string | null
  gemeenten: readonly string[] | null
  wet: 'wmo' | 'jw' | null
  categorieen: readonly string[] | null
  begindatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate | null
}

/** Roles that people can be given: the command line and the queue are not people. */
export const gegevenRollen = (Object.keys(rollen) as Rol[]).filter((rol) => !rol.includes('('))

/** ROL-09: the roles of an aanbieder. */
export const isAanbiederrol = (rol: string) => rol === 'aanbieder' || rol.startsWith('aanbieder ')

/** Roles with rights over people, keys or the audit trail: looked at every quarter (BIO2 8.02.01). */
export const bijzondereRollen = ['functioneel beheerder', 'privacyfunctionaris'] as const satisfies Rol[]

type Bestaand = Omit<Rolkeuze, 'rol'> & { rol: string }

/**
 * Why somebody cannot be given this role, or undefined. `nu`: the roles that he holds or will hold. One is inside the region or of
 * aanbieders, never both at a time; of several aanbieders one works for one at a time (ROL-09, ROL-21; web/werkt-voor).
 */
export function keurRol(keuze: Rolkeuze, nu: readonly Bestaand[]): string | undefined {
  const begrensd = keuze.gemeenten !== null || keuze.wet !== null || keuze.categorieen !== null
  const tegelijk = nu.filter((ander) => overlappen(keuze, ander))
  if (!gegevenRollen.includes(keuze.rol)) return 'Kies een rol.'
  if (isAanbiederrol(keuze.rol) !== (keuze.agb !== null)) {
    return keuze.agb === null ? 'Kies van welke aanbieder deze rol is.' : 'Deze rol is niet die van een aanbieder.'
  }
  if (keuze.agb !== null && begrensd) return 'Een rol van een aanbieder heeft geen andere grens.'
  if ((bijzondereRollen as readonly string[]).includes(keuze.rol) && begrensd) {
    return 'Deze rol geldt voor de hele regio en kan geen grens hebben.'
  }
  if (keuze.einddatum && Temporal.PlainDate.compare(keuze.einddatum, keuze.begindatum) < 0) {
    return 'De einddatum ligt voor de begindatum.'
  }
  if (tegelijk.some(({ agb }) => (agb === null) !== (keuze.agb === null))) {
    return 'Iemand hoort bij de regio of bij een aanbieder, nooit bij allebei. Gebruik een tweede account met een ander e-mailadres.'
  }
  if (heeftRol(keuze, nu)) {
    return 'Deze rol heeft deze persoon in die periode al.'
  }
  return undefined
}

/** Whether somebody has this very role, with the same limits, on a day of its period. */
export function heeftRol(keuze: Rolkeuze, nu: readonly Bestaand[]): boolean {
  return nu.some(
    (ander) =>
      ander.rol === keuze.rol && ander.agb === keuze.agb && overlappen(keuze, ander) && zelfdeGrens(ander, keuze),
  )
}

function overlappen(a: Bestaand, b: Bestaand): boolean {
  const voor = (een: Bestaand, ander: Bestaand) =>
    een.einddatum !== null && Temporal.PlainDate.compare(een.einddatum, ander.begindatum) < 0
  return !voor(a, b) && !voor(b, a)
}

function zelfdeGrens(a: Bestaand, b: Bestaand): boolean {
  const tekst = ({ gemeenten, wet, categorieen }: Bestaand) =>
    JSON.stringify([gemeenten?.toSorted() ?? null, wet, categorieen?.toSorted() ?? null])
  return tekst(a) === tekst(b)
}
