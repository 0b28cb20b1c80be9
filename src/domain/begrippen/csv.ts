export const csvSoorten = ['aanbieders', 'overeenkomsten', 'evaluaties', 'cto'] as const

export type CsvSoort = (typeof csvSoorten)[number]

export type CsvCode = 'leeg-bestand' | 'geen-utf8' | 'csv-kolommen' | 'csv-waarde' | 'csv-formule'

/** `rij` counts as a spreadsheet does: the header is row 1. `melding` never holds a value from the file. */
export type CsvFout = { code: string; melding: string; rij: number | null }

/** What became of a whole file: all of it was taken in, or nothing. Counts are rows. */
export type CsvUitkomst = {
  uitkomst: 'verwerkt' | 'dubbel' | 'afgekeurd'
  fouten: CsvFout[]
  nieuw: number
  gewijzigd: number
  ongewijzigd: number
  wachtend: CsvFout[]
}

export type CsvRij<T> = { rij: number; waarde: T }

/** What reading in would do with one row. */
export type CsvRijoordeel = {
  rij: number
  titel: string
  oordeel: 'nieuw' | 'gewijzigd' | 'ongewijzigd'
  wijzigingen: Wijziging[]
  /** What to know about this row, such as an aanbieder that is not known yet. */
  melding: string | null
}

/** One value that differs; null: not there. `bij` says which one when there are more of a kind; money is whole cents. */
export type Wijziging = { veld: string; bij?: string; oud: string | null; nieuw: string | null }

/** What reading in would do, without doing it. `rijen` holds at most the first MAX_VOORBEELD rows, `meer` counts the others. */
export type CsvVoorbeeld = CsvUitkomst & { rijen: CsvRijoordeel[]; meer: number }

export const MAX_VOORBEELD = 500

/** The outcome of a refused file. */
export function afgekeurdeCsv(fouten: CsvFout[]): CsvUitkomst {
  return { uitkomst: 'afgekeurd', fouten, nieuw: 0, gewijzigd: 0, ongewijzigd: 0, wachtend: [] }
}

/** The outcome of a file that was taken in: 'dubbel' when nothing in it was new or different. */
export function verwerkteCsv(
  aantallen: Pick<CsvUitkomst, 'nieuw' | 'gewijzigd' | 'ongewijzigd'>,
  wachtend: CsvFout[],
): CsvUitkomst {
  const uitkomst = aantallen.nieuw + aantallen.gewijzigd === 0 ? 'dubbel' : 'verwerkt'
  return { uitkomst, fouten: [], ...aantallen, wachtend }
}

/** How many rows of each verdict. */
export function telOordelen(rijen: readonly Pick<CsvRijoordeel, 'oordeel'>[]) {
  const aantal = (gezocht: CsvRijoordeel['oordeel']) => rijen.filter(({ oordeel }) => oordeel === gezocht).length
  return { nieuw: aantal('nieuw'), gewijzigd: aantal('gewijzigd'), ongewijzigd: aantal('ongewijzigd') }
}
