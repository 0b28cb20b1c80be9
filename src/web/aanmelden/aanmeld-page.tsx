import type { Voorbeeldgebruiker } from '../../domain/plan/inrichting/voorbeeldgebruikers.ts'
import { routes } from '../routes.ts'
import { KalePagina } from '../ui/kale-pagina.tsx'

type Props = { voorbeeld: boolean; regio: string; gebruikers: Voorbeeldgebruiker[] }

/** Sign-in: in demonstration mode a button per role, no passwords. */
export function AanmeldPage({ voorbeeld, regio, gebruikers }: Props) {
  if (!voorbeeld) {
    return (
      <KalePagina
        titel="Aanmelden"
        lead="Voor deze regio is het aanmelden nog niet ingericht. Vraag de functioneel beheerder om een account."
      >
        <p>
          Wilt u het programma bekijken? Start het dan met <code>npm start</code>: dan opent de voorbeeldregio.
        </p>
      </KalePagina>
    )
  }
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
