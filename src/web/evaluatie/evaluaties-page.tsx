import type { Bron, Gemeentestand, Grofstand, Inlezing } from '../../domain/do/evaluatie/list-ingelezen.ts'
import type { Blad } from '../logboek/blad.ts'
import { datumZonderDag } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Afbreekbaar } from '../ui/afbreekbaar.tsx'
import { getoond } from '../ui/getoond.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { aantal, getal, hoofdletter, moment, opsomming } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'

type Props = {
  raam: Raam
  bron: Bron
  magInlezen: boolean
  jaar: number
  jaren: number[]
  /** With how many, for who sees that; else roughly */
  gemeenten?: Gemeentestand[]
  grof?: Grofstand[]
  /** One more than a page when there are older ones */
  inlezingen: Inlezing[]
  blad: Blad
}

type Tekst = {
  titel: string
  wat: [string, string]
  goed: string
  rest: string
  inlezen: { label: string; href: string }
  leeg: string
}

export const TEKST: Record<Bron, Tekst> = {
  evaluaties: {
    titel: 'Evaluaties',
    wat: ['evaluatie', 'evaluaties'],
    goed: 'Behaald',
    rest: 'Niet behaald',
    inlezen: { label: 'Evaluaties inlezen', href: routes.evaluatiesInlezen() },
    leeg: 'Hier komt per gemeente te staan wat het lokaal team heeft vastgesteld: is het resultaat van de zorg behaald.',
  },
  cto: {
    titel: 'Cliënttevredenheid',
    wat: ['antwoord', 'antwoorden'],
    goed: 'Met cijfer',
    rest: 'Zonder cijfer',
    inlezen: { label: 'Cliënttevredenheid inlezen', href: routes.ctoInlezen() },
    leeg: 'Hier komt per gemeente te staan hoeveel cliënten een cijfer gaven in een onderzoek.',
  },
}

/** What was read in, per gemeente and by whom: evaluations of the lokaal team, or answers of clients. */
export function EvaluatiesPage(props: Props) {
  const { raam, bron, magInlezen, jaar, jaren, gemeenten = [], grof, inlezingen } = props
  const { titel, inlezen, leeg } = TEKST[bron]
  const zonder = (grof ?? gemeenten).filter(({ aantal }) => aantal === 0).map(({ naam, code }) => naam ?? code)
  return (
    <Pagina
      raam={raam}
      titel={titel}
      lead={<Leadzin {...props} zonder={zonder} />}
      actie={
        magInlezen && (
          <Knop href={inlezen.href} soort={inlezingen.length === 0 ? 'hoofd' : 'tweede'}>
            {inlezen.label}
          </Knop>
        )
      }
    >
      <Tabs
        label="Soorten"
        tabs={(['evaluaties', 'cto'] as const).map((soort) => ({
          label: TEKST[soort].titel,
          href: routes.evaluaties(soort),
          actief: soort === bron,
        }))}
      />
      {jaren.length === 0 ? (
        <Onderdeel>
          <LegeStaat titel="Er is nog niets ingelezen">{leeg}</LegeStaat>
        </Onderdeel>
      ) : (
        <>
          <FilterZin
            actie={routes.evaluaties(bron)}
            delen={[
              'Toon',
              {
                naam: 'jaar',
                label: 'Jaar',
                waarde: String(jaar),
                opties: jaren.map((waarde) => ({
                  waarde: String(waarde),
                  label: bron === 'cto' ? `onderzoek in ${String(waarde)}` : `evaluaties over ${String(waarde)}`,
                })),
              },
              'per gemeente',
            ]}
            einde={
              <Uitvoer
                xlsx={routes.evaluatiesUitvoer(bron, 'xlsx', { jaar })}
                csv={routes.evaluatiesUitvoer(bron, 'csv', { jaar })}
              />
            }
          />
          {grof ? (
            <Tabel
              bijschrift={`${titel} over ${String(jaar)} per gemeente`}
              kolommen={groveKolommen(bron)}
              rijen={grof}
              sleutel={({ code }) => code}
              klikbaar={false}
            />
          ) : (
            <Tabel
              bijschrift={`${titel} over ${String(jaar)} per gemeente`}
              kolommen={gemeentekolommen(bron)}
              rijen={gemeenten}
              sleutel={({ code }) => code}
              klikbaar={false}
            />
          )}
          <Inlezingen {...props} />
        </>
      )}
    </Pagina>
  )
}

function Leadzin({ bron, jaar, jaren, gemeenten = [], grof, zonder }: Props & { zonder: string[] }) {
  const som = (veld: 'aantal' | 'goed' | 'wachtend') => gemeenten.reduce((n, gemeente) => n + gemeente[veld], 0)
  if (jaren.length === 0) return TEKST[bron].leeg
  return (
    <>
      {grof ? (
        <>
          <b>
            Van {aantal(grof.length - zonder.length, 'gemeente', 'gemeenten')} is over {jaar} iets ingelezen.
          </b>{' '}
          Hoeveel precies staat hier voor wie met casussen werkt.
        </>
      ) : (
        <>
          <b>
            {aantal(som('aantal'), ...TEKST[bron].wat)} over {jaar}
          </b>
          , {bron === 'cto' ? `${getal(som('goed'))} met een cijfer` : `${getal(som('goed'))} keer behaald`}.
        </>
      )}
      {zonder.length > 0 && zonder.length <= 3 && ` Van ${opsomming(zonder)} is niets ingelezen.`}
      {zonder.length > 3 && ` Van ${aantal(zonder.length, 'gemeente', 'gemeenten')} is niets ingelezen.`}
      {som('wachtend') > 0 &&
        ` ${getal(som('wachtend'))} ${som('wachtend') === 1 ? 'wacht' : 'wachten'} op een toewijzing die nog niet is ingelezen.`}
    </>
  )
}

function groveKolommen(bron: Bron): Kolom<Grofstand>[] {
  return [
    { naam: 'gemeente', kop: 'Gemeente', cel: Gemeentenaam },
    {
      naam: 'aantal',
      kop: bron === 'cto' ? 'Cliënten met een antwoord' : 'Cliënten met een evaluatie',
      cel: (g) => (g.aantal === 0 ? <span className="ov-stil">niets ingelezen</span> : getoond(g.aantal)),
    },
    { naam: 'wachtend', kop: 'Wacht op toewijzing', cel: (g) => (g.aantal === 0 ? '–' : getoond(g.wachtend)) },
    {
      naam: 'ingelezen',
      kop: 'Laatst ingelezen',
      heel: true,
      telefoon: 'weg',
      cel: ({ ingelezenOp }) => (ingelezenOp ? datumZonderDag(dag(ingelezenOp)) : '–'),
    },
  ]
}

function Gemeentenaam({ naam, code, subregio }: Pick<Gemeentestand, 'naam' | 'code' | 'subregio'>) {
  return (
    <>
      {naam ?? `Onbekend (${code})`}
      <small>
        <Afbreekbaar tekst={subregio ?? 'hoort niet bij deze regio'} />
      </small>
    </>
  )
}

function gemeentekolommen(bron: Bron): Kolom<Gemeentestand>[] {
  const { goed, rest, wat } = TEKST[bron]
  return [
    { naam: 'gemeente', kop: 'Gemeente', cel: Gemeentenaam },
    {
      naam: 'aantal',
      kop: hoofdletter(wat[1]),
      rechts: true,
      cel: (g) => (g.aantal === 0 ? <span className="ov-stil">niets ingelezen</span> : getal(g.aantal)),
    },
    { naam: 'goed', kop: goed, rechts: true, cel: (g) => (g.aantal === 0 ? '–' : getal(g.goed)) },
    { naam: 'rest', kop: rest, rechts: true, cel: (g) => (g.aantal === 0 ? '–' : getal(g.aantal - g.goed)) },
    {
      naam: 'wachtend',
      kop: 'Wacht op toewijzing',
      rechts: true,
      cel: (g) => (g.aantal === 0 ? '–' : getal(g.wachtend)),
    },
    { naam: 'periode', kop: bron === 'cto' ? 'Einde van het veldwerk' : 'Datums', heel: true, cel: periode },
    {
      naam: 'ingelezen',
      kop: 'Laatst ingelezen',
      heel: true,
      telefoon: 'weg',
      cel: ({ ingelezenOp }) => (ingelezenOp ? datumZonderDag(dag(ingelezenOp)) : '–'),
    },
  ]
}

function periode({ eerste, laatste }: Pick<Gemeentestand, 'eerste' | 'laatste'>): string {
  if (!eerste || !laatste) return '–'
  return eerste.equals(laatste) ? datumZonderDag(laatste) : `${datumZonderDag(eerste)} – ${datumZonderDag(laatste)}`
}

function dag(op: Temporal.Instant): Temporal.PlainDate {
  return op.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
}

function Inlezingen({ bron, jaar, inlezingen, blad, grof }: Props) {
  const { titel, wat } = TEKST[bron]
  const kolommen: Kolom<Inlezing>[] = [
    { naam: 'wanneer', kop: 'Wanneer', heel: true, cel: ({ ingelezenOp }) => moment(ingelezenOp) },
    { naam: 'door', kop: 'Ingelezen door', cel: ({ ingelezenDoor }) => ingelezenDoor },
    {
      naam: 'aantal',
      kop: 'Nieuw',
      rechts: true,
      cel: (inlezing) => (inlezing.aantal === null ? '–' : aantal(inlezing.aantal, ...wat)),
    },
    { naam: 'over', kop: 'Over', heel: true, cel: periode },
    { naam: 'gemeenten', kop: 'Gemeenten', telefoon: 'breed', cel: ({ gemeenten }) => opsomming(gemeenten) },
  ]
  return (
    <Onderdeel
      titel="Wie wat inlas"
      conclusie={
        bron === 'evaluaties'
          ? 'Het lokaal team stelt vast of een resultaat is behaald; hier staat wie het heeft ingelezen.'
          : undefined
      }
    >
      <Tabel
        bijschrift={`${titel}: wie wanneer wat inlas`}
        kolommen={grof ? kolommen.filter(({ naam }) => naam !== 'aantal' && naam !== 'over') : kolommen}
        rijen={inlezingen.slice(0, blad.limit)}
        sleutel={({ ingelezenOp, ingelezenDoor }) => `${ingelezenOp.toString()} ${ingelezenDoor}`}
        klikbaar={false}
      />
      {(blad.pagina > 1 || inlezingen.length > blad.limit) && (
        <nav className="ov-bladeren" aria-label="Bladeren door wat is ingelezen">
          {blad.pagina > 1 ? (
            <a href={routes.evaluaties(bron, { jaar, pagina: blad.pagina - 1 })} rel="prev">
              Nieuwer
            </a>
          ) : (
            <span />
          )}
          {inlezingen.length > blad.limit && (
            <a href={routes.evaluaties(bron, { jaar, pagina: blad.pagina + 1 })} rel="next">
              Ouder
            </a>
          )}
        </nav>
      )}
    </Onderdeel>
  )
}
