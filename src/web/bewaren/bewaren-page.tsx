import { termijnzin } from '../../domain/check/bewaren/bewaartermijn.ts'
import type { GeldendeTermijn } from '../../domain/check/bewaren/lees-bewaartermijnen.ts'
import type { Vernietiging } from '../../domain/check/bewaren/queries.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { aantal, hoofdletter, momentKort } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { hoeveelVan, periodezin, standVan, standzin, telzin } from './woorden.ts'

type Props = { raam: Raam; ctx: Context; termijnen: GeldendeTermijn[]; vernietigingen: Vernietiging[] }

/** What may be destroyed and waits for people, how long each kind is kept, and what was decided. */
export function BewarenPage({ raam, ctx, termijnen, vernietigingen }: Props) {
  const open = vernietigingen.filter((een) => ['te-bekijken', 'besluit'].includes(standVan(een)))
  const bezig = vernietigingen.filter((een) => standVan(een) === 'bezig')
  const gedaan = vernietigingen.filter((een) => ['vernietigd', 'uitgesteld'].includes(standVan(een)))
  const naam = new Map(termijnen.map((termijn) => [termijn.code, termijn.naam]))
  return (
    <Pagina
      raam={raam}
      titel="Bewaren"
      ververs={bezig.length > 0 ? 5 : undefined}
      lead={
        <>
          <b>
            {open.length === 0
              ? 'Er is niets over zijn bewaartermijn dat op een besluit wacht.'
              : `${hoofdletter(aantal(open.length, 'voorstel wacht', 'voorstellen wachten'))} op een besluit.`}
          </b>{' '}
          Er wordt niets vernietigd zonder dat twee mensen ernaar keken.
        </>
      }
    >
      <Onderdeel titel="Wat over zijn termijn is" conclusie={conclusie(ctx, open)}>
        <Tabel
          bijschrift="Voorstellen om te vernietigen"
          rijen={[...open, ...bezig]}
          sleutel={({ id }) => id}
          kolommen={[
            {
              naam: 'soort',
              kop: 'Wat',
              cel: ({ id, soort, aantal: n }) => <a href={routes.vernietiging(id)}>{hoeveelVan(soort, n)}</a>,
            },
            { naam: 'inhoud', kop: 'Daarbij', telefoon: 'breed', cel: ({ inhoud }) => telzin(inhoud) || '–' },
            {
              naam: 'periode',
              kop: 'Laatste dag',
              telefoon: 'breed',
              cel: periodezin,
            },
            { naam: 'stand', kop: 'Stand', telefoon: 'breed', cel: (een) => standzin(een) },
          ]}
          leeg={
            <LegeStaat titel="Niets over zijn termijn">
              Elke nacht wordt gekeken wat langer bewaard is dan mag. Dat staat dan hier.
            </LegeStaat>
          }
        />
      </Onderdeel>
      <Onderdeel
        titel="Bewaartermijnen"
        id="termijnen"
        noot={`versie ${String(termijnen[0]!.deel.versie)}`}
        conclusie="Waar geen bron een termijn noemt, is de termijn een keuze van de regio."
      >
        <Tabel
          bijschrift="Hoe lang gegevens blijven"
          klikbaar={false}
          rijen={termijnen}
          sleutel={({ code }) => code}
          kolommen={[
            { naam: 'naam', kop: 'Gegevens', cel: (termijn) => termijn.naam },
            { naam: 'hoelang', kop: 'Blijven', telefoon: 'breed', cel: termijnzin },
            {
              naam: 'bron',
              kop: 'Waarom',
              telefoon: 'breed',
              cel: ({ naam, resultaat, bron }) => (
                <Waarom
                  bij={naam}
                  regel={bron.tekst}
                  bron={
                    resultaat === null ? 'Keuze bij een open plek in de bron' : `${bron.document}, ${bron.paragraaf}`
                  }
                />
              ),
            },
          ]}
        />
      </Onderdeel>
      <Onderdeel
        titel="Besluiten"
        conclusie="Wat is vernietigd of uitgesteld. Van wat vernietigd is, staat hier alleen dat het er was."
      >
        <Tabel
          bijschrift="Besluiten over vernietigen"
          rijen={gedaan}
          sleutel={({ id }) => id}
          kolommen={[
            { naam: 'wanneer', kop: 'Besloten', heel: true, cel: ({ beslotenOp }) => momentKort(beslotenOp!) },
            {
              naam: 'wat',
              kop: 'Wat',
              cel: ({ id, soort }) => <a href={routes.vernietiging(id)}>{naam.get(soort) ?? soort}</a>,
            },
            {
              naam: 'hoeveel',
              kop: 'Hoeveel',
              telefoon: 'breed',
              cel: ({ vernietigd, soort, aantal: n, besluit }) =>
                besluit === 'vernietigen' ? telzin(vernietigd) || 'nog niets' : hoeveelVan(soort, n),
            },
            { naam: 'stand', kop: 'Besluit', telefoon: 'breed', cel: (een) => standzin(een) },
            { naam: 'wie', kop: 'Door', telefoon: 'breed', cel: ({ beslotenDoor }) => beslotenDoor },
          ]}
          leeg={
            <LegeStaat titel="Nog geen besluiten">
              Hier staat wie wanneer wat liet vernietigen, en op welke grond.
            </LegeStaat>
          }
        />
      </Onderdeel>
    </Pagina>
  )
}

function conclusie({ actor }: Context, open: Vernietiging[]): string | undefined {
  if (open.length === 0) return undefined
  if (mag(actor, 'bewaren:voorbereiden')) return 'Kijk na of er iets moet blijven, en leg het voor.'
  if (mag(actor, 'bewaren:besluiten')) return 'Wat is voorgelegd, vraagt uw besluit.'
  return 'Een contractbeheerder legt voor, een contracteigenaar besluit.'
}
