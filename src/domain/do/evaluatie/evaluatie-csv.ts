import { cijfercode, dag, facultatief, geheel, keuze } from '../../begrippen/csv-kolommen.ts'
import type { CsvVorm } from '../../begrippen/csv-vorm.ts'

export const evaluatiesoorten = ['einde-beschikking', 'tussentijds'] as const
export const resultaten = ['behaald', 'niet behaald'] as const
/** Whose reason it was that a result was not reached (KPI-19). */
export const redenen = ['client', 'aanbieder', 'lokaal team'] as const

/** One row of evaluaties.csv: what a medewerker lokaal team established about one toewijzing (KPI-17, KPI-19, ROL-17). */
export type Evaluatierij = {
  gemeentecode: string
  toewijzingNummer: number
  datum: string
  soort: (typeof evaluatiesoorten)[number]
  resultaat: (typeof resultaten)[number]
  reden: (typeof redenen)[number] | null
}

export const evaluatiesCsv: CsvVorm<Evaluatierij> = {
  kolommen: {
    gemeentecode: cijfercode('de gemeentecode', 4),
    toewijzingNummer: geheel('het toewijzingnummer', 0, 999_999_999),
    datum: dag('de datum'),
    soort: keuze('de soort', evaluatiesoorten),
    resultaat: keuze('het resultaat', resultaten),
    reden: facultatief(keuze('de reden', redenen)),
  },
  rijfout: ({ resultaat, reden }) => {
    if (resultaat === 'niet behaald' && reden === null) {
      return 'de reden ontbreekt. Bij niet behaald hoort een reden: client, aanbieder of lokaal team.'
    }
    return resultaat === 'behaald' && reden !== null ? 'bij behaald hoort geen reden. Maak die cel leeg.' : null
  },
}
