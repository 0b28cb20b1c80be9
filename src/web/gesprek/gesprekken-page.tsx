import type { Gesprekssoort } from '../../domain/act/gesprek/gespreksregels.ts'
import { standen } from '../../domain/act/gesprek/gespreksstand.ts'
import type { GesprekInLijst } from '../../domain/act/gesprek/list-gesprekken.ts'
import type { Lijst } from '../../domain/begrippen/lijst.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { aanbiederdelen, type GekozenAanbieder } from '../aanbiederkeuze.ts'
import { hoeveelVooraan, volgordeInUrl } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Bladerlijst } from '../ui/bladerlijst.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { datum } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import type { Kolom } from '../ui/tabel.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { WeergaveBewaren, Weergaven, type Weergavestand } from '../weergave/weergaven.tsx'
import { gespreksquery, STANDAARD, type Gespreksoverzicht } from './keuze.ts'
import { Gesprektabs } from './tabs.tsx'
import { termijnVan } from './woorden.ts'

type Props = {
  raam: Raam
  ctx: Context
  keuze: Gespreksoverzicht
  lijst: Lijst<GesprekInLijst>
  soorten: readonly Gesprekssoort[]
  aanbieder: GekozenAanbieder
  weergaven: Weergavestand
}

const MET_WIE = { voor: 'met', label: 'Deelnemers', alle: 'wie dan ook', mij: 'mij erbij', bijEen: 'iedereen' }

const WOORDEN = {
  komend: ['komt nog', 'komen nog'],
  verslag: ['wacht op een definitief verslag', 'wachten op een definitief verslag'],
  definitief: ['heeft een definitief verslag', 'hebben een definitief verslag'],
  geannuleerd: ['ging niet door', 'gingen niet door'],
  alle: ['staat in deze keuze', 'staan in deze keuze'],
} as const

/** All meetings of one choice, the first to come first. */
export function GesprekkenPage({ raam, ctx, keuze, lijst, soorten, aanbieder, weergaven }: Props) {
  const query = gespreksquery(keuze)
  const soortnaam = new Map(soorten.map(({ code, naam }) => [code, naam]))
  return (
    <Pagina
      raam={raam}
      titel="Gesprekken"
      lead={
        <>
          <b>{hoeveelVooraan(lijst.totaal, 'gesprek', 'gesprekken')}</b>{' '}
          {WOORDEN[keuze.stand][lijst.totaal === 1 ? 0 : 1]}
          {aanbieder && ` bij ${aanbieder.naam}`}.
        </>
      }
      actie={mag(ctx.actor, 'gesprek:plannen') && <Knop href={routes.gesprekPlannen()}>Gesprek plannen</Knop>}
    >
      <Gesprektabs ctx={ctx} deel="gesprekken" />
      <Weergaven stand={weergaven} />
      <Filter {...{ raam, ctx, keuze, soorten, aanbieder, weergaven }} />
      <Bladerlijst
        naam="Gesprekken"
        kolommen={kolommen(ctx.today, soortnaam)}
        {...{ lijst, keuze, query }}
        href={routes.gesprekken}
        leeg={
          <LegeStaat titel="Geen gesprekken in deze keuze">
            {ctx.actor.agb === null
              ? 'Hier staan de gesprekken met aanbieders en opdrachtgevers, van de uitnodiging tot het definitieve verslag.'
              : 'Hier staan de gesprekken waarvoor u bent uitgenodigd.'}
          </LegeStaat>
        }
      />
    </Pagina>
  )
}

function Filter({ raam, ctx, keuze, soorten, aanbieder, weergaven }: Omit<Props, 'lijst'>) {
  const query = gespreksquery(keuze)
  const jaren = Array.from({ length: ctx.today.year - 2023 + 2 }, (_, i) => String(ctx.today.year + 1 - i))
  return (
    <FilterZin
      actie={routes.gesprekken()}
      delen={[
        'Toon',
        {
          naam: 'stand',
          label: 'Stand',
          waarde: keuze.stand === 'komend' ? '' : keuze.stand,
          opties: [
            { waarde: '', label: 'gesprekken die komen' },
            { waarde: 'verslag', label: 'gesprekken met een verslag in de maak' },
            { waarde: 'definitief', label: 'gesprekken met een definitief verslag' },
            { waarde: 'geannuleerd', label: 'gesprekken die niet doorgingen' },
            { waarde: 'alle', label: 'alle gesprekken' },
          ],
        },
        'van',
        {
          naam: 'soort',
          label: 'Soort',
          waarde: keuze.soort,
          opties: [
            { waarde: '', label: 'elke soort' },
            ...soorten.map(({ code, naam }) => ({ waarde: code, label: naam.toLowerCase() })),
          ],
        },
        'in',
        {
          naam: 'jaar',
          label: 'Jaar',
          waarde: keuze.jaar,
          opties: [{ waarde: '', label: 'elk jaar' }, ...jaren.map((waarde) => ({ waarde, label: waarde }))],
        },
        ...aanbiederdelen(ctx, keuze, aanbieder, MET_WIE),
      ]}
      verborgen={volgordeInUrl(keuze, STANDAARD)}
      einde={
        <>
          <WeergaveBewaren stand={weergaven} csrf={raam.csrf} />
          <Uitvoer xlsx={routes.gesprekkenUitvoer('xlsx', query)} csv={routes.gesprekkenUitvoer('csv', query)} />
        </>
      }
    />
  )
}

export function kolommen(vandaag: Temporal.PlainDate, soortnaam: ReadonlyMap<string, string>): Kolom<GesprekInLijst>[] {
  return [
    {
      naam: 'datum',
      kop: 'Wanneer',
      sorteerbaar: true,
      heel: true,
      cel: ({ id, datum: dag, begintijd }) => (
        <a href={routes.gesprek(id)}>
          {datum(dag)} {begintijd.replace(':', '.')}
        </a>
      ),
    },
    { naam: 'aanbieder', kop: 'Met', sorteerbaar: true, cel: ({ met }) => met ?? 'Intern' },
    { naam: 'titel', kop: 'Soort', sorteerbaar: true, cel: ({ soort, titel }) => soortnaam.get(soort) ?? titel },
    { naam: 'eigenaar', kop: 'Leidt', telefoon: 'weg', cel: ({ eigenaar }) => eigenaar },
    { naam: 'stand', kop: 'Stand', sorteerbaar: true, cel: ({ stand }) => standen[stand] },
    {
      naam: 'termijn',
      kop: 'Termijn',
      cel: (rij) => {
        const { tekst, laat } = termijnVan(rij, vandaag)
        return laat ? <b className="ov-mis">{tekst}</b> : tekst
      },
    },
  ]
}
