import type { CsvCode } from './csv.ts'

/** A wrong cell: the rest of the sentence after "Rij 3: ". */
export type Celfout = { code?: CsvCode; fout: string }

/** Reads one cell. `noemer` names it in a sentence, with its article: "het KvK-nummer". */
export type Kolom<T> = { noemer: string; lees: (cel: string) => T | Celfout; formuleMag?: (cel: string) => boolean }

/** A kind of file: its columns, in any order, and what must hold between the cells of one row. */
export type CsvVorm<T> = {
  kolommen: { [Naam in keyof T]-?: Kolom<T[Naam]> }
  rijfout?: (rij: T) => string | null
}

type Gelezen<T> = { goed: true; waarde: T } | { goed: false; fouten: { code: CsvCode; melding: string }[] }

/** What is wrong with the header; an unknown heading is not repeated, for it may be data. */
export function kopfouten<T>({ kolommen }: CsvVorm<T>, kop: readonly string[]): string[] {
  const verwacht = Object.keys(kolommen)
  const lijst = verwacht.join(';')
  const ontbreekt = verwacht.filter((naam) => !kop.includes(naam))

  if (ontbreekt.length === verwacht.length) {
    return kop.length === 1 && /[,\t]/.test(kop[0] ?? '')
      ? [`De kolommen zijn niet met een puntkomma gescheiden. De eerste rij moet zijn: ${lijst}.`]
      : [`De eerste rij bevat niet de kolomnamen. Zij moet zijn: ${lijst}.`]
  }
  const fouten = ontbreekt.map((naam) => `De kolom ${naam} ontbreekt. De eerste rij moet zijn: ${lijst}.`)
  const dubbel = verwacht.filter((naam) => kop.filter((kolom) => kolom === naam).length > 1)
  fouten.push(...dubbel.map((naam) => `De kolom ${naam} staat er meer dan één keer.`))
  const onbekend = kop.filter((kolom) => !verwacht.includes(kolom)).length
  if (onbekend > 0) {
    fouten.push(`Kolommen die hier niet horen: ${onbekend}. De eerste rij moet zijn: ${lijst}.`)
  }
  return fouten
}

/** Reads the cells of one row, whatever the order of the columns. */
export function leesRij<T>(vorm: CsvVorm<T>, kop: readonly string[], cellen: readonly string[]): Gelezen<T> {
  if (cellen.length !== kop.length) {
    const melding = `het aantal waarden is ${cellen.length}, het moeten er ${kop.length} zijn. Controleer of er een puntkomma ontbreekt of te veel staat.`
    return { goed: false, fouten: [{ code: 'csv-kolommen', melding }] }
  }
  const fouten: { code: CsvCode; melding: string }[] = []
  const waarde: Record<string, unknown> = {}

  kop.forEach((naam, plaats) => {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- no enum here: a mapped type by column name
    const kolom: Kolom<unknown> = vorm.kolommen[naam as keyof T]
    const gelezen = leesCel(kolom, cellen[plaats] ?? '')
    if (isFout(gelezen)) {
      fouten.push({ code: gelezen.code ?? 'csv-waarde', melding: `${kolom.noemer} ${gelezen.fout}` })
    } else {
      waarde[naam] = gelezen
    }
  })
  if (fouten.length > 0) {
    return { goed: false, fouten }
  }
  const rijfout = vorm.rijfout?.(waarde as T) ?? null
  return rijfout === null
    ? { goed: true, waarde: waarde as T }
    : { goed: false, fouten: [{ code: 'csv-waarde', melding: rijfout }] }
}

// What a spreadsheet would run as a formula is refused at the door (CSV injection).
const FORMULE = /^\s*[=+\-@]|^[\t\r]/

const STUURTEKEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/

function leesCel<T>(kolom: Kolom<T>, cel: string): T | Celfout {
  if (FORMULE.test(cel) && !(kolom.formuleMag?.(cel) ?? false)) {
    return { code: 'csv-formule', fout: 'begint als een formule (=, +, -, @ of een tab). Haal dat teken weg.' }
  }
  if (STUURTEKEN.test(cel)) {
    return { fout: 'bevat een teken dat niet te lezen is, zoals een tab of een regeleinde. Haal dat teken weg.' }
  }
  return kolom.lees(cel.trim().normalize('NFC'))
}

function isFout(gelezen: unknown): gelezen is Celfout {
  return typeof gelezen === 'object' && gelezen !== null && 'fout' in gelezen
}
