import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'

/** What a cell holds: a number stays a number, a text can never become a formula. Money is whole cents, a percentage "59.4". */
export type Uitvoerkolom<R> =
  | { kop: string; soort?: 'tekst'; waarde: (rij: R) => string | null }
  | { kop: string; soort: 'bedrag'; waarde: (rij: R) => number | null }
  // words where the number may not be told: "minder dan 10"
  | { kop: string; soort: 'getal'; waarde: (rij: R) => number | string | null }
  | { kop: string; soort: 'procent'; waarde: (rij: R) => string | null }
  | { kop: string; soort: 'datum'; waarde: (rij: R) => Temporal.PlainDate | null }

export type Uitvoersoort = 'xlsx' | 'csv'

export type Uitvoer<R> = {
  soort: Uitvoersoort
  /** Name of the file without extension. */
  naam: string
  kolommen: readonly Uitvoerkolom<R>[]
  rijen: Iterable<R> | AsyncIterable<R>
}

const MEDIUM = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} satisfies Record<Uitvoersoort, string>

const VORM = { getal: '#,##0', bedrag: '"€" #,##0.00', procent: '0.0%', datum: 'dd-mm-yyyy' } as const

/** A list as a download. Complete before it is answered: the rows are read inside the transaction of the request. */
export async function geefUitvoer<R>(uitvoer: Uitvoer<R>): Promise<Response> {
  const body = uitvoer.soort === 'xlsx' ? await maakXlsx(uitvoer) : await maakCsv(uitvoer)
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': MEDIUM[uitvoer.soort],
      'content-disposition': `attachment; filename="${uitvoer.naam}.${uitvoer.soort}"`,
      'cache-control': 'no-store',
    },
  })
}

async function maakXlsx<R>({ naam, kolommen, rijen }: Uitvoer<R>): Promise<Buffer> {
  const stroom = new PassThrough()
  const klaar = buffer(stroom)
  // Rows are written as they come and then forgotten.
  const boek = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: stroom, useStyles: true, useSharedStrings: false })
  const blad = boek.addWorksheet(naam.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] })
  blad.columns = kolommen.map((kolom) => ({
    header: kolom.kop,
    width: Math.max(12, kolom.kop.length + 2),
    style: kolom.soort && kolom.soort !== 'tekst' ? { numFmt: VORM[kolom.soort] } : {},
  }))
  blad.getRow(1).font = { bold: true }
  blad.getRow(1).commit()
  for await (const rij of rijen) {
    blad.addRow(kolommen.map((kolom) => xlsxCel(kolom, rij))).commit()
  }
  blad.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(1, kolommen.length) } }
  blad.commit()
  await boek.commit()
  return klaar
}

function xlsxCel<R>(kolom: Uitvoerkolom<R>, rij: R): string | number | Date | null {
  switch (kolom.soort) {
    case 'bedrag': {
      const cent = kolom.waarde(rij)
      return cent === null ? null : cent / 100
    }
    case 'procent': {
      const procent = kolom.waarde(rij)
      return procent === null ? null : Number(procent) / 100
    }
    case 'datum': {
      const dag = kolom.waarde(rij)
      return dag === null ? null : new Date(`${dag.toString()}T00:00:00Z`)
    }
    case 'getal':
      return kolom.waarde(rij)
    default: {
      // A plain string cell is text to a spreadsheet, whatever it starts with; only what XML cannot hold is taken out.
      const tekst = kolom.waarde(rij)

      return tekst === null ? null : tekst.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    }
  }
}

async function maakCsv<R>({ kolommen, rijen }: Uitvoer<R>): Promise<Buffer> {
  // With a mark at the start, so that Excel reads UTF-8.
  const regels = ['\ufeff' + kolommen.map(({ kop }) => csvTekst(kop)).join(';')]
  for await (const rij of rijen) {
    regels.push(kolommen.map((kolom) => csvCel(kolom, rij)).join(';'))
  }
  return Buffer.from(regels.join('\r\n') + '\r\n')
}

function csvCel<R>(kolom: Uitvoerkolom<R>, rij: R): string {
  switch (kolom.soort) {
    case 'bedrag': {
      const cent = kolom.waarde(rij)
      return cent === null ? '' : (cent / 100).toFixed(2).replace('.', ',')
    }
    case 'getal':
      return String(kolom.waarde(rij) ?? '').replace('.', ',')
    case 'procent':
      return (kolom.waarde(rij) ?? '').replace('.', ',')
    case 'datum':
      return kolom.waarde(rij)?.toString() ?? ''
    default:
      return csvTekst(kolom.waarde(rij) ?? '')
  }
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it (CSV injection). */
export function csvTekst(tekst: string): string {
  const veilig = /^\s*[=+\-@]|^[\t\r\n]/.test(tekst) ? `'${tekst}` : tekst
  return /[;"\r\n]/.test(veilig) ? `"${veilig.replaceAll('"', '""')}"` : veilig
}
