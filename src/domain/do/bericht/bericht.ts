export type Wet = 'wmo' | 'jw'
export type Berichtsoort = '301' | '302' | '305' | '306' | '307' | '308' | '323' | '325'

/**
 * What every message says about itself. Dates are 'YYYY-MM-DD'. In a retourbericht Afzender, Ontvanger, Identificatie and
 * Dagtekening are those of the message it answers (IV028); `gemeente` and `aanbieder` are right in both.
 */
export type Kop = {
  wet: Wet
  gemeente: string
  aanbieder: string
  afzender: string
  ontvanger: string
  identificatie: string
  dagtekening: string
}

export type ToegewezenProduct = {
  toewijzingNummer: number
  productcategorie: string | null
  productcode: string | null
  toewijzingsdatum: string
  /** 'HH:MM:SS', with a fraction when the sender wrote one. */
  toewijzingstijd: string
  ingangsdatum: string
  einddatum: string | null
  redenWijziging: string | null
  volume: number | null
  eenheid: string | null
  frequentie: string | null
  budgetCent: number | null
}

export type StartProduct = {
  toewijzingNummer: number | null
  productcategorie: string | null
  productcode: string | null
  toewijzingIngangsdatum: string | null
  begindatum: string
  statusAanlevering: string
}

export type StopProduct = StartProduct & { redenBeeindiging: string; einddatum: string }

/** One claimed line. `bedragCent` is never negative: `debetCredit` C makes money and volume count down. */
export type Prestatie<P> = {
  /** Place of the line in its message, from 1. */
  volgnummer: number
  client: P
  referentie: string
  vorigeReferentie: string | null
  toewijzingNummer: number
  productcategorie: string
  productcode: string
  periodeBegin: string
  periodeEinde: string
  volume: number
  eenheid: string
  tariefCent: number | null
  bedragCent: number
  debetCredit: 'D' | 'C'
}

/** `clientRetourcodes` belong to all lines of that client. */
export type AfgewezenPrestatie<P> = Prestatie<P> & { retourcodes: string[]; clientRetourcodes: string[] }

export type Toewijzingbericht<P> = Kop & { soort: '301'; client: P; producten: ToegewezenProduct[] }
export type Startbericht<P> = Kop & { soort: '305'; client: P; producten: StartProduct[] }
export type Stopbericht<P> = Kop & { soort: '307'; client: P; producten: StopProduct[] }

export type Declaratiebericht<P> = Kop & {
  soort: '323'
  declaratienummer: string
  periodeBegin: string
  periodeEinde: string
  declaratiedagtekening: string
  /** Signed: a net credit is negative. */
  totaalCent: number
  prestaties: Prestatie<P>[]
}

export type Declaratieantwoord<P> = Kop & {
  soort: '325'
  /** Identificatie and Dagtekening of the 323 it answers (TR337). */
  declaratie: { identificatie: string; dagtekening: string }
  retourcodes: string[]
  /** null when nothing was processed (level 2 error); lists only rejected lines. Amounts are signed. */
  antwoord: null | {
    declaratienummer: string
    ingediendCent: number
    toegekendCent: number
    retourcodes: string[]
    prestaties: AfgewezenPrestatie<P>[]
  }
}

export type Retourbericht = Kop & {
  soort: '302' | '306' | '308'
  identificatieRetour: string
  dagtekeningRetour: string
  /** Every code in the message, header and below, once. */
  retourcodes: string[]
  /** No code but 0200 "geen opmerkingen" (IV028): the answered message counts. */
  goedgekeurd: boolean
}

export type Bericht<P> =
  Toewijzingbericht<P> | Startbericht<P> | Stopbericht<P> | Declaratiebericht<P> | Declaratieantwoord<P> | Retourbericht
