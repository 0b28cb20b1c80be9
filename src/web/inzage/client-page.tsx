import type { InzageInLijst, Kijker } from '../../domain/check/inzage/queries.ts'
import type { Inzagereden } from '../../domain/check/inzage/inzage.ts'
import type { Actor } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { KnopFormulier } from '../ui/knop.tsx'
import { aantal, getal, moment } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { InzageTabel } from './inzage-tabel.tsx'
import { Clientformulier } from './inzagen-page.tsx'

export const MEEST = 200

type Props = {
  raam: Raam
  actor: Actor
  label: string
  fout?: string
  gevonden?: { kijkers: Kijker[]; inzagen: InzageInLijst[]; redenen: Inzagereden[] }
}

/** Who looked at one client: for a request of the person it is about, and for the privacy officer. */
export function ClientPage({ raam, actor, label, fout, gevonden }: Props) {
  const { kijkers = [], inzagen = [], redenen = [] } = gevonden ?? {}
  const keren = kijkers.reduce((som, kijker) => som + kijker.keren, 0)
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Inzage in casussen', href: routes.inzagen() }]}
      titel="Wie keek naar deze cliënt"
      // a label never stands in the browser's history
      titelInTab="Inzage van een cliënt"
      fouten={fout !== undefined}
      lead={
        gevonden && (
          <>
            Cliënt {label}: <b>{aantal(kijkers.length, 'persoon', 'personen')}</b>, samen{' '}
            {aantal(keren, 'keer', 'keer')}.
          </>
        )
      }
      acties={
        gevonden && (
          <>
            {(['xlsx', 'csv'] as const).map((soort) => (
              <KnopFormulier
                key={soort}
                soort="tekst"
                actie={routes.inzageClientUitvoer(soort)}
                csrf={raam.csrf}
                velden={{ label }}
              >
                {soort === 'xlsx' ? 'Uitvoeren naar Excel' : 'CSV'}
              </KnopFormulier>
            ))}
          </>
        )
      }
    >
      {gevonden ? (
        <>
          <Onderdeel titel="Personen">
            <Tabel
              bijschrift="Wie naar deze cliënt keek"
              kolommen={kolommen}
              rijen={kijkers}
              sleutel={({ gebruiker, rol, namens }) => `${gebruiker} ${rol} ${namens}`}
              klikbaar={false}
              leeg={<p className="ov-stil">Niemand keek naar deze cliënt.</p>}
            />
          </Onderdeel>
          <Onderdeel
            titel="Alle keren"
            noot={inzagen.length === MEEST ? `de laatste ${getal(MEEST)}; de uitvoer bevat ze allemaal` : undefined}
          >
            <InzageTabel bijschrift="Alle keren" inzagen={inzagen} redenen={redenen} actor={actor} zonderAantal />
          </Onderdeel>
        </>
      ) : (
        <Onderdeel>
          <Clientformulier raam={raam} label={label} fout={fout} />
        </Onderdeel>
      )}
    </Pagina>
  )
}

const kolommen: Kolom<Kijker>[] = [
  { naam: 'wie', kop: 'Wie', cel: ({ gebruiker }) => gebruiker },
  { naam: 'rol', kop: 'Rol', cel: ({ rol }) => rol },
  { naam: 'namens', kop: 'Namens', cel: ({ namens }) => namens },
  { naam: 'keren', kop: 'Keren', rechts: true, cel: ({ keren }) => getal(keren) },
  { naam: 'eerste', kop: 'Eerste keer', heel: true, cel: ({ eerste }) => moment(eerste) },
  { naam: 'laatste', kop: 'Laatste keer', heel: true, cel: ({ laatste }) => moment(laatste) },
]
