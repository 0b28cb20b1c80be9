import type { Geweigerd } from '../../domain/check/rapportage/geweigerd.ts'
import { woorden } from '../../domain/rechten/in-woorden.ts'
import type { Recht } from '../../domain/rechten.ts'
import { bladstand, hoeveel } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Bladeren } from '../ui/bladeren.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { moment } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import type { Blad } from './blad.ts'

type Props = { raam: Raam; rijen: Geweigerd[]; geteld: number; blad: Blad }

/** What people asked and may not do. */
export function GeweigerdPage({ raam, rijen, geteld, blad }: Props) {
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Logboek', href: routes.logboek() }]}
      titel="Geweigerd"
      lead={
        <>
          Wie iets vroeg wat met zijn rol niet mag: <b>{hoeveel(geteld, 'keer', 'keer')}</b>. Hetzelfde binnen een
          minuut staat er één keer.
        </>
      }
    >
      <Tabel
        bijschrift="Geweigerde verzoeken"
        klikbaar={false}
        rijen={rijen}
        sleutel={({ minuut, gebruikerId, methode, route }) => `${minuut.toString()} ${gebruikerId} ${methode} ${route}`}
        kolommen={[
          { naam: 'wanneer', kop: 'Wanneer', heel: true, cel: ({ minuut }) => moment(minuut) },
          { naam: 'wie', kop: 'Wie', cel: ({ naam }) => naam },
          { naam: 'wilde', kop: 'Wilde', cel: ({ methode }) => (methode === 'GET' ? 'bekijken' : 'doen') },
          { naam: 'pagina', kop: 'Pagina', telefoon: 'breed', cel: ({ route }) => <code>{leesbaar(route)}</code> },
          { naam: 'waarom', kop: 'Waarom niet', cel: ({ code, recht }) => reden(code, recht) },
        ]}
        leeg={
          <LegeStaat titel="Niets geweigerd">
            Hier staat wie een pagina of handeling vroeg die niet bij zijn rol hoort.
          </LegeStaat>
        }
      />
      <Bladeren
        {...bladstand(blad.pagina, { rijen, totaal: geteld })}
        wat="keer"
        href={(pagina) => routes.geweigerd({ pagina })}
      />
    </Pagina>
  )
}

/** "/berichten/:id{[0-9]{1,15}}/aanvaarden" as "/berichten/…/aanvaarden". */
function leesbaar(route: string): string {
  return route.replace(/:\w+(\{.*?\}(?=\/|\.|$))?/g, '…')
}

function reden(code: string, recht: string | null): string {
  if (code === 'te-vaak') return 'Te vaak achter elkaar gevraagd'
  if (recht === null) return 'Het formulier was te oud of kwam van elders'
  const woord = Object.hasOwn(woorden, recht) ? woorden[recht as Recht] : undefined
  const wat = !woord ? recht : 'ziet' in woord ? `om ${woord.ziet} te zien` : `voor: ${woord.doet}`
  return code === 'geen-heel-bereik' ? `Geen recht ${wat}, over de hele regio` : `Geen recht ${wat}`
}
