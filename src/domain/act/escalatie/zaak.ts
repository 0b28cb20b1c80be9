import type { Kalender } from '../../begrippen/werkdagen.ts'
import type { Stap as Rekenstap } from '../../begrippen/termijn.ts'
import type { Grond } from './gronden.ts'

export type Velden = Readonly<Record<string, string>>

/** A record in the case. `beurt`: how many changes of state came before it. */
export type Stuk = {
  soort: string
  datum: Temporal.PlainDate
  velden: Velden
  beurt: number
  /** The meeting whose minutes these are. */
  gesprek?: string | undefined
}

export type Termijnstand = {
  code: string
  start: Temporal.PlainDate
  /** The day that was calculated or agreed, before suspension. */
  einddatum: Temporal.PlainDate
  /** The day was agreed or set in the letter instead of calculated. */
  afgesproken: boolean
  stappen: Rekenstap[]
  klaar: Temporal.PlainDate | null
}

export type Maatregel = {
  soort: string
  velden: Velden
  begin: Temporal.PlainDate
  einde: Temporal.PlainDate | null
}

export type Verzending = {
  datum: Temporal.PlainDate
  wijze: 'digitaal' | 'post' | 'aangetekend'
  /** Registered-mail number. */
  kenmerk: string
  /** Proof of delivery; without it TRM-06 says when it was received. */
  ontvangen?: Temporal.PlainDate | undefined
}

/** A letter as it was sent. */
export type Brief = { soort: string; verzonden: Temporal.PlainDate; ontvangen: Temporal.PlainDate }

/** A timely objection that suspends: until `tot`, at the latest through `uiterlijk` (AMB-44). */
export type Schorsing = {
  vanaf: Temporal.PlainDate
  uiterlijk: Temporal.PlainDate
  tot: Temporal.PlainDate | null
  termijnen: readonly string[]
}

/** What somebody asks of the ladder. */
export type Zet = {
  overgang: string
  /** Which state, where the step leads to more than one. */
  doel?: string | undefined
  grond?: Grond | undefined
  motivering: string
  datum: Temporal.PlainDate
  velden: Velden
  stukken: readonly Omit<Stuk, 'beurt'>[]
  maatregelen: readonly { soort: string; velden: Velden }[]
  partij: 'opdrachtgever' | 'aanbieder'
  door: string
}

/** A step that waits: for a decision, or for its letter to be sent. */
export type OpenStap = { zet: Zet; stand: 'voorgesteld' | 'besloten'; besloten: { door: string } | null }

export type GezetteStap = {
  overgang: string
  van: string | null
  naar: string
  datum: Temporal.PlainDate
  grond: Grond | null
  motivering: string
  velden: Velden
  partij: Zet['partij']
  door: string
  beslotenDoor: string | null
}

/** A case as its steps made it. */
export type Zaak = {
  toestand: string | null
  /** Where it stood before what is now proposed. */
  vorige: string | null
  beurt: number
  stappen: readonly GezetteStap[]
  open: OpenStap | null
  stukken: readonly Stuk[]
  termijnen: readonly Termijnstand[]
  maatregelen: readonly Maatregel[]
  brieven: readonly Brief[]
  schorsingen: readonly Schorsing[]
}

export const nieuweZaak: Zaak = {
  toestand: null,
  vorige: null,
  beurt: 0,
  stappen: [],
  open: null,
  stukken: [],
  termijnen: [],
  maatregelen: [],
  brieven: [],
  schorsingen: [],
}

/** What the rules need to know of the world. `omzetCent`: approved claims of the last closed year (FRM-11); null: not known. */
export type Feiten = { vandaag: Temporal.PlainDate; kalender: Kalender; omzetCent: number | null }

/** Why a step cannot be taken, for people. `wacht`: time or another act must come first; otherwise it comes with the step. */
export type Gebrek = { soort: string; zin: string; wacht: boolean }
