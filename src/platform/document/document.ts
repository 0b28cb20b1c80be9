/** A document as it is written, apart from how it comes out: one model for PDF and .docx. Text is plain; a line end stays one. */
export type Blok =
  | { soort: 'kop'; niveau: 2 | 3; tekst: string }
  /** `heel`: not broken over two pages */
  | { soort: 'alinea'; tekst: string; heel?: boolean }
  | { soort: 'lijst'; genummerd?: boolean; punten: readonly string[] }
  | Tabel
  /** Names and values, such as the date and the subject of a letter. */
  | { soort: 'velden'; velden: readonly (readonly [naam: string, waarde: string])[] }

export type Tabel = {
  soort: 'tabel'
  bijschrift: string
  koppen: readonly string[]
  rijen: readonly (readonly string[])[]
  /** Widths relative to each other; absent: all the same. */
  breedtes?: readonly number[]
}

/** A picture that was checked (logo.ts): the bytes of a PNG, or the shapes of an SVG. */
export type Logo =
  | { vorm: 'png'; bytes: Uint8Array; breedte: number; hoogte: number }
  | { vorm: 'svg'; bytes: Uint8Array; breedte: number; hoogte: number; vormen: readonly Vorm[] }

/** A closed path of an SVG, with its fill. */
export type Vorm = { pad: string; kleur: string; matrix: readonly number[] }

/** Who sends it: above the first page and at the foot of each. */
export type Afzender = { naam: string; adres: string; voettekst: string; logo: Logo | null }

export type Document = {
  titel: string
  afzender: Afzender
  /** Name and address of who it is for, in the window of the envelope; null for what is no letter. */
  geadresseerde: string | null
  /** Under the address and above the text. */
  kenmerken: readonly (readonly [naam: string, waarde: string])[]
  blokken: readonly Blok[]
  auteur: string
  gemaaktOp: Temporal.Instant
}
