import { routes } from '../routes.ts'
import { Foutenlijst } from '../ui/foutenlijst.tsx'
import { KalePagina } from '../ui/kale-pagina.tsx'
import { Knop } from '../ui/knop.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'

export type Instelgegevens = { adres: string; geheim: string; fout?: string | undefined }

type Props = Instelgegevens & { regio: string }

/** Setting up an app that makes codes, at the end of an invitation. */
export function TweedeFactorPage({ regio, ...gegevens }: Props) {
  return (
    <KalePagina
      titel="Tweede factor instellen"
      regio={regio}
      fouten={gegevens.fout !== undefined}
      lead="Voortaan vraagt Overlap na uw wachtwoord een code van zes cijfers. Een app op uw telefoon maakt die codes, ook zonder internet."
    >
      <Foutenlijst fouten={gegevens.fout === undefined ? [] : [{ veld: 'code', melding: gegevens.fout }]} />
      <Stappen {...gegevens} />
      <form method="post" action={routes.aanmeldenTweedeFactor()} className="ov-formulier" noValidate>
        <CodeVeld fout={gegevens.fout} />
        <div className="ov-verstuur">
          <Knop>Instellen</Knop>
        </div>
      </form>
    </KalePagina>
  )
}

/** What to do with the app: the picture, and the same as text for who has the app on this device or cannot see the picture. */
export function Stappen({ adres, geheim }: Instelgegevens) {
  return (
    <ol className="ov-stappen">
      <li>
        Installeer op uw telefoon een app voor codes, als u die nog niet hebt: bijvoorbeeld Aegis, FreeOTP, of de app
        van uw wachtwoordkluis.
      </li>
      <li>
        Kies in de app Toevoegen en richt de camera op deze afbeelding.
        <QrCode tekst={adres} titel="QR-code voor uw app" />
        <p className="ov-klein">
          Lukt dat niet? Vul dan in de app deze sleutel in: <code className="ov-sleutel">{geheim}</code>. Of open{' '}
          <a href={adres}>de link voor een app op dit apparaat</a>.
        </p>
      </li>
      <li>Vul hieronder de code in die de app nu toont.</li>
    </ol>
  )
}

export function CodeVeld({ fout }: { fout?: string | undefined }) {
  return (
    <Tekstveld
      naam="code"
      label="Code"
      breedte="kort"
      autoComplete="one-time-code"
      cijfers
      fout={fout}
      hulp="Zes cijfers"
    />
  )
}
