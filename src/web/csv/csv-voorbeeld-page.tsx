import type { CsvRijoordeel, CsvVoorbeeld } from '../../domain/begrippen/csv.ts'
import { inWoorden } from '../aanbieder/tijdlijn.tsx'
import { Bestandveld } from '../ui/bestandveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Knop } from '../ui/knop.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, getal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { csvTitels } from './csv-page.tsx'
import type { CsvInlezing } from './maak-csv-inlezen.tsx'

type Props = {
  raam: Raam
  inlezing: CsvInlezing
  voorbeeld: CsvVoorbeeld
  /** The file itself, to send again on confirm; left out when it is too large to go along. */
  inhoud: string | undefined
}

/** What every row of a file would do, or what is wrong with it. Nothing has been written yet. */
export function CsvVoorbeeldPage(props: Props) {
  const { raam, inlezing, voorbeeld } = props
  const { fouten, wachtend, uitkomst } = voorbeeld
  return (
    <Pagina
      raam={raam}
      kruimels={[inlezing.terug, { label: csvTitels[inlezing.soort], href: inlezing.pad }]}
      titel={uitkomst === 'afgekeurd' ? 'Dit bestand kan niet worden ingelezen' : 'Dit gaat er gebeuren'}
      lead={<Lead voorbeeld={voorbeeld} />}
      fouten={uitkomst === 'afgekeurd'}
      actie={uitkomst !== 'verwerkt' && <Knop href={inlezing.pad}>Ander bestand kiezen</Knop>}
    >
      {uitkomst === 'afgekeurd' ? (
        <Onderdeel
          titel="Wat er niet klopt"
          conclusie="Verbeter deze rijen in het bestand en kies het opnieuw. Er is niets vastgelegd."
        >
          <Tabel
            bijschrift="Fouten in het bestand"
            klikbaar={false}
            rijen={fouten.map((fout, nummer) => ({ ...fout, nummer }))}
            sleutel={({ nummer }) => String(nummer)}
            kolommen={[
              { naam: 'rij', kop: 'Rij', heel: true, cel: ({ rij }) => rij ?? 'bestand' },
              {
                naam: 'melding',
                kop: 'Wat er niet klopt',
                telefoon: 'breed',
                cel: ({ melding }) => melding.replace(/^Rij \d+: (.)/, (_, letter: string) => letter.toUpperCase()),
              },
              { naam: 'code', kop: 'Code', telefoon: 'weg', cel: ({ code }) => code },
            ]}
          />
        </Onderdeel>
      ) : (
        <>
          {wachtend.length > 0 && (
            <Melding titel={`${aantal(wachtend.length, 'rij wacht', 'rijen wachten')} op iets wat nog niet bekend is.`}>
              {wachtend[0]!.melding}
              {wachtend.length > 1 && ` En ${getal(wachtend.length - 1)} andere.`}
            </Melding>
          )}
          {uitkomst === 'verwerkt' && <Bevestigen {...props} />}
          <Onderdeel
            titel="Per rij"
            noot={
              voorbeeld.meer > 0 &&
              `de eerste ${getal(voorbeeld.rijen.length)} rijen; nog ${getal(voorbeeld.meer)} andere`
            }
          >
            <Tabel
              bijschrift="Wat elke rij doet"
              klikbaar={false}
              rijen={voorbeeld.rijen}
              sleutel={({ rij }) => String(rij)}
              kolommen={kolommen}
            />
          </Onderdeel>
        </>
      )}
    </Pagina>
  )
}

const kolommen = [
  { naam: 'rij', kop: 'Rij', heel: true, cel: ({ rij }: CsvRijoordeel) => rij },
  { naam: 'wat', kop: 'Wat', cel: ({ titel }: CsvRijoordeel) => titel },
  {
    naam: 'oordeel',
    kop: 'Gevolg',
    cel: ({ oordeel }: CsvRijoordeel) =>
      oordeel === 'ongewijzigd' ? <span className="ov-stil">ongewijzigd</span> : oordeel,
  },
  {
    naam: 'wijzigingen',
    kop: 'Wat er verandert',
    telefoon: 'breed' as const,
    cel: ({ wijzigingen, melding }: CsvRijoordeel) =>
      [...wijzigingen.map(inWoorden), ...(melding ? [melding] : [])].join('; ') || '–',
  },
]

function Lead({ voorbeeld: { uitkomst, fouten, nieuw, gewijzigd, ongewijzigd } }: { voorbeeld: CsvVoorbeeld }) {
  if (uitkomst === 'afgekeurd') {
    return (
      <>
        Er {fouten.length === 1 ? 'is' : 'zijn'} <b>{aantal(fouten.length, 'fout', 'fouten')}</b> gevonden.
      </>
    )
  }
  return uitkomst === 'dubbel' ? (
    <>
      <b>Alles in dit bestand is al bekend.</b> Er verandert niets.
    </>
  ) : (
    <>
      <b>
        {aantal(nieuw, 'rij', 'rijen')} nieuw en {getal(gewijzigd)} gewijzigd.
      </b>{' '}
      {ongewijzigd > 0 && `${aantal(ongewijzigd, 'rij verandert', 'rijen veranderen')} niets. `}Er is nog niets
      vastgelegd.
    </>
  )
}

function Bevestigen({ raam, inlezing, inhoud }: Props) {
  return (
    <Formulier
      actie={inlezing.pad}
      csrf={raam.csrf}
      bestand
      knop="Vastleggen"
      terug={{ label: 'Ander bestand kiezen', href: inlezing.pad }}
      verborgen={{ stap: 'bevestigen', ...(inhoud !== undefined && { inhoud }) }}
    >
      {inhoud === undefined && (
        <Bestandveld
          naam="bestand"
          label="Kies hetzelfde bestand nog een keer"
          accept=".csv,text/csv"
          uitleg="Het is te groot om in deze pagina te bewaren."
        />
      )}
    </Formulier>
  )
}
