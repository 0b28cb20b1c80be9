import type { Bladzijde, Lijst } from '../../domain/begrippen/lijst.ts'
import type { Clientenstop } from '../../domain/act/escalatie/mag-toewijzen.ts'
import type { EscalatieMetStand, Escalatiekolom } from '../../domain/act/escalatie/queries.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { aanbiederdelen, type Aanbiederkeuze, type GekozenAanbieder } from '../aanbiederkeuze.ts'
import { hoeveelVooraan, volgordeInUrl } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Bladerlijst } from '../ui/bladerlijst.tsx'
import { EersteDag } from '../ui/eerste-dag.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { dagVanMoment, datum } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { WeergaveBewaren, Weergaven, type Weergavestand } from '../weergave/weergaven.tsx'

export type Keuze = Bladzijde<Escalatiekolom> & Aanbiederkeuze & { stand: 'lopend' | 'besluit' | 'gesloten' | 'alle' }

export const STANDAARD = { sorteer: 'termijn', richting: 'op' } as const

type Props = {
  raam: Raam
  ctx: Context
  keuze: Keuze
  lijst: Lijst<EscalatieMetStand>
  stops: Clientenstop[]
  gemeenten: ReadonlyMap<string, string>
  aanbieder: GekozenAanbieder
  weergaven: Weergavestand
}

const STANDEN: Record<Keuze['stand'], [een: string, meer: string]> = {
  lopend: ['loopt', 'lopen'],
  besluit: ['wacht op een besluit', 'wachten op een besluit'],
  gesloten: ['is gesloten', 'zijn gesloten'],
  alle: ['staat in deze keuze', 'staan in deze keuze'],
}

/** All cases of one choice, those with the first term on top. */
export function EscalatiesPage(props: Props) {
  const { raam, ctx, keuze, lijst, stops, gemeenten, aanbieder } = props
  const query = escalatieQuery(keuze)
  return (
    <Pagina
      raam={raam}
      titel="Escalaties"
      lead={
        <>
          <b>{hoeveelVooraan(lijst.totaal, 'escalatie', 'escalaties')}</b>{' '}
          {STANDEN[keuze.stand][lijst.totaal === 1 ? 0 : 1]}
          {aanbieder && ` bij ${aanbieder.naam}`}.
          {ctx.actor.agb === null && ' Geen stap zonder grond, stukken, brief en mandaat.'}
        </>
      }
      actie={mag(ctx.actor, 'escalatie:stap-zetten') && <Knop href={routes.escalatieOpenen()}>Escalatie openen</Knop>}
      acties={
        <Knop soort="tweede" href={routes.escalatieladder()}>
          Ladder bekijken
        </Knop>
      }
    >
      <Weergaven stand={props.weergaven} />
      <Filter {...props} />
      <Bladerlijst
        naam="Escalaties"
        kolommen={kolommen(ctx)}
        {...{ lijst, keuze, query }}
        href={routes.escalaties}
        leeg={
          <LegeStaat titel="Geen escalaties in deze keuze">
            Hier staat elke zaak op de escalatieladder, met waar zij staat en welke termijn het eerst afloopt. Een zaak
            begint bij een bevinding.
          </LegeStaat>
        }
      />
      <Stops stops={stops} gemeenten={gemeenten} />
    </Pagina>
  )
}

/** Where nobody may be assigned now, for everyone who assigns (ESA-13). */
function Stops({ stops, gemeenten }: { stops: Clientenstop[]; gemeenten: ReadonlyMap<string, string> }) {
  if (stops.length === 0) return null
  return (
    <Onderdeel
      id="clientenstops"
      titel="Cliëntenstops die gelden"
      conclusie="Wijs hier geen nieuwe cliënten toe. Een toewijzing die toch is verstuurd, telt mee en wordt een bevinding."
    >
      <Tabel
        bijschrift="Cliëntenstops die vandaag gelden"
        rijen={stops}
        sleutel={({ escalatieId, sinds }) => escalatieId + sinds.toString()}
        kolommen={[
          {
            naam: 'aanbieder',
            kop: 'Aanbieder',
            cel: (stop) => <a href={routes.escalatie(stop.escalatieId)}>{stop.aanbieder}</a>,
          },
          {
            naam: 'gemeenten',
            kop: 'Gemeenten',
            cel: (stop) => stop.gemeenten?.map((code) => gemeenten.get(code) ?? code).join(', ') ?? 'alle',
          },
          { naam: 'producten', kop: 'Producten', cel: (stop) => stop.producten?.join(', ') ?? 'alle' },
          { naam: 'sinds', kop: 'Sinds', heel: true, cel: (stop) => datum(stop.sinds) },
        ]}
      />
    </Onderdeel>
  )
}

/** The choice as it stands in a URL; the default order is left out. */
export function escalatieQuery(keuze: Keuze) {
  const { stand, van, aanbieder } = keuze
  return { stand: stand === 'lopend' ? '' : stand, van, aanbieder, ...volgordeInUrl(keuze, STANDAARD) }
}

function Filter({ raam, ctx, keuze, aanbieder, weergaven }: Props) {
  const { stand } = keuze
  const query = escalatieQuery(keuze)
  const eigen = ctx.actor.agb !== null
  return (
    <FilterZin
      actie={routes.escalaties()}
      delen={[
        'Toon',
        {
          naam: 'stand',
          label: 'Stand',
          waarde: stand === 'lopend' ? '' : stand,
          opties: [
            { waarde: '', label: 'lopende escalaties' },
            // what waits inside the region is not for an aanbieder
            ...(eigen ? [] : [{ waarde: 'besluit', label: 'escalaties met een voorstel' }]),
            { waarde: 'gesloten', label: 'gesloten escalaties' },
            { waarde: 'alle', label: 'alle escalaties' },
          ],
        },
        ...aanbiederdelen(ctx, keuze, aanbieder),
      ]}
      verborgen={volgordeInUrl(keuze, STANDAARD)}
      einde={
        <>
          <WeergaveBewaren stand={weergaven} csrf={raam.csrf} />
          <Uitvoer xlsx={routes.escalatiesUitvoer('xlsx', query)} csv={routes.escalatiesUitvoer('csv', query)} />
        </>
      }
    />
  )
}

function kolommen({ today, actor }: Context): Kolom<EscalatieMetStand>[] {
  return [
    {
      naam: 'titel',
      kop: 'Escalatie',
      cel: ({ id, titel, nummer }) => (
        <>
          <a href={routes.escalatie(id)}>{titel}</a> <span className="ov-stil ov-heel">{nummer}</span>
        </>
      ),
    },
    ...(actor.agb === null
      ? [{ naam: 'aanbieder', kop: 'Aanbieder', cel: ({ aanbieder }: EscalatieMetStand) => aanbieder }]
      : []),
    {
      naam: 'hoogte',
      kop: 'Stand',
      sorteerbaar: true,
      cel: ({ standnaam, stap, clientenstop, openStand }) => (
        <>
          {stap !== null && <b>{stap}</b>} {standnaam}
          {clientenstop && <span className="ov-stil"> · cliëntenstop</span>}
          {openStand === 'voorgesteld' && actor.agb === null && <span className="ov-stil"> · besluit gevraagd</span>}
        </>
      ),
    },
    {
      naam: 'termijn',
      kop: 'Eerste termijn',
      sorteerbaar: true,
      cel: ({ eersteTermijn }) => <EersteDag dag={eersteTermijn} vandaag={today} />,
    },
    {
      naam: 'geopend',
      kop: 'Sinds',
      sorteerbaar: true,
      heel: true,
      telefoon: 'weg',
      cel: ({ geopendOp }) => datum(dagVanMoment(geopendOp)),
    },
  ]
}
