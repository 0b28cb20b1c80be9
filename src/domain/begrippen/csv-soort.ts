import { csvSoorten, type CsvSoort } from './csv.ts'

/** The columns of each kind of file (proefregio/LEESMIJ.md). */
export const csvKolommen: Record<CsvSoort, readonly string[]> = {
  aanbieders: ['agb', 'kvk', 'naam', 'rechtsvorm', 'plaats', 'grootteklasse', 'medewerkers', 'contractVan'],
  overeenkomsten: [
    'overeenkomst',
    'agb',
    'onderwerp',
    'begindatum',
    'einddatum',
    'verlengingen',
    'verlengingMaanden',
    'gemeenten',
    'productcategorie',
    'productcode',
    'product',
    'eenheidTarief',
    'eenheidDeclaratie',
    'jaar',
    'tariefCent',
    'plafondCent',
  ],
  evaluaties: ['gemeentecode', 'toewijzingNummer', 'datum', 'soort', 'resultaat', 'reden'],
  cto: ['jaar', 'veldwerkEinde', 'gemeentecode', 'toewijzingNummer', 'cijfer', 'datumRespons'],
}

/** The kind of a CSV by its header, else by the first of the four words in its name; null when neither tells. */
export function soortCsv(bytes: Uint8Array, naam: string): CsvSoort | null {
  const begin = new TextDecoder().decode(bytes.subarray(0, 2_000)).split(/\r?\n/, 1)[0] ?? ''
  const kop = begin.split(';').map((cel) => cel.trim().replace(/^"(.*)"$/, '$1'))
  const metDezeKop = csvSoorten.find(
    (soort) => csvKolommen[soort].length === kop.length && csvKolommen[soort].every((kolom) => kop.includes(kolom)),
  )
  return metDezeKop ?? soortUitNaam(naam)
}

function soortUitNaam(naam: string): CsvSoort | null {
  const bestand = (naam.split(/[/\\]/).at(-1) ?? '').toLowerCase()
  const gevonden = csvSoorten
    .map((soort) => ({ soort, plaats: bestand.indexOf(soort) }))
    .filter(({ plaats }) => plaats >= 0)
    .toSorted((a, b) => a.plaats - b.plaats)
  return gevonden[0]?.soort ?? null
}
