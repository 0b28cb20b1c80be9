import type { Lijst } from '../../domain/begrippen/lijst.ts'
import type { Maand, TermijnInLijst } from '../../domain/plan/kalender/list-termijnen.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { bladstand, hoeveelVooraan } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Bladeren } from '../ui/bladeren.tsx'
import { FilterZin, type FilterDeel } from '../ui/filter-zin.tsx'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { datum, datumKort, hoofdletter, maandnaam, relatief, woord } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { bronkeuzes } from './bron.ts'
import { Jaarstrook } from './jaarstrook.tsx'
import { kalenderQuery, type Kalenderkeuze } from './keuze.ts'
import { Maandblad } from './maandblad.tsx'
import { Termijnstand, wieTekst } from './stand.tsx'

type Optie = { id: string; naam: string }

export type Keuzes = {
  personen: Optie[]
  /** null: too many to choose from */
  aanbieders: Optie[] | null
  /** Of the chosen aanbieder, or the chosen one */
  overeenkomsten: Optie[]
  aanbieder: Optie | undefined
}

type Props = {
  raam: Raam
  ctx: Context
  keuze: Kalenderkeuze
  /** What was chosen to look at: a month, or a page of the list */
  inhoud: { maand: Maand } | { lijst: Lijst<TermijnInLijst> }
  stand: { verstreken: number; dezeWeek: number; eerste: Temporal.PlainDate | null }
  telling: { maand: number; aantal: number; verstreken: number }[]
  feestdagen: ReadonlyMap<string, string>
  keuzes: Keuzes
}

/** Every date somebody must act on: the year as a strip, and of that a month or a list (CAT-05). */
export function KalenderPage(props: Props) {
  const { raam, ctx, keuze, inhoud, telling } = props
  const query = kalenderQuery(keuze)
  const jaar = keuze.jaar ?? ctx.today.year
  const maand = keuze.maand ?? ctx.today.month
  return (
    <Pagina
      raam={raam}
      titel="Kalender"
      lead={<Conclusie {...props} />}
      acties={
        <>
          {mag(ctx.actor, 'termijn:vastleggen') && (
            <Knop soort="tweede" href={routes.termijnVastleggen({ aanbieder: keuze.aanbieder })}>
              Termijn toevoegen
            </Knop>
          )}
          <Knop soort="tweede" href={routes.kalenderabonnement()}>
            In uw eigen agenda
          </Knop>
        </>
      }
    >
      <Filter {...props} />
      <Jaarstrook
        jaar={jaar}
        maand={keuze.maand}
        vandaag={ctx.today}
        telling={telling}
        href={(jaar, maand) => routes.kalender({ ...query, jaar, maand })}
      />
      <Tabs
        label="Weergave"
        tabs={[
          {
            label: 'Lijst',
            href: routes.kalender({ ...query, weergave: undefined }),
            actief: keuze.weergave === 'lijst',
          },
          {
            label: 'Maand',
            href: routes.kalender({ ...query, weergave: 'maand', jaar, maand }),
            actief: keuze.weergave === 'maand',
          },
        ]}
      />
      {'maand' in inhoud ? (
        <Maandblad
          jaar={jaar}
          maand={maand}
          vandaag={ctx.today}
          inhoud={inhoud.maand}
          feestdagen={props.feestdagen}
          lijst={routes.kalender({ ...query, weergave: undefined, jaar, maand })}
        />
      ) : (
        <Termijnlijst {...{ ctx, keuze }} lijst={inhoud.lijst} />
      )}
    </Pagina>
  )
}

function Conclusie({ ctx, keuze, stand: { verstreken, dezeWeek, eerste } }: Props) {
  const wiens = keuze.van === 'mij' && ctx.actor.agb === null ? ' van u' : ''
  const laat =
    verstreken === 0
      ? `Er is geen termijn${wiens} verstreken`
      : `${hoofdletter(woord(verstreken))} ${verstreken === 1 ? `termijn${wiens} is` : `termijnen${wiens} zijn`} verstreken`
  return (
    <>
      <b>{laat}.</b>{' '}
      {dezeWeek > 0
        ? `${hoofdletter(woord(dezeWeek))} ${dezeWeek === 1 ? 'eindigt' : 'eindigen'} binnen een week.`
        : 'Binnen een week eindigt er niets.'}
      {eerste && ` De eerstvolgende is ${datum(eerste)}, ${relatief(eerste, ctx.today)}.`}
    </>
  )
}

function Filter({ ctx, keuze, keuzes }: Props) {
  const { personen, aanbieders, aanbieder, overeenkomsten } = keuzes
  const query = kalenderQuery(keuze)
  const intern = ctx.actor.agb === null
  const bij = aanbieders ?? (aanbieder ? [aanbieder] : [])
  const delen: FilterDeel[] = [
    'Toon',
    {
      naam: 'stand',
      label: 'Stand',
      waarde: keuze.stand === 'open' ? '' : keuze.stand,
      opties: [
        { waarde: '', label: 'open termijnen' },
        { waarde: 'verstreken', label: 'verstreken termijnen' },
        { waarde: 'gehaald', label: 'wat gedaan is' },
        { waarde: 'vervallen', label: 'wat verviel' },
        { waarde: 'alle', label: 'alle termijnen' },
      ],
    },
  ]
  delen.push('over', {
    naam: 'bron',
    label: 'Waarover',
    waarde: keuze.bron,
    opties: [{ waarde: '', label: 'alles' }, ...bronkeuzes(ctx.actor)],
  })
  if (intern) {
    delen.push('van', {
      naam: 'van',
      label: 'Wie moet handelen',
      waarde: keuze.van === 'mij' ? '' : keuze.van,
      opties: [
        { waarde: '', label: 'mij' },
        { waarde: 'iedereen', label: 'iedereen' },
        ...personen.map(({ id, naam }) => ({ waarde: id, label: naam })),
      ],
    })
  }
  if (intern && bij.length > 0) {
    delen.push('bij', {
      naam: 'aanbieder',
      label: 'Aanbieder',
      waarde: keuze.aanbieder ?? '',
      opties: [{ waarde: '', label: 'elke aanbieder' }, ...bij.map(({ id, naam }) => ({ waarde: id, label: naam }))],
    })
  }
  if (overeenkomsten.length > 0) {
    delen.push('voor', {
      naam: 'overeenkomst',
      label: 'Overeenkomst',
      waarde: keuze.overeenkomst ?? '',
      opties: [
        { waarde: '', label: 'elke overeenkomst' },
        ...overeenkomsten.map(({ id, naam }) => ({ waarde: id, label: naam })),
      ],
    })
  }
  return (
    <FilterZin
      actie={routes.kalender()}
      delen={delen}
      verborgen={{
        ...(keuze.weergave === 'maand' && { weergave: 'maand' }),
        ...(keuze.jaar !== undefined && { jaar: String(keuze.jaar) }),
        ...(keuze.maand !== undefined && { maand: String(keuze.maand) }),
      }}
      einde={<Uitvoer xlsx={routes.kalenderUitvoer('xlsx', query)} csv={routes.kalenderUitvoer('csv', query)} />}
    />
  )
}

function Termijnlijst({ ctx, keuze, lijst }: Pick<Props, 'ctx' | 'keuze'> & { lijst: Lijst<TermijnInLijst> }) {
  const query = kalenderQuery(keuze)
  const periode = keuze.jaar === undefined ? '' : `${keuze.maand ? `${maandnaam(keuze.maand)} ` : ''}${keuze.jaar}`
  return (
    <>
      {periode && (
        <p className="ov-klein ov-kalender-periode">
          {hoeveelVooraan(lijst.totaal, 'termijn', 'termijnen')} in {periode}.{' '}
          <a href={routes.kalender({ ...query, jaar: undefined, maand: undefined })}>Toon elke periode</a>
        </p>
      )}
      <Tabel
        bijschrift="Termijnen"
        kolommen={kolommen(ctx)}
        rijen={lijst.rijen}
        sleutel={({ id }) => id}
        leeg={
          <LegeStaat titel="Geen termijnen in deze keuze">
            Hier staat elke dag waarop iemand iets moet doen of waarop iets gebeurt: een gesprek, een overlegtafel, een
            termijn in een escalatie, beslissen over een verlenging. Kies een andere periode of toon de termijnen van
            iedereen.
          </LegeStaat>
        }
      />
      <Bladeren
        {...bladstand(keuze.pagina, lijst)}
        wat="termijnen"
        href={(pagina) => routes.kalender({ ...query, pagina })}
      />
    </>
  )
}

function kolommen({ today, actor }: Context): Kolom<TermijnInLijst>[] {
  const intern = actor.agb === null
  return [
    {
      naam: 'titel',
      kop: 'Termijn',
      cel: ({ id, titel, overeenkomst }) => (
        <>
          <a href={routes.termijn(id)}>{titel}</a>
          {overeenkomst !== null && !titel.includes(overeenkomst) && <div className="ov-klein">{overeenkomst}</div>}
        </>
      ),
    },
    {
      naam: 'dag',
      kop: 'Laatste dag',
      heel: true,
      cel: ({ einddatum }) => (einddatum.year === today.year ? datumKort(einddatum) : datum(einddatum)),
    },
    {
      naam: 'stand',
      kop: 'Stand',
      heel: true,
      cel: (termijn) => <Termijnstand termijn={termijn} vandaag={today} />,
    },
    ...(intern
      ? [
          {
            naam: 'aanbieder',
            kop: 'Aanbieder',
            telefoon: 'breed' as const,
            cel: ({ aanbieder, aanbiederId }: TermijnInLijst) =>
              aanbiederId === null ? '–' : <a href={routes.aanbieder(aanbiederId)}>{aanbieder}</a>,
          },
          {
            naam: 'wie',
            kop: 'Wie',
            telefoon: 'breed' as const,
            cel: (rij: TermijnInLijst) => hoofdletter(wieTekst(rij)),
          },
        ]
      : []),
  ]
}
