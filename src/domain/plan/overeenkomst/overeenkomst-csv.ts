import { cijfercode, dag, facultatief, geheel, patroon, tekst } from '../../begrippen/csv-kolommen.ts'
import type { CsvVorm, Kolom } from '../../begrippen/csv-vorm.ts'

/** One row of overeenkomsten.csv: an overeenkomst × product × tariff year. Days as YYYY-MM-DD, money in cents. */
export type Overeenkomstrij = {
  overeenkomst: string
  agb: string
  onderwerp: string
  begindatum: string
  einddatum: string
  verlengingen: number
  verlengingMaanden: number
  /** CBS codes in order, with commas. */
  gemeenten: string
  productcategorie: string
  productcode: string
  product: string
  eenheidTarief: string
  eenheidDeclaratie: string
  jaar: number
  tariefCent: number
  /** null: no ceiling in this year. */
  plafondCent: number | null
}

const gemeenten: Kolom<string> = {
  noemer: 'de lijst van gemeenten',
  lees: (cel) => {
    const codes = [...new Set(cel.split(',').map((code) => code.trim()))].sort()
    return codes.every((code) => /^[0-9]{4}$/.test(code))
      ? codes.join(',')
      : {
          fout: 'moet uit CBS-codes van vier cijfers bestaan, met komma’s ertussen. Controleer of voorloopnullen zijn weggevallen.',
        }
  },
}

export const overeenkomstenCsv: CsvVorm<Overeenkomstrij> = {
  kolommen: {
    overeenkomst: patroon(
      'het nummer van de overeenkomst',
      /^[\p{L}\p{N}][\p{L}\p{N} ._/:-]{0,59}$/u,
      'moet uit ten hoogste 60 letters, cijfers, spaties en de tekens . _ / : - bestaan.',
    ),
    agb: cijfercode('de AGB-code', 8),
    onderwerp: tekst('het onderwerp', { max: 200 }),
    begindatum: dag('de begindatum'),
    einddatum: dag('de einddatum'),
    verlengingen: geheel('het aantal verlengingen', 0, 20),
    verlengingMaanden: geheel('het aantal maanden per verlenging', 0, 120),
    gemeenten,
    productcategorie: patroon(
      'de productcategorie',
      /^(0[1-9]|1[0-8]|3[1-9]|4[0-9]|5[0-5])$/,
      'moet 01 tot en met 18 (Wmo) of 31 tot en met 55 (Jeugdwet) zijn.',
    ),
    productcode: patroon(
      'de productcode',
      /^[0-9A-Z]{1,5}$/,
      'moet uit ten hoogste vijf cijfers en hoofdletters bestaan.',
    ),
    product: tekst('de naam van het product', { max: 200 }),
    eenheidTarief: cijfercode('de eenheid van het tarief', 2),
    eenheidDeclaratie: cijfercode('de eenheid in de declaratie', 2),
    jaar: geheel('het jaar', 2000, 2100),
    tariefCent: geheel('het tarief in centen', 0, 2_000_000_000),
    plafondCent: facultatief(geheel('het plafond in centen', 0, 100_000_000_000_000)),
  },
  rijfout: ({ begindatum, einddatum, verlengingen, verlengingMaanden }) => {
    if (einddatum < begindatum) {
      return 'de einddatum ligt voor de begindatum. Verwissel ze, of verbeter een van beide.'
    }
    return verlengingen > 0 && verlengingMaanden === 0
      ? 'er zijn verlengingen, maar het aantal maanden per verlenging is 0. Vul dat aantal in.'
      : null
  },
}
