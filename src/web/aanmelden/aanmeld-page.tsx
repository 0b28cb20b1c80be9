import type { ReactNode } from 'react'
import type { Voorbeeldgebruiker } from '../../domain/plan/inrichting/voorbeeldgebruikers.ts'
import { routes } from '../routes.ts'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { KalePagina } from '../ui/kale-pagina.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Knop } from '../ui/knop.tsx'
import { Melding } from '../ui/melding.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
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

/** Sign-in of the demonstration: a button per role, no passwords. */
export function VoorbeeldAanmeldPage({
  regio,
  gebruikers,
  mee,
}: {
  regio: string
  gebruikers: Voorbeeldgebruiker[]
  mee: Meegegeven
}) {
  return (
    <KalePagina
      titel="Aanmelden"
      regio={regio}
      lead="Dit is een voorbeeldregio met verzonnen personen en cliënten. Kies de rol waarmee u wilt rondkijken; er is geen wachtwoord nodig."
    >
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
    </KalePagina>
  )
}
