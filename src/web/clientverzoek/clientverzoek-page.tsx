import type { Verwijdering } from '../../domain/check/client/verwijder-client.ts'
import type { Client } from '../../domain/check/client/zoek-client.ts'
import { routes } from '../routes.ts'
import { telzin } from '../bewaren/woorden.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, getal, momentKort } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { tabelnamen } from './tabelnamen.ts'

type Props = {
  raam: Raam
  verwijderingen: Verwijdering[]
  gevonden?: { client: Client; geteld: Record<string, number> } | undefined
  gedaan?: string | undefined
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

/** All about one client, for who asks to see it or to have it removed. A label never stands in an address. */
export function ClientverzoekPage({ raam, verwijderingen, gevonden, gedaan, waarden = {}, fouten = [] }: Props) {
  const veld = (naam: string) => ({
    naam,
    waarde: waarden[naam],
    fout: fouten.find((een) => een.veld === naam)?.melding,
  })
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      titel="Inzage en verwijderen"
      lead={
        gevonden ? (
          <>
            Over <b>{gevonden.client.label}</b> ({gevonden.client.wet === 'wmo' ? 'Wmo' : 'Jeugdwet'}) staat hier{' '}
            <b>{aantal(som(gevonden.geteld), 'gegeven', 'gegevens')}</b>.
          </>
        ) : (
          <>Vraagt iemand wat er over hem staat, of wil hij dat het weggaat? Zoek op het label van een casus.</>
        )
      }
      melding={gedaan && <Melding soort="gedaan">{gedaan}</Melding>}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier actie={routes.clientverzoek()} csrf={raam.csrf} knop="Zoeken" soort={gevonden ? 'tweede' : 'hoofd'}>
        <Tekstveld
          {...veld('label')}
          label="Label van de cliënt"
          hulp="Zoals C-7KQ2M-9XD4T. Hebt u alleen een burgerservicenummer, dan zoekt de beheerder van de computer het label op."
          breedte="half"
        />
      </Formulier>
      {gevonden && <Gevonden raam={raam} {...gevonden} veld={veld} />}
      <Onderdeel titel="Verwijderd" conclusie="Dat er iets was en dat het weg is. Het label leidt nergens meer heen.">
        <Tabel
          bijschrift="Verwijderde cliënten"
          klikbaar={false}
          rijen={verwijderingen}
          sleutel={({ id }) => id}
          kolommen={[
            { naam: 'wanneer', kop: 'Wanneer', heel: true, cel: ({ begonnenOp }) => momentKort(begonnenOp) },
            { naam: 'label', kop: 'Label', heel: true, cel: ({ label }) => label },
            { naam: 'wat', kop: 'Wat', telefoon: 'breed', cel: ({ verwijderd }) => telzin(verwijderd) },
            { naam: 'wie', kop: 'Door', telefoon: 'breed', cel: ({ begonnenDoor }) => begonnenDoor },
            { naam: 'reden', kop: 'Reden', telefoon: 'breed', cel: ({ reden }) => reden },
          ]}
          leeg={
            <LegeStaat titel="Nog niemand verwijderd">
              Hier staat wie wanneer en waarom een cliënt verwijderde.
            </LegeStaat>
          }
        />
      </Onderdeel>
    </Pagina>
  )
}

type Gevondenprops = {
  raam: Raam
  client: Client
  geteld: Record<string, number>
  veld: (naam: string) => { naam: string; waarde: string | undefined; fout: string | undefined }
}

function Gevonden({ raam, client, geteld, veld }: Gevondenprops) {
  const vast = { label: client.label }
  return (
    <>
      <Onderdeel titel="Wat er staat">
        <Tabel
          bijschrift={`Gegevens over ${client.label}`}
          klikbaar={false}
          smal
          rijen={Object.entries(geteld).map(([tabel, n]) => ({ tabel, n }))}
          sleutel={({ tabel }) => tabel}
          kolommen={[
            { naam: 'wat', kop: 'Wat', cel: ({ tabel }) => tabelnamen[tabel] ?? tabel },
            { naam: 'n', kop: 'Aantal', rechts: true, cel: ({ n }) => getal(n) },
          ]}
        />
      </Onderdeel>
      <Onderdeel
        titel="Uitvoeren"
        conclusie="Een bestand (JSON) met alles hierboven, zonder naam of burgerservicenummer."
      >
        <Formulier actie={routes.clientverzoek('uitvoer')} csrf={raam.csrf} knop="Uitvoeren" verborgen={vast}>
          <Tekstveld {...veld('reden-uitvoer')} label="Waarom" hulp="Komt in het logboek. Noem er niemand in." />
        </Formulier>
      </Onderdeel>
      <Onderdeel
        titel="Verwijderen"
        conclusie="Alles over deze cliënt gaat weg; cijfers blijven. Dit is niet terug te draaien. Voer eerst uit als iemand erom vroeg."
      >
        <Formulier
          actie={routes.clientverzoek('verwijderen')}
          csrf={raam.csrf}
          knop="Verwijderen"
          soort="tweede"
          verborgen={vast}
        >
          <Tekstveld {...veld('reden-verwijderen')} label="Waarom" hulp="Blijft staan. Noem er niemand in." />
          <Tekstveld
            {...veld('bevestiging')}
            label="Typ het label over"
            hulp={`Zo weet u zeker dat het om ${client.label} gaat.`}
            breedte="half"
          />
        </Formulier>
      </Onderdeel>
    </>
  )
}

const som = (geteld: Record<string, number>) => Object.values(geteld).reduce((totaal, n) => totaal + n, 0)
