import { statusNaam, volgendeStatussen, type KpiDefinitie } from '../../domain/check/kpi/kpi-definitie.ts'
import type { Raadpleging } from '../../domain/check/kpi/raadpleging.ts'
import { routes } from '../routes.ts'
import { CijfersAlsTabel } from '../ui/cijfers-als-tabel.tsx'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { datum, hoofdletter, vanTotaal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { deelnamen } from './namen.ts'

type Props = {
  raam: Raam
  deel: string
  definitie: KpiDefinitie
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

const DATUMHULP = 'Bijvoorbeeld 13-11-2026'

/** Records how aanbieders were heard about a KPI, and what its status is after that (KPI-07, KPI-08). */
export function EvaluatiePage({ raam, deel, definitie, waarden = {}, fouten = [] }: Props) {
  const { status, methode, raadplegingen } = definitie
  const veld = (naam: string) => ({
    naam,
    waarde: waarden[naam] ?? '',
    fout: fouten.find((fout) => fout.veld === naam)?.melding,
  })
  return (
    <Pagina
      raam={raam}
      kruimels={[
        { label: 'Inrichting', href: routes.inrichting() },
        { label: deelnamen[deel] ?? deel, href: routes.regelsetdeel(deel) },
      ]}
      titel="Evaluatie vastleggen"
      titelInTab={`Evaluatie vastleggen, ${definitie.naam}`}
      fouten={fouten.length > 0}
      lead={
        <>
          <b>
            {definitie.naam} is {statusNaam[status]}.
          </b>{' '}
          Normen en schalen worden na een jaar met de aanbieders geëvalueerd, zo nodig bijgesteld en daarna vastgesteld.
        </>
      }
    >
      <Foutenlijst fouten={fouten} />
      {raadplegingen.length > 0 && <Eerdere raadplegingen={raadplegingen} />}
      <Onderdeel titel="Raadpleging van aanbieders">
        <Formulier actie={routes.kpiEvaluatie(deel)} csrf={raam.csrf} knop="Evaluatie vastleggen">
          <Datumveld {...veld('datum')} label="Wanneer was de raadpleging?" hulp={DATUMHULP} />
          <Tekstveld {...veld('gevraagd')} label="Hoeveel aanbieders zijn gevraagd?" breedte="kort" cijfers />
          <Tekstveld {...veld('gereageerd')} label="Hoeveel reageerden?" breedte="kort" cijfers />
          <Tekstveld {...veld('uitkomst')} label="Wat kwam eruit?" regels={4} />
          {methode === null && (
            <Tekstveld
              {...veld('methode')}
              label="Hoe wordt onderzocht en geteld?"
              hulp="Nodig zodra de status niet meer voorlopig is"
              regels={3}
            />
          )}
          <Keuze
            {...veld('status')}
            waarde={waarden['status'] ?? status}
            label="Status daarna"
            soort="rondjes"
            opties={[status, ...volgendeStatussen(status)].map((een) => ({
              waarde: een,
              label: hoofdletter(statusNaam[een]),
            }))}
          />
          <Datumveld {...veld('geldigVanaf')} label="Geldt vanaf" hulp={DATUMHULP} />
          <Tekstveld {...veld('bron')} label="Waar is dit besloten?" />
        </Formulier>
      </Onderdeel>
    </Pagina>
  )
}

function Eerdere({ raadplegingen }: { raadplegingen: Raadpleging[] }) {
  return (
    <Onderdeel titel="Eerdere raadplegingen">
      <CijfersAlsTabel
        bijschrift="Eerdere raadplegingen"
        koppen={['Datum', 'Reageerden', 'Uitkomst']}
        rijen={raadplegingen.map((een) => [
          datum(Temporal.PlainDate.from(een.datum)),
          vanTotaal(een.gereageerd, een.gevraagd),
          een.uitkomst,
        ])}
      />
    </Onderdeel>
  )
}
