import type { Normwijzigingsversie } from '../../domain/check/kpi/list-mededelingen.ts'
import type { KomendeVersie } from '../../domain/plan/inrichting/lees-regelset.ts'
import type { Regelsetversie } from '../../domain/plan/inrichting/regelset-inhoud.ts'
import type { Regio, Subregio } from '../../domain/plan/inrichting/queries.ts'
import { routes } from '../routes.ts'
import { Feiten } from '../ui/feiten.tsx'
import { aantal, datum, getal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { deelnamen, regelsetnamen } from './namen.ts'

type Props = {
  raam: Raam
  regio: Regio
  subregios: Subregio[]
  delen: Regelsetversie[]
  komend: KomendeVersie[]
  wijzigingen: Normwijzigingsversie[]
}

/** The region and the rules that apply in it today, each with its version and source. */
export function InrichtingPage({ raam, regio, subregios, delen, komend, wijzigingen }: Props) {
  const gemeenten = subregios.flatMap(({ gemeenten }) => gemeenten)
  return (
    <Pagina
      raam={raam}
      titel="Inrichting"
      lead={
        <>
          <b>
            {regio.naam}: {aantal(gemeenten.length, 'gemeente', 'gemeenten')} in{' '}
            {aantal(subregios.length, 'subregio', 'subregio’s')}
          </b>
          . Wat hier geldt, staat in versies: een nieuwe versie verandert nooit wat eerder is beoordeeld.
        </>
      }
      acties={<a href={routes.organisatie()}>Hoe contractmanagement is georganiseerd</a>}
    >
      <Feiten
        feiten={[
          { label: 'Regio', waarde: regio.naam },
          { label: 'Regelset', waarde: regelsetnamen[regio.regelset] ?? regio.regelset },
          { label: 'Contractfase vanaf', betekenis: 'gecontracteerd', waarde: datum(regio.contractfaseVanaf) },
          { label: 'Onderdelen van de regelset', groot: true, waarde: getal(delen.length) },
        ]}
      />
      <Onderdeel
        titel="Subregio’s"
        conclusie={raam.zonderKpis ? undefined : 'KPI’s worden per aanbieder en per subregio gemeten.'}
      >
        <Tabel
          bijschrift="Subregio’s met hun gemeenten"
          klikbaar={false}
          kolommen={subregiokolommen}
          rijen={subregios}
          sleutel={({ id }) => id}
        />
      </Onderdeel>
      <Onderdeel
        titel="Regelset"
        conclusie="Normen, termijnen en rollen zijn gegevens met een bron, geen programmatuur."
      >
        <Tabel
          bijschrift="Onderdelen van de regelset"
          kolommen={deelkolommen(komend, wijzigingen)}
          rijen={delen.toSorted((a, b) => naamVan(a).localeCompare(naamVan(b), 'nl'))}
          sleutel={({ id }) => id}
        />
      </Onderdeel>
    </Pagina>
  )
}

const subregiokolommen: Kolom<Subregio>[] = [
  { naam: 'naam', kop: 'Subregio', cel: ({ naam }) => naam },
  {
    naam: 'gemeenten',
    kop: 'Gemeenten',
    telefoon: 'breed',
    cel: ({ gemeenten }) => gemeenten.map(({ code, naam }) => `${naam} (${code})`).join(', '),
  },
]

const naamVan = ({ deel }: Pick<Regelsetversie, 'deel'>) => deelnamen[deel] ?? deel

const deelkolommen = (komend: KomendeVersie[], wijzigingen: Normwijzigingsversie[]): Kolom<Regelsetversie>[] => [
  {
    naam: 'deel',
    kop: 'Onderdeel',
    cel: (rij) => <a href={routes.regelsetdeel(rij.deel)}>{naamVan(rij)}</a>,
  },
  { naam: 'versie', kop: 'Versie', rechts: true, cel: ({ versie }) => getal(versie) },
  { naam: 'vanaf', kop: 'Geldt vanaf', heel: true, cel: ({ geldigVanaf }) => datum(geldigVanaf) },
  {
    naam: 'bron',
    kop: 'Bron',
    telefoon: 'breed',
    cel: ({ deel, bron }) => (
      <>
        {bron}
        {komend
          .filter((een) => een.deel === deel)
          .map(({ versie, geldigVanaf }) => (
            <div key={versie}>
              <b>
                Versie {versie} gaat in op {datum(geldigVanaf)}
              </b>
              {wijzigingen.some(({ nieuw }) => `kpi-${nieuw.code}` === deel && nieuw.versie === versie) && (
                <>
                  : <a href={routes.normVerteld(deel, versie)}>wie versie {versie} kent</a>
                </>
              )}
            </div>
          ))}
      </>
    ),
  },
]
