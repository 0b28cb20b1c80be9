import type { Regels } from '../../domain/act/gesprek/lees-gespreksregels.ts'
import type { GezienInLijst, OpdrachtgeverGezien } from '../../domain/act/gesprek/list-gezien.ts'
import { gezienstand, type Gezienstand } from '../../domain/act/gesprek/te-weinig-gezien.ts'
import type { Lijst } from '../../domain/begrippen/lijst.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { bladstand, datumZonderDag, hoeveelVooraan, volgordeInUrl } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Bladeren } from '../ui/bladeren.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { woord } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { GEZIEN_STANDAARD, gezienquery, type Gezienkeuze } from './keuze.ts'
import { Gesprektabs } from './tabs.tsx'

type Props = {
  raam: Raam
  ctx: Context
  keuze: Gezienkeuze
  lijst: Lijst<GezienInLijst>
  regels: Regels
  opdrachtgevers: OpdrachtgeverGezien[]
}

export const gezienwoorden: Record<Gezienstand, string> = {
  'te weinig': 'Te weinig gezien',
  plannen: 'Nog te plannen',
  gepland: 'Gepland',
  genoeg: 'Genoeg gezien',
}

/** Who is seen too little this year, and which opdrachtgevers (GES-01, CLS-11, PLN-07). */
export function GezienPage({ raam, ctx, keuze, lijst, regels, opdrachtgevers }: Props) {
  const query = gezienquery(keuze, ctx.today)
  const { minimum } = regels.regels
  return (
    <Pagina
      raam={raam}
      titel="Wie te weinig gezien"
      lead={
        keuze.alle ? (
          <>
            <b>{hoeveelVooraan(lijst.totaal, 'aanbieder', 'aanbieders')}</b> met een overeenkomst in {keuze.jaar}.
          </>
        ) : lijst.totaal === 0 ? (
          <>
            <b>Iedereen is gezien of staat gepland</b> in {keuze.jaar}.
          </>
        ) : (
          <>
            <b>{hoeveelVooraan(lijst.totaal, 'aanbieder', 'aanbieders')}</b> {lijst.totaal === 1 ? 'wordt' : 'worden'}{' '}
            in {keuze.jaar} te weinig gezien.
          </>
        )
      }
      actie={
        mag(ctx.actor, 'gesprek:plannen') &&
        !keuze.alle &&
        lijst.totaal > 0 && (
          <Knop href={routes.gesprekkenPlannen({ jaar: keuze.jaar, van: keuze.van })}>Deze gesprekken plannen</Knop>
        )
      }
    >
      <Gesprektabs ctx={ctx} deel="gezien" />
      <Waarom
        bij="het aantal gesprekken per jaar"
        regel={minimum.bron.tekst}
        bron={`${minimum.bron.document}, ${minimum.bron.paragraaf}`}
        gegevens="Alleen gesprekken die meetellen, in dit kalenderjaar; een kort gesprek of een overlegtafel vervangt het gesprek niet. Op 31 december telt alleen wat is gehouden."
      />
      <FilterZin
        actie={routes.gezien()}
        delen={[
          'Toon',
          {
            naam: 'toon',
            label: 'Aanbieders',
            waarde: keuze.alle ? 'alle' : '',
            opties: [
              { waarde: '', label: 'wie te weinig gezien wordt' },
              { waarde: 'alle', label: 'alle aanbieders' },
            ],
          },
          'in',
          {
            naam: 'jaar',
            label: 'Jaar',
            waarde: query.jaar,
            opties: [-1, 0, 1].map((verschil) => {
              const jaar = String(ctx.today.year + verschil)
              return { waarde: verschil === 0 ? '' : jaar, label: jaar }
            }),
          },
          'van',
          {
            naam: 'van',
            label: 'Contractmanager',
            waarde: keuze.van,
            opties: [
              { waarde: '', label: 'elke contractmanager' },
              { waarde: 'mij', label: 'mij' },
            ],
          },
        ]}
        verborgen={volgordeInUrl(keuze, GEZIEN_STANDAARD)}
        einde={<Uitvoer xlsx={routes.gezienUitvoer('xlsx', query)} csv={routes.gezienUitvoer('csv', query)} />}
      />
      <Tabel
        bijschrift={`Gesprekken per aanbieder in ${keuze.jaar}`}
        kolommen={kolommen(ctx, keuze.jaar)}
        rijen={lijst.rijen}
        sleutel={({ id }) => id}
        sortering={{
          kolom: keuze.sorteer,
          richting: keuze.richting,
          href: (sorteer, richting) => routes.gezien({ ...query, sorteer, richting }),
        }}
        leeg={
          <LegeStaat titel="Niemand">
            Hier staan aanbieders met te weinig gehouden en geplande gesprekken in het jaar.
          </LegeStaat>
        }
      />
      <Bladeren
        {...bladstand(keuze.pagina, lijst)}
        wat="aanbieders"
        href={(pagina) => routes.gezien({ ...query, pagina })}
      />
      <Opdrachtgevers {...{ ctx, keuze, regels, opdrachtgevers }} />
    </Pagina>
  )
}

/** PLN-07: at least twice a year with each opdrachtgever. */
function Opdrachtgevers({
  ctx,
  keuze,
  regels,
  opdrachtgevers,
}: Pick<Props, 'ctx' | 'keuze' | 'regels' | 'opdrachtgevers'>) {
  const frequentie = regels.frequenties.find(({ code }) => code === 'opdrachtgeversoverleg')
  if (!frequentie || opdrachtgevers.length === 0) return null
  const tekort = opdrachtgevers.filter(({ gehouden, gepland }) => gehouden + gepland < frequentie.aantal)
  return (
    <Onderdeel
      titel="Opdrachtgevers"
      conclusie={
        tekort.length === 0
          ? `Met elke gemeente zijn er in ${keuze.jaar} ten minste ${woord(frequentie.aantal)} overleggen gehouden of gepland.`
          : `Met ${tekort.length === 1 ? 'één gemeente' : `${woord(tekort.length)} gemeenten`} zijn er in ${keuze.jaar} minder dan ${woord(frequentie.aantal)} overleggen gehouden of gepland.`
      }
    >
      <Tabel
        bijschrift={`Opdrachtgeversoverleg per gemeente in ${keuze.jaar}`}
        rijen={opdrachtgevers}
        sleutel={({ code }) => code}
        smal
        kolommen={[
          { naam: 'naam', kop: 'Gemeente', cel: ({ naam }) => naam },
          { naam: 'gehouden', kop: 'Gehouden', rechts: true, cel: ({ gehouden }) => gehouden },
          { naam: 'gepland', kop: 'Gepland', rechts: true, cel: ({ gepland }) => gepland },
          {
            naam: 'stand',
            kop: 'Stand',
            cel: (rij) => {
              const stand = gezienstand({ ...rij, nodig: frequentie.aantal }, keuze.jaar, ctx.today)
              return stand === 'te weinig' ? <b className="ov-mis">{gezienwoorden[stand]}</b> : gezienwoorden[stand]
            },
          },
        ]}
      />
    </Onderdeel>
  )
}

function kolommen(ctx: Context, jaar: number): Kolom<GezienInLijst>[] {
  return [
    {
      naam: 'naam',
      kop: 'Aanbieder',
      sorteerbaar: true,
      cel: ({ id, naam }) => <a href={routes.aanbieder(id, 'gesprekken')}>{naam}</a>,
    },
    {
      naam: 'contractmanager',
      kop: 'Contractmanager',
      telefoon: 'weg',
      cel: ({ contractmanager }) => contractmanager ?? 'geen',
    },
    {
      naam: 'klasse',
      kop: 'Klasse',
      cel: ({ klasse }) => klasse ?? 'nog geen',
    },
    { naam: 'nodig', kop: 'Nodig', rechts: true, sorteerbaar: true, cel: ({ nodig }) => nodig },
    { naam: 'gehouden', kop: 'Gehouden', rechts: true, sorteerbaar: true, cel: ({ gehouden }) => gehouden },
    { naam: 'gepland', kop: 'Gepland', rechts: true, cel: ({ gepland }) => gepland },
    {
      naam: 'laatste',
      kop: 'Laatste',
      heel: true,
      sorteerbaar: true,
      cel: ({ laatste }) => (laatste ? datumZonderDag(laatste) : '–'),
    },
    {
      naam: 'stand',
      kop: 'Stand',
      heel: true,
      cel: (rij) => {
        const stand = gezienstand(rij, jaar, ctx.today)
        return stand === 'te weinig' ? <b className="ov-mis">{gezienwoorden[stand]}</b> : gezienwoorden[stand]
      },
    },
  ]
}
