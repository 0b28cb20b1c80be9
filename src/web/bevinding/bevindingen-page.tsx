import { besluiten, bronnen, type Bron } from '../../domain/check/bevinding/bevinding.ts'
import type { BevindingInLijst, Bevindingkolom } from '../../domain/check/bevinding/queries.ts'
import type { Bladzijde, Lijst } from '../../domain/begrippen/lijst.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { aanbiederdelen, type Aanbiederkeuze, type GekozenAanbieder } from '../aanbiederkeuze.ts'
import { hoeveelVooraan, volgordeInUrl } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Bladerlijst } from '../ui/bladerlijst.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { dagVanMoment, datum } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import type { Kolom } from '../ui/tabel.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { WeergaveBewaren, Weergaven, type Weergavestand } from '../weergave/weergaven.tsx'

export type Keuze = Bladzijde<Bevindingkolom> &
  Aanbiederkeuze & { stand: 'open' | 'nieuw' | 'gesloten' | 'alle'; bron: Bron | ''; jaar: string }

export const STANDAARD = { sorteer: 'ontstaan', richting: 'af' } as const

type Props = {
  raam: Raam
  ctx: Context
  keuze: Keuze
  lijst: Lijst<BevindingInLijst>
  /** Whose findings only, when one aanbieder was chosen */
  aanbieder: GekozenAanbieder
  weergaven: Weergavestand
}

const STANDEN = {
  open: 'open',
  nieuw: 'open en nog te beoordelen',
  gesloten: 'gesloten',
  alle: 'in deze keuze',
} as const

/** All findings of one choice, newest first. */
export function BevindingenPage({ raam, ctx, keuze, lijst, aanbieder, weergaven }: Props) {
  const query = bevindingQuery(keuze)
  return (
    <Pagina
      raam={raam}
      titel="Bevindingen"
      lead={
        <>
          <b>{hoeveelVooraan(lijst.totaal, 'bevinding', 'bevindingen')}</b> {STANDEN[keuze.stand]}
          {aanbieder && ` bij ${aanbieder.naam}`}. Alles wat niet voldoet aan wat is afgesproken; wat er gebeurt,
          beslist een mens.
        </>
      }
      actie={
        mag(ctx.actor, 'bevinding:vastleggen') && <Knop href={routes.bevindingVastleggen()}>Bevinding vastleggen</Knop>
      }
    >
      <Weergaven stand={weergaven} />
      <Filter {...{ raam, ctx, keuze, lijst, aanbieder, weergaven }} />
      <Bladerlijst
        naam="Bevindingen"
        kolommen={kolommen}
        {...{ lijst, keuze, query }}
        href={routes.bevindingen}
        leeg={
          <LegeStaat titel="Geen bevindingen in deze keuze">
            Hier staat alles wat niet voldoet: een KPI die bij het vaststellen onder de norm is, een overeenkomst waar
            iemand ontbreekt, of wat u zelf vastlegt.
          </LegeStaat>
        }
      />
    </Pagina>
  )
}

/** The choice as it stands in a URL; the default order is left out. */
export function bevindingQuery(keuze: Keuze) {
  const { stand, bron, jaar, van, aanbieder } = keuze
  return { stand: stand === 'open' ? '' : stand, bron, jaar, van, aanbieder, ...volgordeInUrl(keuze, STANDAARD) }
}

function Filter({ raam, ctx, keuze, aanbieder, weergaven }: Props) {
  const { stand, bron, jaar } = keuze
  const query = bevindingQuery(keuze)
  const jaren = Array.from({ length: ctx.today.year - 2022 }, (_, i) => String(ctx.today.year - i))
  return (
    <FilterZin
      actie={routes.bevindingen()}
      delen={[
        'Toon',
        {
          naam: 'stand',
          label: 'Stand',
          waarde: stand === 'open' ? '' : stand,
          opties: [
            { waarde: '', label: 'open bevindingen' },
            { waarde: 'nieuw', label: 'open bevindingen zonder besluit' },
            { waarde: 'gesloten', label: 'gesloten bevindingen' },
            { waarde: 'alle', label: 'alle bevindingen' },
          ],
        },
        'uit',
        {
          naam: 'bron',
          label: 'Bron',
          waarde: bron,
          opties: [
            { waarde: '', label: 'elke bron' },
            ...Object.entries(bronnen)
              .filter(([waarde]) => waarde !== 'kpi' || !raam.zonderKpis)
              .map(([waarde, label]) => ({ waarde, label })),
          ],
        },
        'over',
        {
          naam: 'jaar',
          label: 'Jaar',
          waarde: jaar,
          opties: [{ waarde: '', label: 'elk jaar' }, ...jaren.map((waarde) => ({ waarde, label: waarde }))],
        },
        ...aanbiederdelen(ctx, keuze, aanbieder),
      ]}
      verborgen={volgordeInUrl(keuze, STANDAARD)}
      einde={
        <>
          <WeergaveBewaren stand={weergaven} csrf={raam.csrf} />
          <Uitvoer xlsx={routes.bevindingenUitvoer('xlsx', query)} csv={routes.bevindingenUitvoer('csv', query)} />
        </>
      }
    />
  )
}

const kolommen: Kolom<BevindingInLijst>[] = [
  {
    naam: 'titel',
    kop: 'Bevinding',
    sorteerbaar: true,
    cel: ({ id, titel, indicatief }) => (
      <>
        <a href={routes.bevinding(id)}>{titel}</a>
        {indicatief && <span className="ov-stil"> indicatief</span>}
      </>
    ),
  },
  { naam: 'aanbieder', kop: 'Aanbieder', sorteerbaar: true, cel: ({ aanbieder }) => aanbieder },
  { naam: 'bron', kop: 'Bron', telefoon: 'weg', cel: ({ bron }) => bronnen[bron] },
  {
    naam: 'ontstaan',
    kop: 'Sinds',
    sorteerbaar: true,
    heel: true,
    cel: ({ ontstaanOp }) => datum(dagVanMoment(ontstaanOp)),
  },
  {
    naam: 'stand',
    kop: 'Stand',
    heel: true,
    cel: ({ geslotenOp, besluit }) => (geslotenOp ? 'Gesloten' : besluit ? besluiten[besluit] : 'Nog te beoordelen'),
  },
]
