import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { csvTekst, geefUitvoer, type Uitvoerkolom } from './uitvoer.ts'

type Rij = {
  naam: string | null
  aantal: number | null
  cent: number | null
  deel: string | null
  op: Temporal.PlainDate | null
}

const kolommen: Uitvoerkolom<Rij>[] = [
  { kop: 'Naam', waarde: ({ naam }) => naam },
  { kop: 'Aantal', soort: 'getal', waarde: ({ aantal }) => aantal },
  { kop: 'Bedrag', soort: 'bedrag', waarde: ({ cent }) => cent },
  { kop: 'Deel', soort: 'procent', waarde: ({ deel }) => deel },
  { kop: 'Datum', soort: 'datum', waarde: ({ op }) => op },
]
const op = Temporal.PlainDate.from('2026-11-22')
const rijen: Rij[] = [
  { naam: '=HYPERLINK("http://x";"klik")', aantal: -3, cent: -123456, deel: '59.4', op },
  { naam: 'Café; "Zuid"', aantal: 0, cent: 5, deel: null, op: null },
  { naam: null, aantal: null, cent: null, deel: null, op: null },
]

describe('uitvoer', () => {
  test('CSV: formules onschadelijk, getallen blijven getallen, bedragen met een komma', async () => {
    const response = await geefUitvoer({ soort: 'csv', naam: 'lijst', kolommen, rijen })
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="lijst.csv"')
    expect(Buffer.from(await response.arrayBuffer()).toString()).toBe(
      [
        '\ufeffNaam;Aantal;Bedrag;Deel;Datum',
        `"'=HYPERLINK(""http://x"";""klik"")";-3;-1234,56;59,4;2026-11-22`,
        '"Café; ""Zuid""";0;0,05;;',
        ';;;;',
        '',
      ].join('\r\n'),
    )
  })

  test.for(['=1', '+31', '-1', '@a', '\tx', '\rx', '\nx', ' =1', '  @a'])(
    'CSV: %j kan geen formule worden',
    (tekst) => {
      expect(csvTekst(tekst).replace(/^"/, '')).toMatch(/^'/)
    },
  )

  test('XLSX: tekst is tekst, getallen en datums hebben hun eigen soort', async () => {
    const response = await geefUitvoer({ soort: 'xlsx', naam: 'lijst', kolommen, rijen })
    const boek = new ExcelJS.Workbook()
    await boek.xlsx.load(await response.arrayBuffer())
    const blad = boek.worksheets[0]!
    expect(blad.getRow(1).values).toEqual([undefined, 'Naam', 'Aantal', 'Bedrag', 'Deel', 'Datum'])
    const cel = (adres: string) => blad.getCell(adres)
    expect([cel('A2').value, cel('A2').type]).toEqual(['=HYPERLINK("http://x";"klik")', ExcelJS.ValueType.String])
    expect([cel('B2').value, cel('C2').value, cel('D2').value]).toEqual([-3, -1234.56, 0.594])
    expect(cel('E2').value).toEqual(new Date('2026-11-22T00:00:00Z'))
    expect(cel('C2').numFmt).toBe('"€" #,##0.00')
    expect(cel('A3').value).toBe('Café; "Zuid"')
    expect(blad.actualRowCount).toBeGreaterThanOrEqual(3)
  })

  test('rijen mogen druppelsgewijs komen', async () => {
    async function* stroom() {
      yield* await Promise.resolve(rijen)
    }
    const response = await geefUitvoer({ soort: 'csv', naam: 'x', kolommen, rijen: stroom() })
    expect((await response.text()).split('\r\n')).toHaveLength(5)
  })
})
