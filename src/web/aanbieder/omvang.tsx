import type { Jaaromvang } from '../../domain/plan/aanbieder/list-omvang.ts'
import type { Omvangregels } from '../../domain/plan/aanbieder/omvangregels.ts'
import { mag } from '../../domain/rechten.ts'
import { wetten } from '../gebruiker/woorden.ts'
import { routes } from '../routes.ts'
import { getoond } from '../ui/getoond.tsx'
import { bedragHeel, datum, getal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { type Kolom, Tabel } from '../ui/tabel.tsx'
import { Waarom } from '../ui/waarom.tsx'
import type { Kaartgegevens } from './kaart.tsx'

type Props = Pick<Kaartgegevens, 'ctx' | 'aanbieder'> & { omvang: Jaaromvang[]; omvangregels: Omvangregels }

const gedeclareerd = (wet: string): Kolom<Jaaromvang> => ({
  naam: 'gedeclareerd',
  kop: `Gedeclareerd ${wet}`,
  rechts: true,
  cel: ({ gedeclareerdCent }) =>
    gedeclareerdCent === null ? <Onbekend>geen berichten</Onbekend> : bedragHeel(gedeclareerdCent),
})

/** How large the aanbieder is per year, with where each figure comes from (CTR-08). */
export function Omvang({ ctx, aanbieder, omvang, omvangregels }: Props) {
  const wet = wetten[omvangregels.wet]
  const magWijzigen = mag(ctx.actor, 'aanbieder:wijzigen')
  const magBedragen = mag(ctx.actor, 'budget:lezen')
  return (
    <Onderdeel
      titel="Omvang per jaar"
      id="omvang"
      noot={magWijzigen && <a href={routes.omvang(aanbieder.id)}>Medewerkers vastleggen</a>}
    >
      <Tabel
        bijschrift={`Omvang per jaar van ${aanbieder.naam}`}
        klikbaar={false}
        rijen={omvang}
        sleutel={({ jaar }) => String(jaar)}
        kolommen={[
          {
            naam: 'jaar',
            kop: 'Jaar',
            cel: ({ jaar }) => (magWijzigen ? <a href={routes.omvang(aanbieder.id, jaar)}>{jaar}</a> : jaar),
          },
          {
            naam: 'medewerkers',
            kop: 'Medewerkers',
            rechts: true,
            cel: ({ medewerkers }) =>
              medewerkers === null ? <Onbekend>niet vastgelegd</Onbekend> : getal(medewerkers),
          },
          { naam: 'bron', kop: 'Bron', cel: (rij) => <Bron {...rij} /> },
          {
            naam: 'clienten',
            kop: `Cliënten ${wet}`,
            rechts: true,
            cel: ({ clienten }) => (clienten === null ? <Onbekend>geen berichten</Onbekend> : getoond(clienten)),
          },
          ...(magBedragen ? [gedeclareerd(wet)] : []),
        ]}
      />
      <Waarom
        bij="de omvang"
        regel={`Het aantal medewerkers is van de aanbieder zelf: uit het bestand met aanbieders, of met de hand vastgelegd met de bron erbij. Wat met de hand is vastgelegd, gaat voor. Cliënten zijn geteld uit de geldige berichten van de ${wet}: elke cliënt met zorg in het jaar één keer, tussen zijn eerste start en zijn laatste stop.${magBedragen ? ' Declaraties tellen bij de maand waarin de zorg begon.' : ''}`}
        bron={`${omvangregels.bron.document}, ${omvangregels.bron.paragraaf}: ${omvangregels.bron.tekst}`}
      />
    </Onderdeel>
  )
}

function Onbekend({ children }: { children: string }) {
  return <span className="ov-stil">{children}</span>
}

function Bron({ bron, toelichting, vastgelegdDoor, vastgelegdOp }: Jaaromvang) {
  if (bron === null || vastgelegdOp === null) {
    return '–'
  }
  const dag = datum(vastgelegdOp.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate())
  return bron === 'bestand' ? (
    `ingelezen ${dag}`
  ) : (
    <>
      {toelichting}
      <div className="ov-klein">
        {vastgelegdDoor}, {dag}
      </div>
    </>
  )
}
