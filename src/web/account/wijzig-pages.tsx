import type { ReactNode } from 'react'
import { Herstelcodes } from '../aanmelden/herstelcodes-page.tsx'
import { CodeVeld, Stappen, type Instelgegevens } from '../aanmelden/tweede-factor-page.tsx'
import { Wachtwoordhulp } from '../aanmelden/wachtwoord-pages.tsx'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { KalePagina } from '../ui/kale-pagina.tsx'
import { Knop } from '../ui/knop.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Verborgen } from '../ui/verborgen.tsx'

const kruimels = [{ label: 'Mijn account', href: routes.account() }]
const terug = { label: 'Terug', href: routes.account() }

const handelingen = {
  wachtwoord: {
    titel: 'Wachtwoord wijzigen',
    lead: 'Kies een nieuw wachtwoord. Op andere apparaten meldt u zich daarna opnieuw aan.',
    knop: 'Wachtwoord wijzigen',
  },
  'tweede-factor': {
    titel: 'App vervangen',
    lead: 'Voor een nieuwe telefoon of een andere app. De oude app werkt tot u de nieuwe hebt ingesteld.',
    knop: 'Verder',
  },
  herstelcodes: {
    titel: 'Nieuwe herstelcodes maken',
    lead: 'U krijgt tien nieuwe codes. De oude werken dan niet meer.',
    knop: 'Herstelcodes maken',
  },
  toegangssleutels: {
    titel: 'Toegangssleutel toevoegen',
    lead: 'Voor dit apparaat of een beveiligingssleutel. Uw wachtwoord en uw app blijven werken.',
    knop: 'Verder',
  },
  'sessies/andere': {
    titel: 'Andere sessies beëindigen',
    lead: 'Overal behalve hier bent u dan afgemeld. Wie daar werkt, raakt kwijt wat niet is verstuurd.',
    knop: 'Sessies beëindigen',
  },
  sessie: {
    titel: 'Sessie beëindigen',
    lead: 'Op dat apparaat bent u dan afgemeld.',
    knop: 'Sessie beëindigen',
  },
  'sleutel-verwijderen': {
    titel: 'Toegangssleutel verwijderen',
    lead: 'Bijvoorbeeld van een apparaat dat u kwijt bent.',
    knop: 'Verwijderen',
  },
} as const

type Props = {
  raam: Raam
  wat: keyof typeof handelingen
  fouten?: Veldfout[]
  naam?: string
  /** The passkey or session it is about */
  sleutel?: { id: string; naam: string } | undefined
}

/** Asks for password and code again before the account is changed. */
export function BewijsPage({ raam, wat, fouten = [], naam = '', sleutel }: Props) {
  const { titel, lead, knop } = handelingen[wat]
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const actie =
    wat === 'sleutel-verwijderen'
      ? routes.toegangssleutelVerwijderen(sleutel!.id)
      : wat === 'sessie'
        ? routes.eigenSessieBeeindigen(sleutel!.id)
        : routes.account(wat)
  return (
    <Pagina
      raam={raam}
      kruimels={kruimels}
      titel={sleutel ? `${titel}: ${sleutel.naam}` : titel}
      lead={lead}
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier actie={actie} csrf={raam.csrf} knop={knop} terug={terug}>
        {wat === 'toegangssleutels' && (
          <Tekstveld
            naam="naam"
            label="Naam"
            breedte="half"
            waarde={naam}
            fout={fout('naam')}
            hulp="Waaraan u hem herkent, bijvoorbeeld Telefoon of Laptop van het werk"
          />
        )}
        <Tekstveld
          naam="huidig"
          label="Huidig wachtwoord"
          soort="password"
          autoComplete="current-password"
          fout={fout('huidig')}
        />
        <Tekstveld
          naam="code"
          label="Code"
          breedte="half"
          autoComplete="one-time-code"
          hulp="Zes cijfers uit uw app, of een herstelcode"
        />
        {wat === 'wachtwoord' && (
          <Tekstveld
            naam="nieuw"
            label="Nieuw wachtwoord"
            soort="password"
            autoComplete="new-password"
            fout={fout('nieuw')}
            hulp={<Wachtwoordhulp />}
          />
        )}
      </Formulier>
    </Pagina>
  )
}

/** The new app, with its first code. */
export function AppVervangenPage({ raam, ...gegevens }: Instelgegevens & { raam: Raam }) {
  const { fout } = gegevens
  return (
    <Pagina raam={raam} kruimels={kruimels} titel="Nieuwe app instellen" fouten={fout !== undefined}>
      <Foutenlijst fouten={fout === undefined ? [] : [{ veld: 'code', melding: fout }]} />
      <Stappen {...gegevens} />
      <Formulier actie={routes.account('tweede-factor/code')} csrf={raam.csrf} knop="Instellen" terug={terug}>
        <CodeVeld fout={fout} />
      </Formulier>
    </Pagina>
  )
}

/** New recovery codes: shown once. Bare, for the session got a new token and the page no forms. */
export function NieuweHerstelcodesPage({ regio, codes }: { regio: string; codes: string[] }): ReactNode {
  return (
    <KalePagina
      titel="Bewaar uw nieuwe herstelcodes"
      regio={regio}
      lead={
        <>
          <b>Deze codes ziet u maar één keer.</b> De oude werken niet meer.
        </>
      }
    >
      <Herstelcodes codes={codes} />
      <div className="ov-acties">
        <Knop href={routes.account()}>Ik heb ze bewaard, verder</Knop>
      </div>
    </KalePagina>
  )
}

/** The device makes the passkey: this needs script, and says so without. */
export function SleutelMakenPage({ raam, naam, vraag }: { raam: Raam; naam: string; vraag: string }) {
  return (
    <Pagina
      raam={raam}
      kruimels={kruimels}
      titel="Toegangssleutel maken"
      lead="Uw browser vraagt nu om uw vinger, gezicht, pincode of beveiligingssleutel."
    >
      <noscript>
        <p>Hiervoor moet JavaScript aanstaan. Zonder JavaScript meldt u zich aan met uw wachtwoord en een code.</p>
      </noscript>
      <form
        method="post"
        action={routes.account('toegangssleutels/bevestigen')}
        className="ov-formulier"
        data-sleutel="maken"
        data-vraag={vraag}
        hidden
      >
        <Verborgen csrf={raam.csrf} velden={{ naam, antwoord: '' }} />
        <div className="ov-verstuur">
          <Knop>Toegangssleutel maken</Knop>
          <a href={routes.account()}>Terug</a>
        </div>
        <p className="ov-hulp" role="status" data-sleutel-melding />
      </form>
    </Pagina>
  )
}
