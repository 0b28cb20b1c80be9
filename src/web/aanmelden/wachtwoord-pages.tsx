import { MINIMUM } from '../../domain/plan/account/wachtwoordregels.ts'
import { routes } from '../routes.ts'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { KalePagina } from '../ui/kale-pagina.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Knop } from '../ui/knop.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'

type VergetenProps = {
  regios: { id: string; naam: string }[]
  waarden?: { regio?: string; email?: string }
  fouten?: Veldfout[]
}

/** Asks for a link to choose a new password. */
export function WachtwoordVergetenPage({ regios, waarden = {}, fouten = [] }: VergetenProps) {
  const enige = regios.length === 1 ? regios[0] : undefined
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  return (
    <KalePagina
      titel="Wachtwoord vergeten"
      regio={enige?.naam ?? ''}
      fouten={fouten.length > 0}
      lead="Vul uw e-mailadres in. U krijgt een link waarmee u een nieuw wachtwoord kiest; houd uw telefoon of een herstelcode bij de hand."
    >
      <Foutenlijst fouten={fouten} />
      <form method="post" action={routes.wachtwoordVergeten()} className="ov-formulier" noValidate>
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
        <div className="ov-verstuur">
          <Knop>Link aanvragen</Knop>
          <a href={routes.aanmelden()}>Terug naar aanmelden</a>
        </div>
      </form>
    </KalePagina>
  )
}

/** The same for every address: it says nothing about who has an account. */
export function LinkAangevraagdPage() {
  return (
    <KalePagina
      titel="Kijk in uw mail"
      lead="Hoort dit adres bij een account, dan komt er binnen enkele minuten een mail met een link. De link werkt één uur."
    >
      <p>
        Komt er niets? Kijk in de map met ongewenste mail, en of het adres klopt. Vraag anders de functioneel beheerder
        van uw regio.
      </p>
      <p>
        <a href={routes.aanmelden()}>Terug naar aanmelden</a>
      </p>
    </KalePagina>
  )
}

type KiesProps = {
  soort: 'uitnodiging' | 'wachtwoord'
  token: string
  naam: string
  email: string
  regio: string
  fout?: string
}

/** Choosing a password by a link: of an invitation, or of who forgot it. */
export function WachtwoordKiezenPage({ soort, token, naam, email, regio, fout }: KiesProps) {
  return (
    <KalePagina
      titel={soort === 'uitnodiging' ? `Welkom, ${naam}` : 'Nieuw wachtwoord kiezen'}
      regio={regio}
      fouten={fout !== undefined}
      lead={
        soort === 'uitnodiging'
          ? 'Kies een wachtwoord. Daarna stelt u een app in die codes maakt; dat duurt een paar minuten.'
          : 'Kies een nieuw wachtwoord. Het geldt zodra u op de volgende pagina een code hebt ingevuld.'
      }
    >
      <Foutenlijst fouten={fout === undefined ? [] : [{ veld: 'wachtwoord', melding: fout }]} />
      <form method="post" action={routes.link(soort, token)} className="ov-formulier" noValidate>
        {/* so that a password manager knows whose password this is */}
        <input type="hidden" name="gebruikersnaam" autoComplete="username" value={email} />
        <Tekstveld
          naam="wachtwoord"
          label="Wachtwoord"
          soort="password"
          autoComplete="new-password"
          fout={fout}
          hulp={<Wachtwoordhulp />}
        />
        <div className="ov-verstuur">
          <Knop>Verder</Knop>
        </div>
      </form>
      <p className="ov-klein">U meldt zich aan met {email}.</p>
    </KalePagina>
  )
}

/** What a password is like here. */
export function Wachtwoordhulp() {
  return (
    <>
      Ten minste {MINIMUM} tekens, bijvoorbeeld een korte zin. Cijfers of leestekens hoeven niet. Plakken uit een
      wachtwoordkluis kan.
    </>
  )
}

/** A link that does not work any more. */
export function LinkVerlopenPage({ soort }: { soort: 'uitnodiging' | 'wachtwoord' }) {
  return (
    <KalePagina
      titel="Deze link werkt niet meer"
      lead={
        soort === 'uitnodiging'
          ? 'Een uitnodiging werkt één keer en zeven dagen lang. Vraag de functioneel beheerder van uw regio om een nieuwe.'
          : 'Een link voor een nieuw wachtwoord werkt één keer en één uur lang. Gebruik de laatste mail, of vraag een nieuwe link aan.'
      }
    >
      <p>
        {soort === 'wachtwoord' && <a href={routes.wachtwoordVergeten()}>Nieuwe link aanvragen</a>}
        {soort === 'uitnodiging' && <a href={routes.aanmelden()}>Naar aanmelden</a>}
      </p>
    </KalePagina>
  )
}
