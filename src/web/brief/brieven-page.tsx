import type { Lijst } from '../../domain/begrippen/lijst.ts'
import { standen, type BriefInLijst, type Briefstand } from '../../domain/act/brief/queries.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { bladstand, hoeveelVooraan } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Bladeren } from '../ui/bladeren.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { datum, getal } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'

type Props = { raam: Raam; ctx: Context; stand: Briefstand | ''; pagina: number; lijst: Lijst<BriefInLijst> }

/** All letters to aanbieders, from concept to sent. */
export function BrievenPage({ raam, ctx, stand, pagina, lijst }: Props) {
  return (
    <Pagina
      raam={raam}
      titel="Brieven"
      lead={
        <>
          <b>{hoeveelVooraan(lijst.totaal, 'brief', 'brieven')}</b> in deze keuze. Brieven van een escalatie staan bij
          de escalatie.
        </>
      }
      actie={mag(ctx.actor, 'brief:opstellen') && <Knop href={routes.briefOpstellen()}>Brief schrijven</Knop>}
    >
      <FilterZin
        actie={routes.brieven()}
        delen={[
          'Toon',
          {
            naam: 'stand',
            label: 'Stand',
            waarde: stand,
            opties: [
              { waarde: '', label: 'alle brieven' },
              ...Object.entries(standen).map(([waarde, label]) => ({ waarde, label: `brieven: ${label}` })),
            ],
          },
        ]}
      />
      <Tabel
        bijschrift="Brieven, de nieuwste eerst"
        kolommen={kolommen}
        rijen={lijst.rijen}
        sleutel={({ id }) => id}
        leeg={
          <LegeStaat titel="Geen brieven in deze keuze">
            Hier staan brieven aan aanbieders: een informatiebrief, KPI-resultaten, een mededeling. U schrijft een brief
            een keer en verstuurt hem aan een of meer aanbieders.
          </LegeStaat>
        }
      />
      <Bladeren {...bladstand(pagina, lijst)} wat="brieven" href={(pagina) => routes.brieven({ stand, pagina })} />
    </Pagina>
  )
}

const kolommen: Kolom<BriefInLijst>[] = [
  { naam: 'onderwerp', kop: 'Onderwerp', cel: ({ id, onderwerp }) => <a href={routes.brief(id)}>{onderwerp}</a> },
  { naam: 'naam', kop: 'Soort', cel: ({ naam }) => naam, telefoon: 'weg' },
  { naam: 'aan', kop: 'Aan', rechts: true, cel: ({ telling }) => getal(telling.ontvangers) },
  {
    naam: 'opgesteld',
    kop: 'Opgesteld',
    heel: true,
    cel: ({ opgesteldOp }) => datum(opgesteldOp.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()),
  },
  { naam: 'door', kop: 'Door', cel: ({ opgesteldDoor }) => opgesteldDoor, telefoon: 'weg' },
  { naam: 'stand', kop: 'Stand', cel: standtekst },
]

/** Where a letter stands, in words that count. */
export function standtekst({ stand, telling: { ontvangers, verzonden, mislukt } }: BriefInLijst): string {
  if (stand !== 'verzonden') return standen[stand]
  const delen = [
    `${getal(verzonden)} van ${getal(ontvangers)} verzonden`,
    ...(mislukt > 0 ? [`${getal(mislukt)} mislukt`] : []),
  ]
  return delen.join(', ')
}
