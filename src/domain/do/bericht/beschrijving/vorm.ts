import type { Berichtsoort, Wet } from '../bericht.ts'

// The form in which a message is described: elements in order, how often, what may be in them and what they are for.
// One description drives validation, extraction and pseudonymising, so nothing can be kept that was not checked.

/** What a value may be. `naam` is the type's public name, for xsi:type; null where the standard gives it none. */
export type Waardetype = { naam: string | null } & (
  | { soort: 'tekst'; min: number; max: number; patroon: RegExp | null; uitleg: string }
  | { soort: 'code'; codes: readonly string[] }
  | { soort: 'getal'; min: number; max: number; letterlijk: string | null }
  | { soort: 'datum' }
  | { soort: 'tijd' }
)

/**
 * What an element is for. `controle`: only checked. `persoon`: tells who the client is; checked and dropped. `bsn`: becomes a
 * pseudonym. `bewaar`: kept under a name, as text or number, once per message, client or item (the repeated part:
 * product or prestatie). `kenmerk`: kept like that, but a BSN that a sender put in it is hidden (lezer/kenmerk.ts).
 * `verzamel`: a repeated value kept as a list.
 */
export type Doel =
  | { soort: 'controle' | 'persoon' | 'bsn' }
  | { soort: 'bewaar' | 'kenmerk' | 'verzamel'; niveau: 'bericht' | 'client' | 'item'; veld: string }

export type Groep = { naam: string; basis: boolean; elementen: readonly Element[]; is: 'groep' | 'client' | 'item' }

export type Element = {
  naam: string
  /** Namespace: that of the basisschema (children of a CDT type) or of the message. */
  basis: boolean
  verplicht: boolean
  herhaalt: boolean
  inhoud: { waarde: Waardetype; doel: Doel } | { groep: Groep }
}

export type Berichtbeschrijving = {
  soort: Berichtsoort
  wet: Wet
  /** Namespace URIs. */
  bericht: string
  basis: string
  wortel: Element
}

const CONTROLE: Doel = { soort: 'controle' }

/** An element with a value. */
export function el(naam: string, waarde: Waardetype, doel: Doel = CONTROLE): Element {
  return { naam, basis: false, verplicht: true, herhaalt: false, inhoud: { waarde, doel } }
}

/** An element with elements in it, all in one fixed order (the standard uses sequences only). */
export function deel(naam: string, groep: Groep): Element {
  return { naam, basis: false, verplicht: true, herhaalt: false, inhoud: { groep } }
}

/** The elements of a group declared in the message itself; its type is named after it. */
export function groep(naam: string, elementen: readonly Element[], is: Groep['is'] = 'groep'): Groep {
  return { naam, basis: false, elementen, is }
}

/** A group of the basisschema: its children are in the namespace of the basisschema. */
export function basisgroep(naam: string, elementen: readonly Element[]): Groep {
  return { naam, basis: true, elementen: elementen.map((element) => ({ ...element, basis: true })), is: 'groep' }
}

/** 0..1 */
export function mag(element: Element): Element {
  return { ...element, verplicht: false }
}

/** 1..n */
export function meer(element: Element): Element {
  return { ...element, herhaalt: true }
}

export const persoon: Doel = { soort: 'persoon' }
export const bsn: Doel = { soort: 'bsn' }

export function bewaar(veld: string): Doel {
  return { soort: 'bewaar', niveau: 'bericht', veld }
}

export function bewaarItem(veld: string): Doel {
  return { soort: 'bewaar', niveau: 'item', veld }
}

/** A number the sender made up to know the message or the line by. */
export function kenmerk(niveau: 'bericht' | 'item', veld: string): Doel {
  return { soort: 'kenmerk', niveau, veld }
}

export function verzamel(niveau: 'bericht' | 'client' | 'item', veld: string): Doel {
  return { soort: 'verzamel', niveau, veld }
}
