import type { Bladzijde, Lijst } from '../../domain/begrippen/lijst.ts'
import type { PlanInLijst, Plankolom } from '../../domain/act/verbeterplan/queries.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { aanbiederdelen, type Aanbiederkeuze, type GekozenAanbieder } from '../aanbiederkeuze.ts'
import { datumZonderDag, hoeveelVooraan, volgordeInUrl } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Bladerlijst } from '../ui/bladerlijst.tsx'
import { EersteDag } from '../ui/eerste-dag.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { dagVanMoment, vanTotaal } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import type { Kolom } from '../ui/tabel.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { WeergaveBewaren, Weergaven, type Weergavestand } from '../weergave/weergaven.tsx'
import { Puntenbalk } from './voortgangsbeeld.tsx'
import { bijWieTekst, Planoordeel } from './woorden.tsx'

export type Keuze = Bladzijde<Plankolom> &
  Aanbiederkeuze & { stand: 'lopend' | 'aanbieder' | 'regio' | 'te laat' | 'gesloten' | 'alle' }

export const STANDAARD = { sorteer: 'termijn', richting: 'op' } as const

type Props = {
  raam: Raam
  ctx: Context
  keuze: Keuze
  lijst: Lijst<PlanInLijst>
  aanbieder: GekozenAanbieder
  weergaven: Weergavestand
}

const STANDEN: Record<Keuze['stand'], [string, string]> = {
  lopend: ['loopt', 'lopen'],
  aanbieder: ['wacht op de aanbieder', 'wachten op de aanbieder'],
  regio: ['wacht op een oordeel', 'wachten op een oordeel'],
  'te laat': ['is te laat', 'zijn te laat'],
  gesloten: ['is gesloten', 'zijn gesloten'],
  alle: ['staat in deze keuze', 'staan in deze keuze'],
}

/** All plans of one choice, those with the first day on top. */
export function VerbeterplannenPage(props: Props) {
  const { raam, ctx, keuze, lijst, aanbieder } = props
  const query = planQuery(keuze)
  return (
    <Pagina
      raam={raam}
      titel="Verbeterplannen"
      lead={
        <>
          <b>{hoeveelVooraan(lijst.totaal, 'verbeterplan', 'verbeterplannen')}</b>{' '}
          {STANDEN[keuze.stand][lijst.totaal === 1 ? 0 : 1]}
          {aanbieder && ` bij ${aanbieder.naam}`}.
          {ctx.actor.agb === null && ' Elk punt krijgt een oordeel, en elk oordeel een reden.'}
        </>
      }
      actie={
        mag(ctx.actor, 'verbeterplan:vragen') && <Knop href={routes.verbeterplanVragen()}>Verbeterplan vragen</Knop>
      }
      acties={
        <Knop soort="tweede" href={routes.verbeterplanformulier()}>
          Formulier bekijken
        </Knop>
      }
    >
      <Weergaven stand={props.weergaven} />
      <Filter {...props} />
      <Bladerlijst
        naam="Verbeterplannen"
        kolommen={kolommen(ctx)}
        {...{ lijst, keuze, query }}
        href={routes.verbeterplannen}
        leeg={
          <LegeStaat titel="Geen verbeterplannen in deze keuze">
            Hier staat elk verbeterplan dat is gevraagd, met waar het staat en wie aan zet is. Een plan wordt gevraagd
            bij een bevinding, na een gesprek of in een escalatie.
          </LegeStaat>
        }
      />
    </Pagina>
  )
}

/** The choice as it stands in a URL; the default order is left out. */
export function planQuery(keuze: Keuze) {
  const { stand, van, aanbieder } = keuze
  return { stand: stand === 'lopend' ? '' : stand, van, aanbieder, ...volgordeInUrl(keuze, STANDAARD) }
}

function Filter({ raam, ctx, keuze, aanbieder, weergaven }: Props) {
  const query = planQuery(keuze)
  const extern = ctx.actor.agb !== null
  return (
    <FilterZin
      actie={routes.verbeterplannen()}
      delen={[
        'Toon',
        {
          naam: 'stand',
          label: 'Stand',
          waarde: keuze.stand === 'lopend' ? '' : keuze.stand,
          opties: [
            { waarde: '', label: 'lopende verbeterplannen' },
            {
              waarde: 'aanbieder',
              label: extern ? 'plannen die op ons wachten' : 'plannen die op de aanbieder wachten',
            },
            {
              waarde: 'regio',
              label: extern ? 'plannen die op de regio wachten' : 'plannen die op een oordeel wachten',
            },
            { waarde: 'te laat', label: 'plannen waarvan een dag voorbij is' },
            { waarde: 'gesloten', label: 'gesloten verbeterplannen' },
            { waarde: 'alle', label: 'alle verbeterplannen' },
          ],
        },
        ...aanbiederdelen(ctx, keuze, aanbieder),
      ]}
      verborgen={volgordeInUrl(keuze, STANDAARD)}
      einde={
        <>
          <WeergaveBewaren stand={weergaven} csrf={raam.csrf} />
          <Uitvoer
            xlsx={routes.verbeterplannenUitvoer('xlsx', query)}
            csv={routes.verbeterplannenUitvoer('csv', query)}
          />
        </>
      }
    />
  )
}

function kolommen({ today, actor }: Context): Kolom<PlanInLijst>[] {
  const extern = actor.agb !== null
  return [
    {
      naam: 'titel',
      kop: 'Verbeterplan',
      sorteerbaar: true,
      cel: ({ id, titel, nummer }) => (
        <>
          <a href={routes.verbeterplan(id)}>{titel}</a> <span className="ov-stil ov-heel">{nummer}</span>
        </>
      ),
    },
    ...(extern
      ? []
      : [
          {
            naam: 'aanbieder',
            kop: 'Aanbieder',
            sorteerbaar: true,
            cel: ({ aanbieder }: PlanInLijst) => aanbieder,
          },
        ]),
    { naam: 'stand', kop: 'Stand', cel: ({ stand }) => <Planoordeel stand={stand} /> },
    { naam: 'wie', kop: 'Wacht op', telefoon: 'weg', cel: ({ stand }) => bijWieTekst(stand, extern) },
    {
      naam: 'punten',
      kop: 'Gerealiseerd',
      cel: ({ punten, puntenGerealiseerd, geslotenOp }) =>
        punten === 0 ? (
          <span className="ov-stil">{geslotenOp ? '–' : 'nog geen plan'}</span>
        ) : (
          <>
            <Puntenbalk klaar={puntenGerealiseerd} totaal={punten} /> {vanTotaal(puntenGerealiseerd, punten)}
          </>
        ),
    },
    {
      naam: 'termijn',
      kop: 'Eerste dag',
      sorteerbaar: true,
      cel: ({ eersteDag }) => <EersteDag dag={eersteDag} vandaag={today} />,
    },
    {
      naam: 'gevraagd',
      kop: 'Gevraagd',
      sorteerbaar: true,
      heel: true,
      telefoon: 'weg',
      cel: ({ gevraagdOp }) => datumZonderDag(dagVanMoment(gevraagdOp)),
    },
  ]
}
