import {
  controleperiode,
  type Controlesoort,
  type Toegang,
  type Toegangscontrole,
} from '../../domain/plan/gebruiker/bekijk-toegang.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, datum, moment, momentKort } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { rolnaam, wetten } from './woorden.ts'

type Props = {
  raam: Raam
  ctx: Context
  soort: Controlesoort
  toegang: Toegang[]
  controles: Toegangscontrole[]
  melding?: { soort: 'gedaan' | 'fout'; tekst: string } | undefined
}

const namen = { bijzonder: 'Bijzondere rollen', alle: 'Alle rollen' } as const

/** Who may what since when, to be looked at every quarter (special roles) and every year (all): BIO2 5.18.02, 8.02.01. */
export function ToegangPage({ raam, ctx, soort, toegang, controles, melding }: Props) {
  const periode = controleperiode(soort, ctx.today)
  const laatste = controles.find((controle) => controle.soort === soort)
  const gedaan = laatste?.periode === periode
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Gebruikers', href: routes.gebruikers() }]}
      titel="Toegang bekijken"
      lead={
        <>
          {gedaan ? (
            <>
              Over {periodenaam(periode)} bekeken op {moment(laatste.bekekenOp)} door {laatste.bekekenDoor}.
            </>
          ) : (
            <b>Over {periodenaam(periode)} nog niet bekeken.</b>
          )}{' '}
          Bijzondere rollen bekijkt u elk kwartaal, alle rollen elk jaar.
        </>
      }
      melding={melding && <Melding soort={melding.soort}>{melding.tekst}</Melding>}
    >
      <Tabs
        label="Welke rollen"
        tabs={(['bijzonder', 'alle'] as const).map((een) => ({
          label: namen[een],
          href: routes.toegang({ soort: een }),
          actief: een === soort,
        }))}
      />
      <Onderdeel
        titel={namen[soort]}
        noot={<Uitvoer xlsx={routes.toegangUitvoer('xlsx', { soort })} csv={routes.toegangUitvoer('csv', { soort })} />}
        conclusie={`${aantal(toegang.length, 'rol', 'rollen')} van ${aantal(new Set(toegang.map(({ gebruikerId }) => gebruikerId)).size, 'persoon', 'personen')}.`}
      >
        <Tabel bijschrift={namen[soort]} kolommen={kolommen} rijen={toegang} sleutel={({ id }) => id} />
      </Onderdeel>
      <Onderdeel titel="Bekeken">
        <p>
          Klopt de lijst, heeft iedereen deze rollen nog nodig? Trek in wat niet meer klopt en leg daarna vast dat u de
          lijst hebt bekeken.
        </p>
        <Formulier
          actie={routes.toegang()}
          csrf={raam.csrf}
          knop={`Vastleggen: bekeken over ${periodenaam(periode)}`}
          verborgen={{ soort, aantal: String(toegang.length) }}
        >
          <Tekstveld naam="opmerking" label="Opmerking" facultatief regels={2} />
        </Formulier>
        {controles.length > 0 && (
          <Tabel
            bijschrift="Eerder bekeken"
            bijschriftTonen
            kolommen={controlekolommen}
            rijen={controles}
            sleutel={({ soort, bekekenOp }) => soort + bekekenOp.toString()}
            klikbaar={false}
          />
        )}
      </Onderdeel>
    </Pagina>
  )
}

/** "het vierde kwartaal van 2026", "2026" */
export function periodenaam(periode: string): string {
  const [jaar, kwartaal] = periode.split('-K')
  const woord = ['', 'eerste', 'tweede', 'derde', 'vierde'][Number(kwartaal ?? 0)]
  return kwartaal === undefined ? periode : `het ${String(woord)} kwartaal van ${String(jaar)}`
}

export function grensVan({ aanbieder, gemeenten, wet, categorieen }: Toegang): string {
  return (
    [aanbieder, gemeenten, wet && wetten[wet as keyof typeof wetten], categorieen && `categorie ${categorieen}`]
      .filter(Boolean)
      .join('; ') || 'hele regio'
  )
}

const kolommen: Kolom<Toegang>[] = [
  { naam: 'naam', kop: 'Naam', cel: ({ gebruikerId, naam }) => <a href={routes.gebruiker(gebruikerId)}>{naam}</a> },
  { naam: 'rol', kop: 'Rol', cel: ({ rol }) => rolnaam(rol) },
  { naam: 'grens', kop: 'Voor', telefoon: 'breed', cel: grensVan },
  {
    naam: 'sinds',
    kop: 'Sinds',
    heel: true,
    cel: ({ begindatum, einddatum }) => (
      <>
        {datum(begindatum)}
        {einddatum && <div className="ov-klein">tot en met {datum(einddatum)}</div>}
      </>
    ),
  },
  { naam: 'door', kop: 'Gegeven door', cel: ({ toegekendDoor }) => toegekendDoor ?? '–' },
  {
    naam: 'aangemeld',
    kop: 'Laatst aangemeld',
    heel: true,
    cel: ({ laatstAangemeldOp }) =>
      laatstAangemeldOp ? momentKort(laatstAangemeldOp) : <span className="ov-stil">nog niet</span>,
  },
]

const controlekolommen: Kolom<Toegangscontrole>[] = [
  { naam: 'periode', kop: 'Periode', cel: ({ periode }) => periode.replace('-K', ', kwartaal ') },
  { naam: 'soort', kop: 'Wat', cel: ({ soort }) => namen[soort].toLowerCase() },
  { naam: 'op', kop: 'Bekeken', heel: true, cel: ({ bekekenOp }) => moment(bekekenOp) },
  { naam: 'door', kop: 'Door', cel: ({ bekekenDoor }) => bekekenDoor },
  { naam: 'aantal', kop: 'Rollen', rechts: true, cel: ({ aantal }) => aantal },
  { naam: 'opmerking', kop: 'Opmerking', telefoon: 'breed', cel: ({ opmerking }) => opmerking || '–' },
]
