import { eenheden } from '../../domain/plan/kalender/termijninvoer.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Knop } from '../ui/knop.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Vinkje } from '../ui/vinkje.tsx'

type Optie = { id: string; naam: string }

type Props = {
  raam: Raam
  aanbieders: Optie[]
  /** Of the chosen aanbieder. */
  overeenkomsten: Optie[]
  collegas: Optie[]
  waarden: Record<string, string>
  fouten?: Veldfout[]
}

/** A term of one's own: what, by when or on which day, whose, and about whom. */
export function NieuweTermijnPage({ raam, aanbieders, overeenkomsten, collegas, waarden, fouten = [] }: Props) {
  const veld = (naam: string) => ({
    naam,
    waarde: waarden[naam],
    fout: fouten.find((een) => een.veld === naam)?.melding,
  })
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[{ label: 'Kalender', href: routes.kalender() }]}
      titel="Termijn toevoegen"
      lead="Wat niet vanzelf in de kalender komt, zet u er zelf in. Noem geen cliënten bij naam."
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.termijnVastleggen()}
        csrf={raam.csrf}
        knop="Termijn toevoegen"
        terug={{ label: 'Terug', href: routes.kalender() }}
      >
        {/* Enter in a field presses the first button of a form: adding the term, not showing what there is to choose from */}
        <button type="submit" className="ams-visually-hidden" tabIndex={-1} aria-hidden="true">
          Termijn toevoegen
        </button>
        <Tekstveld {...veld('titel')} label="Wat moet er gebeuren?" hulp="Bijvoorbeeld: nieuwe polis opvragen." />
        <Keuze
          {...veld('aard')}
          label="Wat voor dag is het?"
          soort="rondjes"
          opties={[
            { waarde: 'uiterlijk', label: 'Dan moet iemand het hebben gedaan' },
            { waarde: 'moment', label: 'Dan gebeurt er iets' },
          ]}
        />
        <Keuze
          {...veld('hoe')}
          label="Welke dag?"
          soort="rondjes"
          opties={[
            { waarde: 'dag', label: 'Een vaste datum' },
            { waarde: 'geteld', label: 'Zoveel tijd na een dag' },
          ]}
        />
        <div className="ov-keuzedeel">
          <Datumveld {...veld('datum')} label="Datum" hulp="Bij een vaste datum, bijvoorbeeld 13 nov 2026" />
        </div>
        <div className="ov-keuzedeel">
          <Datumveld {...veld('start')} label="Telt vanaf" hulp="Bij tellen: deze dag is dag 0" />
          <Tekstveld {...veld('lengte')} label="Hoe lang" breedte="kort" cijfers />
          <Keuze {...veld('eenheid')} label="Eenheid" opties={eenheden.map((waarde) => ({ waarde, label: waarde }))} />
          <Vinkje
            naam="doorrollen"
            waarde="ja"
            aan={waarden['doorrollen'] === 'ja'}
            label="Schuif door naar de volgende werkdag na een weekend of feestdag (bij dagen en weken)"
          />
        </div>
        <Keuze
          {...veld('wie')}
          label="Wie moet handelen?"
          opties={[
            { waarde: 'mij', label: 'Ik' },
            { waarde: 'contractmanager', label: 'De contractmanager van de aanbieder' },
            { waarde: 'contracteigenaar', label: 'De contracteigenaar' },
            { waarde: 'aanbieder', label: 'De aanbieder' },
            ...collegas.map(({ id, naam }) => ({ waarde: id, label: naam })),
          ]}
        />
        <Keuze
          {...veld('aanbieder')}
          label="Over welke aanbieder?"
          facultatief
          leeg="Geen aanbieder"
          opties={aanbieders.map(({ id, naam }) => ({ waarde: id, label: naam }))}
        />
        {overeenkomsten.length === 0 ? (
          <div>
            <p className="ov-hulp">Gaat het over één overeenkomst? Toon ze als u een aanbieder heeft gekozen.</p>
            <Knop soort="tweede" naam="toon" waarde="overeenkomsten">
              Overeenkomsten tonen
            </Knop>
          </div>
        ) : (
          <Keuze
            {...veld('overeenkomst')}
            label="Over welke overeenkomst?"
            facultatief
            leeg="Elke overeenkomst"
            opties={overeenkomsten.map(({ id, naam }) => ({ waarde: id, label: naam }))}
          />
        )}
        <Tekstveld
          {...veld('toelichting')}
          label="Toelichting"
          facultatief
          regels={3}
          hulp="Staat bij de termijn. Is de termijn voor de aanbieder, dan leest die het ook."
        />
      </Formulier>
    </Pagina>
  )
}
