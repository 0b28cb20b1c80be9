import type { Gebruiker } from '../../domain/plan/gebruiker/queries.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { GeenMail } from './gebruiker-page.tsx'
import { Rolvelden, type Grenskeuzes, type Rolwaarden } from './rolvelden.tsx'

type Basis = {
  raam: Raam
  keuzes: Grenskeuzes
  vandaag: Temporal.PlainDate
  waarden?: Rolwaarden
  fouten?: Veldfout[]
}

/** A role for somebody who is here already. */
export function RolGevenPage({
  raam,
  gebruiker,
  keuzes,
  vandaag,
  waarden = {},
  fouten = [],
}: Basis & { gebruiker: Gebruiker }) {
  return (
    <Pagina
      raam={raam}
      kruimels={[
        { label: 'Gebruikers', href: routes.gebruikers() },
        { label: gebruiker.naam, href: routes.gebruiker(gebruiker.id) },
      ]}
      titel="Rol geven"
      lead={`${gebruiker.naam} wordt meteen overal afgemeld en heeft de rol na het opnieuw aanmelden.`}
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.gebruiker(gebruiker.id, 'rollen')}
        csrf={raam.csrf}
        knop="Rol geven"
        terug={{ label: 'Terug', href: routes.gebruiker(gebruiker.id) }}
      >
        <Rolvelden {...{ keuzes, waarden, fouten, vandaag }} />
      </Formulier>
    </Pagina>
  )
}

/** Somebody new: who, with which first role. */
export function UitnodigenPage({ raam, keuzes, vandaag, mail, waarden = {}, fouten = [] }: Basis & { mail: boolean }) {
  const veld = (naam: string) => {
    const waarde = waarden[naam]
    return {
      naam,
      waarde: typeof waarde === 'string' ? waarde : undefined,
      fout: fouten.find((fout) => fout.veld === naam)?.melding,
    }
  }
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Gebruikers', href: routes.gebruikers() }]}
      titel="Gebruiker uitnodigen"
      lead="De persoon krijgt een mail met een link die zeven dagen werkt, en kiest daarmee een wachtwoord en een tweede factor."
      fouten={fouten.length > 0}
    >
      {mail ? (
        <>
          <Foutenlijst fouten={fouten} />
          <Formulier
            actie={routes.gebruikerUitnodigen()}
            csrf={raam.csrf}
            knop="Uitnodigen"
            terug={{ label: 'Terug', href: routes.gebruikers() }}
          >
            <Tekstveld {...veld('naam')} label="Naam" />
            <Tekstveld
              {...veld('email')}
              label="E-mailadres"
              soort="email"
              hulp="Van de persoon zelf, niet van een groep: iedereen heeft een eigen account."
            />
            <Tekstveld {...veld('functie')} label="Functie" facultatief />
            <Rolvelden {...{ keuzes, waarden, fouten, vandaag }} />
          </Formulier>
        </>
      ) : (
        <GeenMail />
      )}
    </Pagina>
  )
}
