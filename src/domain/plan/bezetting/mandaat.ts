import type { Rolhouder } from '../../../platform/context.ts'
import type { Rol } from '../../rechten.ts'
import { metLetter } from './rasci.ts'
import type { Verdeling } from './taken.ts'

/** An entry of the register. No limit is null; `gemeente` null is the whole region. Amounts in cents. */
export type Mandaat = {
  id: string
  rol: Rol
  gemeente: string | null
  grond: string
  hoogsteCent: number | null
  hoogsteMaanden: number | null
  geldigVanaf: Temporal.PlainDate
  geldigTot: Temporal.PlainDate | null
  ingetrokken: boolean
}

/** What is to be decided: in which gemeente (null: the region), about how much and for how long. */
export type Besluit = {
  gemeente: string | null
  datum: Temporal.PlainDate
  bedragCent?: number | undefined
  maanden?: number | undefined
}

export type Bevoegd = { rol: Rol; mandaat: Mandaat | null }

/**
 * Who may decide (ROL-13): the roles the register names for this gemeente, else for the region, as far as within their limits;
 * where it names nobody that may, the one that the matrix gives the A (ROL-12). The register comes before the matrix.
 */
export function wieMag(verdeling: Verdeling, mandaten: readonly Mandaat[], besluit: Besluit): Bevoegd[] {
  const passend = mandaten.filter((mandaat) => geldt(mandaat, besluit) && binnenGrenzen(mandaat, besluit))
  const eigen = passend.filter(({ gemeente }) => gemeente !== null && gemeente === besluit.gemeente)
  const gekozen = eigen.length > 0 ? eigen : passend.filter(({ gemeente }) => gemeente === null)
  if (gekozen.length > 0) return gekozen.map((mandaat) => ({ rol: mandaat.rol, mandaat }))
  return metLetter(verdeling, 'A').map((rol) => ({ rol, mandaat: null }))
}

/** The first way in which somebody with these roles may decide; undefined when he may not. */
export function alsWie(bevoegd: readonly Bevoegd[], houders: readonly Rolhouder[], gemeente: string | null) {
  return bevoegd.find(({ rol }) => houders.some((houder) => houder.rol === rol && inGemeente(houder, gemeente)))
}

/** A mandate holds from its first day to its last, until it was withdrawn. */
export function geldt({ geldigVanaf, geldigTot, ingetrokken }: Mandaat, { datum }: Pick<Besluit, 'datum'>): boolean {
  const begonnen = Temporal.PlainDate.compare(geldigVanaf, datum) <= 0
  const voorbij = geldigTot !== null && Temporal.PlainDate.compare(geldigTot, datum) < 0
  return begonnen && !voorbij && !ingetrokken
}

// What is not known is not within a limit.
function binnenGrenzen({ hoogsteCent, hoogsteMaanden }: Mandaat, { bedragCent, maanden }: Besluit): boolean {
  return past(hoogsteCent, bedragCent) && past(hoogsteMaanden, maanden)
}

function past(grens: number | null, waarde: number | undefined): boolean {
  return grens === null || (waarde !== undefined && waarde <= grens)
}

function inGemeente({ gemeenten = null }: Rolhouder, gemeente: string | null): boolean {
  return gemeenten === null || (gemeente !== null && gemeenten.includes(gemeente))
}
