import { PAGINA } from '../../domain/begrippen/lijst.ts'
import type { Geval } from '../../domain/check/kpi/list-gevallen.ts'
import type { Uitkomst } from '../../domain/check/kpi/find-uitkomst.ts'
import { bladstand, volgordeInUrl } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Bladeren } from '../ui/bladeren.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { aantal, datum, decimaal, getal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel } from '../ui/oordeel.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import {
  gevalgroepen,
  groepVan,
  standaardVolgorde,
  wachtdagenVan,
  type Gevalgroep,
  type Gevallenblad,
} from './gevallen.ts'

type Props = {
  uitkomst: Uitkomst
  /** null: this role sees counts only */
  gevallen: Gevallenblad | null
  /** The finding it was opened from; else its cases are looked at for the figure */
  bij: string | undefined
}

/** The cases behind a figure: what went wrong first; the filter sentence says how many there are of each kind. */
export function GevallenDeel({ uitkomst, gevallen, bij }: Props) {
  if (gevallen === null) {
    return (
      <Onderdeel titel="Gevallen" id="gevallen">
        <p>
          Met uw rol ziet u de aantallen, niet de gevallen zelf. Getallen die over te weinig cliënten gaan, zijn
          afgeschermd.
        </p>
      </Onderdeel>
    )
  }
  const { alle, keuze, totaal, getoond } = gevallen
  const rijen = getoond.map((geval, plek) => ({ ...geval, plek }))
  const query = {
    ...(bij !== undefined && { bij }),
    groep: keuze.groep,
    gemeente: keuze.gemeente,
    ...volgordeInUrl(keuze, standaardVolgorde(uitkomst.kpi)),
  }
  const naar = (extra: Record<string, string | number>) => `${routes.kpi(uitkomst.id, { ...query, ...extra })}#gevallen`
  return (
    <Onderdeel
      id="gevallen"
      titel={kop(uitkomst.kpi, keuze.groep, alle.filter((geval) => hoortBij(geval, keuze.groep)).length)}
      noot="cliënten onder een nummer; de naam staat bij de gemeente"
    >
      <Filter uitkomst={uitkomst} alle={alle} keuze={keuze} bij={bij} query={query} />
      <Tabel
        bijschrift="Gevallen"
        kolommen={kolommenVoor(uitkomst, bij ?? `kpi-${uitkomst.id}`)}
        rijen={rijen}
        sleutel={({ label, toewijzingId, plek }) => `${label ?? plek} ${toewijzingId ?? ''}`}
        sortering={{
          kolom: keuze.sorteer,
          richting: keuze.richting,
          href: (sorteer, richting) => naar({ sorteer, richting }),
        }}
        leeg={<LegeStaat titel="Geen gevallen in deze keuze">Kies een andere soort of gemeente.</LegeStaat>}
      />
      {totaal > 0 && (
        <Bladeren
          {...bladstand(keuze.pagina, { rijen: getoond, totaal })}
          totaal={totaal}
          paginas={Math.ceil(totaal / PAGINA)}
          meer={false}
          wat="gevallen"
          href={(pagina) => naar({ pagina })}
        />
      )}
    </Onderdeel>
  )
}

function hoortBij(geval: Geval, groep: Gevalgroep): boolean {
  return groep === 'alle' || groepVan(geval) === groep
}

const NAMEN: Record<Uitkomst['kpi'], Record<Gevalgroep, [string, string]>> = {
  'start-zorg': {
    mis: ['geval te laat', 'gevallen te laat'],
    goed: ['geval op tijd', 'gevallen op tijd'],
    cijfer: ['geval met een cijfer', 'gevallen met een cijfer'],
    buiten: ['geval niet meegeteld', 'gevallen niet meegeteld'],
    alle: ['geval', 'gevallen samen'],
  },
  'resultaat-behaald': {
    mis: ['cliënt zonder behaald resultaat', 'cliënten zonder behaald resultaat'],
    goed: ['cliënt met behaald resultaat', 'cliënten met behaald resultaat'],
    cijfer: ['geval met een cijfer', 'gevallen met een cijfer'],
    buiten: ['cliënt niet meegeteld', 'cliënten niet meegeteld'],
    alle: ['cliënt', 'cliënten samen'],
  },
  clienttevredenheid: {
    mis: ['beoordeling te laag', 'beoordelingen te laag'],
    goed: ['beoordeling goed', 'beoordelingen goed'],
    cijfer: ['beoordeling', 'beoordelingen'],
    buiten: ['antwoord niet meegeteld', 'antwoorden niet meegeteld'],
    alle: ['antwoord', 'antwoorden samen'],
  },
}

function kop(kpi: Uitkomst['kpi'], groep: Gevalgroep, n: number): string {
  return aantal(n, ...NAMEN[kpi][groep])
}

type Filterdeel = Pick<Gevallenblad, 'alle' | 'keuze'> & {
  uitkomst: Uitkomst
  bij: string | undefined
  query: Record<string, string>
}

function Filter({ uitkomst, alle, keuze, bij, query }: Filterdeel) {
  const tel = (groep: Gevalgroep) => alle.filter((geval) => hoortBij(geval, groep)).length
  const groepen = gevalgroepen.filter((groep) => groep === keuze.groep || groep === 'alle' || tel(groep) > 0)
  const gemeenten = [...new Set(alle.flatMap(({ gemeente }) => gemeente ?? []))].toSorted((a, b) =>
    a.localeCompare(b, 'nl'),
  )
  return (
    <FilterZin
      actie={`${routes.kpi(uitkomst.id)}#gevallen`}
      delen={[
        'Toon',
        {
          naam: 'groep',
          label: 'Soort gevallen',
          waarde: keuze.groep,
          opties: groepen.map((waarde) => ({ waarde, label: kop(uitkomst.kpi, waarde, tel(waarde)) })),
        },
        'in',
        {
          naam: 'gemeente',
          label: 'Gemeente',
          waarde: keuze.gemeente,
          opties: [{ waarde: '', label: 'elke gemeente' }, ...gemeenten.map((waarde) => ({ waarde, label: waarde }))],
        },
      ]}
      verborgen={{ ...(bij !== undefined && { bij }), ...volgordeInUrl(keuze, standaardVolgorde(uitkomst.kpi)) }}
      einde={
        <Uitvoer
          xlsx={routes.kpiGevallenUitvoer(uitkomst.id, 'xlsx', query)}
          csv={routes.kpiGevallenUitvoer(uitkomst.id, 'csv', query)}
        />
      }
    />
  )
}

function kolommenVoor({ kpi, definitie }: Uitkomst, bij: string): Kolom<Geval>[] {
  const vooraan: Kolom<Geval>[] = [
    {
      naam: 'client',
      kop: 'Cliënt',
      heel: true,
      sorteerbaar: true,
      cel: ({ label, toewijzingId }) =>
        label === null ? (
          <span className="ov-stil">verwijderd</span>
        ) : toewijzingId ? (
          <a href={routes.toewijzing(toewijzingId, { bij })}>{label}</a>
        ) : (
          label
        ),
    },
    { naam: 'gemeente', kop: 'Gemeente', sorteerbaar: true, cel: ({ gemeente }) => gemeente ?? '–' },
    { naam: 'product', kop: 'Product', sorteerbaar: true, telefoon: 'weg', cel: ({ product }) => product ?? '–' },
  ]
  if (kpi !== 'start-zorg') {
    return [
      ...vooraan,
      {
        naam: 'datum',
        kop: 'Datum',
        heel: true,
        sorteerbaar: true,
        cel: ({ referentiedatum }) => datum(referentiedatum),
      },
      {
        naam: 'uitkomst',
        kop: kpi === 'clienttevredenheid' ? 'Cijfer' : 'Oordeel',
        sorteerbaar: true,
        rechts: kpi === 'clienttevredenheid',
        cel: ({ uitkomst }) =>
          /^\d/.test(uitkomst) ? decimaal(uitkomst) : <Uitslag uitkomst={uitkomst} redenen={definitie.uitsluitingen} />,
      },
    ]
  }
  return [
    ...vooraan,
    {
      naam: 'datum',
      kop: 'Dag 0',
      heel: true,
      sorteerbaar: true,
      cel: ({ referentiedatum }) => datum(referentiedatum),
    },
    {
      naam: 'uiterlijk',
      kop: 'Uiterlijk',
      heel: true,
      telefoon: 'weg',
      cel: ({ referentiedatum }) => datum(referentiedatum.add({ days: definitie.termijnDagen ?? 0 })),
    },
    {
      naam: 'start',
      kop: 'Start',
      heel: true,
      sorteerbaar: true,
      cel: ({ startdatum }) => (startdatum ? datum(startdatum) : 'geen bericht'),
    },
    {
      naam: 'dagen',
      kop: 'Dagen',
      rechts: true,
      sorteerbaar: true,
      cel: (geval) => {
        const dagen = wachtdagenVan(geval)
        return dagen === null ? '–' : getal(dagen)
      },
    },
    {
      naam: 'uitkomst',
      kop: 'Oordeel',
      sorteerbaar: true,
      cel: ({ uitkomst }) => <Uitslag uitkomst={uitkomst} redenen={definitie.uitsluitingen} />,
    },
  ]
}

function Uitslag({ uitkomst, redenen }: { uitkomst: string; redenen: { code: string; naam: string }[] }) {
  const groep = groepVan({ uitkomst })
  if (groep === 'mis') return <Oordeel oordeel="onvoldoende" tekst={uitkomst === 'geen start' ? 'te laat' : uitkomst} />
  if (groep === 'goed') return <Oordeel oordeel="voldoende" tekst={uitkomst === 'tijdig' ? 'op tijd' : uitkomst} />
  return <>{redenen.find(({ code }) => code === uitkomst)?.naam ?? uitkomst}</>
}
