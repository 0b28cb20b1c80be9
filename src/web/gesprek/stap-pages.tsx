import { niveaus } from '../../domain/act/gesprek/gespreksregels.ts'
import { hoedanigheden } from '../../domain/act/gesprek/aanwezigen.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { KnopFormulier } from '../ui/knop.tsx'
import { datum, hoofdletter } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import type { Kader } from './lees-kader.ts'
import { Momentvelden } from './nieuw-page.tsx'
import { tijden } from './woorden.ts'

type Props = { kader: Kader; waarden?: Record<string, string>; fouten?: Veldfout[] }

const foutVan = (fouten: Veldfout[]) => (veld: string) => fouten.find((een) => een.veld === veld)?.melding

function omlijsting({ raam, gesprek }: Kader, fouten: Veldfout[]) {
  return {
    raam,
    fouten: fouten.length > 0,
    kruimels: [
      { label: 'Gesprekken', href: routes.gesprekken() },
      { label: gesprek.titel, href: routes.gesprek(gesprek.id) },
    ],
  }
}

/** Moving a meeting; everything goes along. */
export function VerplaatsenPage({ kader, waarden = {}, fouten = [] }: Props) {
  const { raam, gesprek } = kader
  const nu = {
    datum: datum(gesprek.datum).replace(/^\S+\s/, ''),
    begintijd: gesprek.begintijd.replace(':', '.'),
    eindtijd: gesprek.eindtijd.replace(':', '.'),
    plaats: gesprek.plaats,
    wijze: gesprek.wijze,
  }
  return (
    <Pagina
      {...omlijsting(kader, fouten)}
      titel="Gesprek verplaatsen"
      lead={`Nu: ${datum(gesprek.datum)}, ${tijden(gesprek)}. Agenda, deelnemers en rapportage gaan mee; antwoorden worden opnieuw gevraagd.`}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.gesprek(gesprek.id, 'verplaatsen')}
        csrf={raam.csrf}
        knop="Verplaatsen"
        terug={{ label: 'Terug', href: routes.gesprek(gesprek.id) }}
        verborgen={{ versie: waarden['versie'] ?? String(gesprek.versie) }}
      >
        <Momentvelden waarden={{ ...nu, ...waarden }} fout={foutVan(fouten)} />
        <Tekstveld
          naam="reden"
          label="Reden"
          hulp="Wie was uitgenodigd, leest dit."
          waarde={waarden['reden']}
          fout={foutVan(fouten)('reden')}
        />
      </Formulier>
    </Pagina>
  )
}

/** Cancelling a meeting. */
export function AnnulerenPage({ kader, waarden = {}, fouten = [] }: Props) {
  const { raam, gesprek } = kader
  return (
    <Pagina
      {...omlijsting(kader, fouten)}
      titel="Gesprek annuleren"
      lead="Wat u zelf op de agenda zette, komt op de agenda van het volgende gesprek. Wie was uitgenodigd, krijgt bericht."
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.gesprek(gesprek.id, 'annuleren')}
        csrf={raam.csrf}
        knop="Gesprek annuleren"
        terug={{ label: 'Terug', href: routes.gesprek(gesprek.id) }}
      >
        <Tekstveld
          naam="reden"
          label="Reden"
          hulp="Wie was uitgenodigd, leest dit."
          waarde={waarden['reden']}
          fout={foutVan(fouten)('reden')}
        />
      </Formulier>
    </Pagina>
  )
}

/** Who was there. */
export function GehoudenPage({ kader, fouten = [] }: Props) {
  const { raam, gesprek, soort, deelnemers } = kader
  return (
    <Pagina
      {...omlijsting(kader, fouten)}
      titel="Gehouden melden"
      lead={
        soort.aanwezig.length > 0
          ? 'Zonder voorzitter, contractbeheer en aanbieder wordt het verslag dat van een overig overleg.'
          : 'Leg vast wie erbij was; daarna loopt de termijn om het verslag te delen.'
      }
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.gesprek(gesprek.id, 'gehouden')}
        csrf={raam.csrf}
        knop="Gehouden melden"
        terug={{ label: 'Terug', href: routes.gesprek(gesprek.id) }}
      >
        <Keuze
          naam="aanwezig"
          label="Wie was erbij?"
          soort="vinkjes"
          opties={deelnemers.map(({ id, naam, hoedanigheid }) => ({
            waarde: id,
            label: `${naam}, ${hoedanigheden[hoedanigheid].toLowerCase()}`,
          }))}
          waarde={deelnemers.filter(({ antwoord }) => antwoord !== 'nee').map(({ id }) => id)}
          fout={foutVan(fouten)('aanwezig')}
        />
      </Formulier>
    </Pagina>
  )
}

/** Changing the agenda: adding, taking away. */
export function AgendaPage({ kader, waarden = {}, fouten = [] }: Props) {
  const { raam, gesprek, punten } = kader
  const fout = foutVan(fouten)
  return (
    <Pagina
      {...omlijsting(kader, fouten)}
      titel="Agenda wijzigen"
      lead="Wat u weghaalt, komt niet vanzelf terug. Bevindingen die er nog bij komen, zet het programma erop."
    >
      <Foutenlijst fouten={fouten} />
      <Tabel
        bijschrift="Agendapunten"
        rijen={punten}
        sleutel={({ id }) => id}
        klikbaar={false}
        kolommen={[
          { naam: 'punt', kop: 'Punt', cel: ({ nummer, titel }) => `${nummer} ${titel}` },
          { naam: 'niveau', kop: 'Niveau', telefoon: 'weg', cel: ({ niveau }) => niveau ?? '' },
          {
            naam: 'weg',
            kop: <span className="ams-visually-hidden">Weghalen</span>,
            cel: ({ id, titel }) => (
              <KnopFormulier soort="tekst" actie={routes.agendapunt(gesprek.id, id, 'weghalen')} csrf={raam.csrf}>
                Weghalen<span className="ams-visually-hidden">: {titel}</span>
              </KnopFormulier>
            ),
          },
        ]}
      />
      <Onderdeel titel="Punt toevoegen">
        <Formulier
          actie={routes.gesprek(gesprek.id, 'agenda')}
          csrf={raam.csrf}
          knop="Toevoegen"
          terug={{ label: 'Terug', href: routes.gesprek(gesprek.id) }}
        >
          <Tekstveld naam="titel" label="Waar gaat het over?" waarde={waarden['titel']} fout={fout('titel')} />
          <Keuze
            naam="onderId"
            label="Onder"
            facultatief
            leeg="Als laatste punt"
            opties={punten
              .filter(({ diepte }) => diepte === 1)
              .map(({ id, nummer, titel }) => ({ waarde: id, label: `${nummer} ${titel}` }))}
            waarde={waarden['onderId']}
          />
          <Keuze
            naam="niveau"
            label="Niveau"
            facultatief
            leeg="Geen"
            opties={niveaus.map((niveau) => ({ waarde: niveau, label: hoofdletter(niveau) }))}
            waarde={waarden['niveau']}
            fout={fout('niveau')}
          />
          <Tekstveld
            naam="toelichting"
            label="Toelichting"
            facultatief
            hulp="De aanbieder leest dit. Noem geen cliënten bij naam."
            regels={3}
            waarde={waarden['toelichting']}
            fout={fout('toelichting')}
          />
        </Formulier>
      </Onderdeel>
    </Pagina>
  )
}
