import type { Kalenderadres } from '../../domain/plan/kalender/kalenderadres.ts'
import { routes } from '../routes.ts'
import { KnopFormulier } from '../ui/knop.tsx'
import { Melding } from '../ui/melding.tsx'
import { moment } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'

type Props = {
  raam: Raam
  adres: Kalenderadres | null
  /** Right after it was made: the one time it can be read. */
  nieuw?: string | undefined
  ingetrokken?: boolean
}

/** An address by which Outlook or another calendar program reads the own terms. */
export function AbonnementPage({ raam, adres, nieuw, ingetrokken = false }: Props) {
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Kalender', href: routes.kalender() }]}
      titel="Termijnen in uw eigen agenda"
      lead={
        adres ? (
          <>
            <b>Uw adres werkt sinds {moment(adres.gemaaktOp)}.</b>{' '}
            {adres.laatstGelezenOp
              ? `Uw agenda keek het laatst op ${moment(adres.laatstGelezenOp)}.`
              : 'Het is nog niet gebruikt.'}
          </>
        ) : (
          <>
            <b>U hebt nog geen adres.</b> Met een eigen adres staan uw open termijnen ook in Outlook of een andere
            agenda.
          </>
        )
      }
      melding={ingetrokken && <Melding soort="gedaan">Het adres is ingetrokken en geeft niets meer.</Melding>}
    >
      {nieuw !== undefined && (
        <Onderdeel titel="Uw adres">
          <p>
            Kopieer het nu: het staat hier één keer. Wie dit adres heeft, kan uw termijnen lezen; deel het met niemand.
          </p>
          <p className="ov-adres">
            <code>{nieuw}</code>
          </p>
        </Onderdeel>
      )}
      <Onderdeel titel="Zo werkt het">
        <ol className="ov-genummerd">
          <li>Maak hieronder een adres en kopieer het.</li>
          <li>Kies in Outlook: Agenda, Agenda toevoegen, Abonneren via internet. Plak het adres.</li>
          <li>Uw agenda haalt de termijnen daarna zelf op, in Outlook een paar keer per dag.</li>
        </ol>
        <p>
          Elke termijn staat er als een hele dag en houdt geen tijd bezet. Er staan nooit gegevens van cliënten in. Het
          adres volgt uw rollen: wat u hier niet mag zien, staat er niet in, en zonder account werkt het niet meer.
        </p>
        <div className="ov-verstuur">
          <KnopFormulier
            soort={nieuw === undefined ? 'hoofd' : 'tweede'}
            actie={routes.kalenderabonnement()}
            csrf={raam.csrf}
          >
            {adres ? 'Nieuw adres maken' : 'Adres maken'}
          </KnopFormulier>
          {adres && (
            <KnopFormulier soort="tweede" actie={routes.kalenderabonnement('intrekken')} csrf={raam.csrf}>
              Adres intrekken
            </KnopFormulier>
          )}
        </div>
        {adres && <p className="ov-klein">Een nieuw adres vervangt het vorige; dat werkt dan niet meer.</p>}
      </Onderdeel>
    </Pagina>
  )
}
