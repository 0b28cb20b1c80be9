import { csvKolommen } from '../../domain/begrippen/csv-soort.ts'
import { Bestandveld } from '../ui/bestandveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst } from '../ui/foutenlijst.tsx'
import { Melding } from '../ui/melding.tsx'
import { getal, opsomming } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import type { CsvInlezing } from './maak-csv-inlezen.tsx'

export const csvTitels = {
  aanbieders: 'Aanbieders inlezen',
  overeenkomsten: 'Overeenkomsten inlezen',
  evaluaties: 'Evaluaties inlezen',
  cto: 'Cliënttevredenheid inlezen',
} as const

type Props = {
  raam: Raam
  inlezing: CsvInlezing
  fout?: string
  gedaan?: { nieuw: number; gewijzigd: number; ongewijzigd: number } | undefined
}

/** Choosing a CSV file. */
export function CsvPage({ raam, inlezing, fout, gedaan }: Props) {
  const { pad, soort, terug } = inlezing
  return (
    <Pagina
      raam={raam}
      kruimels={[terug]}
      titel={csvTitels[soort]}
      lead="Kies een CSV-bestand. U ziet eerst per rij wat er gebeurt en wat er niet klopt; pas daarna legt u het vast."
      melding={gedaan && <Melding soort="gedaan">{inWoorden(gedaan)}</Melding>}
      fouten={fout !== undefined}
    >
      <Foutenlijst fouten={fout === undefined ? [] : [{ veld: 'bestand', melding: fout }]} />
      <Formulier actie={pad} csrf={raam.csrf} bestand knop="Bekijken" terug={terug}>
        <Bestandveld
          naam="bestand"
          label="Bestand"
          accept=".csv,text/csv"
          uitleg="CSV in UTF-8, kolommen gescheiden met een puntkomma · ten hoogste 10 MB"
          hulp={`De eerste rij bevat de kolommen ${opsomming([...csvKolommen[soort]])}.`}
          {...(fout !== undefined && { fout })}
        />
      </Formulier>
    </Pagina>
  )
}

function inWoorden({ nieuw, gewijzigd, ongewijzigd }: NonNullable<Props['gedaan']>): string {
  if (nieuw + gewijzigd === 0) {
    return 'Dit bestand was al ingelezen. Er is niets gewijzigd.'
  }
  return `Het bestand is ingelezen: ${getal(nieuw)} rijen nieuw, ${getal(gewijzigd)} gewijzigd en ${getal(ongewijzigd)} ongewijzigd.`
}
