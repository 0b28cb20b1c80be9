import { cijfercode, dag, facultatief, geheel, tekst } from '../../begrippen/csv-kolommen.ts'
import type { CsvVorm, Kolom } from '../../begrippen/csv-vorm.ts'

/** One row of cto.csv: the answer of one client in a client satisfaction survey. `jaar` is a label and not used. */
export type Ctorij = {
  jaar: number | null
  veldwerkEinde: string
  gemeentecode: string
  toewijzingNummer: number
  /** As it was given: a wrong grade is excluded and counted, never a reason to refuse the file. */
  cijfer: string
  datumRespons: string
}

const cijfer: Kolom<string> = {
  ...tekst('het cijfer', { min: 0, max: 20 }),
  // "-1,0" is a grade out of scale, not a formula.
  formuleMag: (cel) => /^[+-]?[0-9]+([.,][0-9]+)?$/.test(cel.trim()),
}

export const ctoCsv: CsvVorm<Ctorij> = {
  kolommen: {
    jaar: facultatief(geheel('het jaar', 1900, 2100)),
    veldwerkEinde: dag('de laatste dag van het veldwerk'),
    gemeentecode: cijfercode('de gemeentecode', 4),
    toewijzingNummer: geheel('het toewijzingnummer', 0, 999_999_999),
    cijfer,
    datumRespons: dag('de datum van de respons'),
  },
}
