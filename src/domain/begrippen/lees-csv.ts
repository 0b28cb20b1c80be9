import { isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { CsvFout, CsvRij } from './csv.ts'
import { kopfouten, leesRij, type CsvVorm } from './csv-vorm.ts'

const BATCH = 5_000
const MAX_FOUTEN = 1_000
const MAX_RIJ = 100_000
const STUK = 65_536

/**
 * Reads a file row by row and hands good rows to `verwerk` in batches; once a row is wrong nothing more is handed over. So memory
 * does not grow with the file, and the caller must be able to undo. Gives every mistake found, the first thousand one by one.
 */
export async function leesCsv<T>(
  bytes: Uint8Array,
  vorm: CsvVorm<T>,
  verwerk: (rijen: CsvRij<T>[]) => void | Promise<void>,
): Promise<{ fouten: CsvFout[]; rijen: number }> {
  const vooraf = keurVooraf(bytes)
  if (vooraf) {
    return { fouten: [vooraf], rijen: 0 }
  }
  const fouten: CsvFout[] = []
  let batch: CsvRij<T>[] = []
  let rij = 0
  let rijen = 0
  let foutenBuitenLijst = 0
  let kop: readonly string[] | undefined

  try {
    for await (const cellen of records(bytes)) {
      rij++
      if (cellen.length === 1 && cellen[0] === '') {
        continue
      }
      if (kop === undefined) {
        kop = cellen
        const kopfout = kopfouten(vorm, kop)
        if (kopfout.length > 0) {
          return { fouten: kopfout.map((melding) => ({ code: 'csv-kolommen', melding, rij: 1 })), rijen: 0 }
        }
        continue
      }
      rijen++
      const gelezen = leesRij(vorm, kop, cellen)
      if (gelezen.goed) {
        if (fouten.length === 0) {
          batch.push({ rij, waarde: gelezen.waarde })
        }
      } else {
        for (const { code, melding } of gelezen.fouten) {
          if (fouten.length < MAX_FOUTEN) {
            fouten.push({ code, melding: `Rij ${rij}: ${melding}`, rij })
          } else {
            foutenBuitenLijst++
          }
        }
      }
      if (batch.length === BATCH) {
        await verwerk(batch)
        batch = []
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) {
      throw error
    }
    // The reader stops here; rows it had already parsed may not have been seen, so only its own count is right.
    const foutRij = typeof error['records'] === 'number' ? error['records'] + 1 : rij + 1
    fouten.push({ code: 'csv-waarde', melding: `Rij ${foutRij}: ${leesfout(error)}`, rij: foutRij })
  }
  if (foutenBuitenLijst > 0) {
    const melding = `Daarna zijn nog ${foutenBuitenLijst} fouten gevonden. Verbeter eerst de fouten hierboven.`
    fouten.push({ code: fouten[0]?.code ?? 'csv-waarde', melding, rij: null })
  }
  if (fouten.length === 0 && rijen === 0) {
    return { fouten: [leeg('Het bestand bevat geen rijen onder de kolomnamen.')], rijen: 0 }
  }
  if (fouten.length === 0 && batch.length > 0) {
    await verwerk(batch)
  }
  return { fouten, rijen }
}

/** All rows in memory, for files whose rows must be seen together. */
export async function leesCsvGeheel<T>(
  bytes: Uint8Array,
  vorm: CsvVorm<T>,
): Promise<{ fouten: CsvFout[]; rijen: CsvRij<T>[] }> {
  const rijen: CsvRij<T>[] = []
  const { fouten } = await leesCsv(bytes, vorm, (batch) => {
    rijen.push(...batch)
  })
  return { fouten, rijen: fouten.length > 0 ? [] : rijen }
}

async function* records(bytes: Uint8Array): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter: ';',
    bom: true,
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n'],
    max_record_size: MAX_RIJ,
  })
  yield* Readable.from(stukken(bytes), { objectMode: false }).pipe(parser) as AsyncIterable<string[]>
}

function* stukken(bytes: Uint8Array) {
  for (let begin = 0; begin < bytes.length; begin += STUK) {
    yield bytes.subarray(begin, begin + STUK)
  }
}

function keurVooraf(bytes: Uint8Array): CsvFout | null {
  if (bytes.length === 0) {
    return leeg('Het bestand is leeg.')
  }
  if (!isUtf8(bytes)) {
    const melding = 'Het bestand is niet in UTF-8 opgeslagen. Kies bij het opslaan "CSV UTF-8".'
    return { code: 'geen-utf8', melding, rij: null }
  }
  // A file of only spaces and line ends; 256 bytes are enough to see that.
  const begin = new TextDecoder().decode(bytes.subarray(0, 256)).trim()
  return begin === '' && bytes.length <= 256 ? leeg('Het bestand is leeg.') : null
}

function leeg(melding: string): CsvFout {
  return { code: 'leeg-bestand', melding: `${melding} Kies een bestand met gegevens.`, rij: null }
}

function leesfout({ code }: CsvError): string {
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return `deze rij is langer dan ${MAX_RIJ} tekens. Controleer of er een aanhalingsteken ontbreekt.`
  }
  return 'een aanhalingsteken staat op een plek waar dat niet kan. Zet de hele cel tussen dubbele aanhalingstekens en schrijf een aanhalingsteken daarbinnen twee keer.'
}
