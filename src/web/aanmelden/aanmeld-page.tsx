import type { ReactNode } from 'react'
import type { Voorbeeldgebruiker, Voorbeeldregio } from '../../domain/plan/inrichting/voorbeeldgebruikers.ts'
import { regelsetuitleg } from '../inrichting/namen.ts'
import { routes } from '../routes.ts'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { KalePagina } from '../ui/kale-pagina.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Knop } from '../ui/knop.tsx'
import { Melding } from '../ui/melding.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { Meegenomen, type Meegegeven } from './meegenomen.tsx'

type Props = {
  regios: { id: string; naam: string }[]
  mee: Meegegeven
  waarden?: { regio?: string; email?: string }
  fouten?: Veldfout[]
  melding?: { soort: 'gedaan' | 'bericht' | 'fout'; tekst: string; link?: { label: string; href: string } } | undefined
  /** Passkeys work here: the address of the program is set. */
  toegangssleutels: boolean
  /** Other ways to sign in, such as the account of an organisation: they stand above the form. */
  andere?: ReactNode
}

/** Sign-in with e-mail address and password; the second factor is asked on the next page. */
export function AanmeldPage({ regios, mee, waarden = {}, fouten = [], melding, toegangssleutels, andere }: Props) {
  const enige = regios.length === 1 ? regios[0] : undefined
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  if (regios.length === 0) {
    return (
      <KalePagina
        titel="Aanmelden"
        lead="Er is nog geen regio. Wie deze server beheert, maakt er een met de opdracht: overlap regio aanmaken."
      />
    )
  }
  return (
    <KalePagina
      titel="Aanmelden"
      regio={enige?.naam ?? ''}
      fouten={fouten.length > 0}
      melding={
        melding && (
          <Melding soort={melding.soort}>
            {melding.tekst} {melding.link && <a href={melding.link.href}>{melding.link.label}</a>}
          </Melding>
        )
      }
    >
      <Foutenlijst fouten={fouten} />
      {andere}
      <form method="post" action={routes.aanmelden()} className="ov-formulier" noValidate>
        <Meegenomen {...mee} />
        {enige ? (
          <input type="hidden" name="regio" value={enige.id} />
        ) : (
          <Keuze
            naam="regio"
            label="Regio"
            leeg="Kies een regio"
            waarde={waarden.regio}
            fout={fout('regio')}
            opties={regios.map(({ id, naam }) => ({ waarde: id, label: naam }))}
          />
        )}
        <Tekstveld
          naam="email"
          label="E-mailadres"
          soort="email"
          autoComplete="username"
          waarde={waarden.email}
          fout={fout('email')}
        />
        <Tekstveld
          naam="wachtwoord"
          label="Wachtwoord"
          soort="password"
          autoComplete="current-password"
          fout={fout('wachtwoord')}
        />
        <div className="ov-verstuur">
          <Knop>Aanmelden</Knop>
          <a href={routes.wachtwoordVergeten()}>Wachtwoord vergeten</a>
        </div>
      </form>
      {toegangssleutels && (
        <form
          method="post"
          action={routes.aanmeldenToegangssleutel()}
          className="ov-formulier"
          data-sleutel="aanmelden"
          data-vraag={routes.aanmeldenToegangssleutel('vraag')}
          hidden
        >
          <Meegenomen {...mee} />
          <input type="hidden" name="regio" value={enige?.id ?? ''} />
          <input type="hidden" name="antwoord" value="" />
          <div className="ov-verstuur">
            <Knop soort="tweede">Aanmelden met een toegangssleutel</Knop>
          </div>
          <p className="ov-hulp" role="status" data-sleutel-melding />
        </form>
      )}
    </KalePagina>
  )
}

/** Sign-in of the demonstration: a button per role and region, no passwords. */
export function VoorbeeldAanmeldPage({ regios, mee }: { regios: Voorbeeldregio[]; mee: Meegegeven }) {
  const meer = regios.length > 1
  return (
    <KalePagina
      titel="Aanmelden"
      regio={meer ? '' : (regios[0]?.naam ?? '')}
      breed={meer}
      lead={`${meer ? 'Dit zijn voorbeeldregio’s' : 'Dit is een voorbeeldregio'} met verzonnen personen en cliënten. Kies de rol waarmee u wilt rondkijken; er is geen wachtwoord nodig.`}
    >
      {meer && (
        <p className="ov-voorbeeldlinks">
          {regios.map(({ id, naam }) => (
            <a key={id} href={`#regio-${id}`}>
              {naam}
            </a>
          ))}
        </p>
      )}
      <div className="ov-voorbeelden">
        {regios.map((regio) => (
          <section key={regio.id} aria-labelledby={`regio-${regio.id}`}>
            <h2 id={`regio-${regio.id}`}>{regio.naam}</h2>
            <p className="ov-stil">{regelsetuitleg[regio.regelset]}</p>
            <Regiorollen gebruikers={regio.gebruikers} mee={mee} />
          </section>
        ))}
      </div>
    </KalePagina>
  )
}

function Regiorollen({ gebruikers, mee }: { gebruikers: Voorbeeldgebruiker[]; mee: Meegegeven }) {
  const overige = gebruikers.filter(({ hoofdrol }) => !hoofdrol)
  return (
    <>
      <Rollen gebruikers={gebruikers.filter(({ hoofdrol }) => hoofdrol)} mee={mee} />
      {overige.length > 0 && (
        <Vouw titel="Meer rollen">
          <Rollen gebruikers={overige} mee={mee} />
        </Vouw>
      )}
    </>
  )
}

function Rollen({ gebruikers, mee }: { gebruikers: Voorbeeldgebruiker[]; mee: Meegegeven }) {
  return (
    <ul className="ov-rollen">
      {gebruikers.map((gebruiker) => (
        <li key={gebruiker.id}>
          <form method="post" action={routes.aanmelden()}>
            <Meegenomen {...mee} />
            <button className="ov-rol" type="submit" name="gebruiker" value={gebruiker.id}>
              <strong>{gebruiker.rol}</strong>
              <span>{gebruiker.naam}</span>
              <span>{gebruiker.ziet}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}
