import { routes } from '../routes.ts'
import { Foutenlijst } from '../ui/foutenlijst.tsx'
import { KalePagina } from '../ui/kale-pagina.tsx'
import { Knop } from '../ui/knop.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Meegenomen, type Meegegeven } from './meegenomen.tsx'

type Props = { regio: string; mee: Meegegeven; fout?: string; nieuwWachtwoord: boolean }

/** The second step of signing in. */
export function CodePage({ regio, mee, fout, nieuwWachtwoord }: Props) {
  return (
    <KalePagina
      titel="Code invullen"
      regio={regio}
      fouten={fout !== undefined}
      lead={
        nieuwWachtwoord
          ? 'Nog één stap: met een code laat u zien dat u het bent. Daarna geldt uw nieuwe wachtwoord.'
          : 'Uw wachtwoord klopt. Vul de code in die de app op uw telefoon nu toont.'
      }
    >
      <Foutenlijst fouten={fout === undefined ? [] : [{ veld: 'code', melding: fout }]} />
      <form method="post" action={routes.aanmeldenCode()} className="ov-formulier" noValidate>
        <Meegenomen {...mee} />
        <Tekstveld
          naam="code"
          label="Code"
          breedte="half"
          autoComplete="one-time-code"
          fout={fout}
          hulp="Zes cijfers uit uw app. Hebt u uw telefoon niet? Vul dan een van uw herstelcodes in."
        />
        <div className="ov-verstuur">
          <Knop>Verder</Knop>
          <a href={routes.aanmelden()}>Opnieuw beginnen</a>
        </div>
      </form>
      <p className="ov-klein">
        Lukt het niet, ook niet met een herstelcode? Vraag de functioneel beheerder van uw regio om uw toegang te
        herstellen.
      </p>
    </KalePagina>
  )
}
