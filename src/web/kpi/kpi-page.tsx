import { z } from 'zod'
import { isIndicatief, statusNaam } from '../../domain/check/kpi/kpi-definitie.ts'
import type { Geval } from '../../domain/check/kpi/list-gevallen.ts'
import type { Jaarwaarde, Uitkomst } from '../../domain/check/kpi/find-uitkomst.ts'
import { routes } from '../routes.ts'
import { CijfersAlsTabel } from '../ui/cijfers-als-tabel.tsx'
import { Feiten, type Feit } from '../ui/feiten.tsx'
import { Grafiek } from '../ui/grafiek.tsx'
import { aantal, datum, decimaal, getal, moment, vanTotaal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel } from '../ui/oordeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { TrendPunt } from '../ui/trend-punt.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { Wachtdagen } from '../ui/wachtdagen.tsx'
import { berekeningsstappen } from './berekening.ts'
import { DekkingZin } from './dekking-zin.tsx'
import { GevallenDeel } from './gevallen-deel.tsx'
import type { Gevalkeuze } from './gevallen.ts'
import { kpiNamen, nTekst, oordeelsoort, redenTekst, uitkomstTekst, waardeTekst } from './uitkomst-tekst.ts'

type Props = {
  raam: Raam
  uitkomst: Uitkomst
  magAanbieder: boolean
  jaren: Jaarwaarde[]
  /** null: this role sees counts only */
  gevallen: Geval[] | null
  keuze: Gevalkeuze
  wachttijden: { dagen: number | null }[]
}

/** One figure with everything that is behind it. */
export function KpiPage({ raam, magAanbieder, uitkomst, jaren, gevallen, keuze, wachttijden }: Props) {
  const { kpi, jaar, definitie } = uitkomst
  const naam = `${kpiNamen[kpi]} ${String(jaar)}`
  return (
    <Pagina
      raam={raam}
      kruimels={[
        { label: `KPI’s over ${String(jaar)}`, href: routes.kpis({ jaar }) },
        ...(magAanbieder ? [{ label: uitkomst.aanbieder, href: routes.aanbieder(uitkomst.aanbiederId) }] : []),
      ]}
      titel={`${naam}: ${uitkomstTekst(uitkomst)}`}
      titelInTab={`${naam}, ${uitkomst.aanbieder}`}
      lead={<Leadzin uitkomst={uitkomst} />}
    >
      <Feiten feiten={maakFeiten(uitkomst, jaren)} />
      <BenchmarkZin uitkomst={uitkomst} />
      <Waarom
        bij={naam}
        open
        regel={`${definitie.normtekst}. ${schaalZin(uitkomst)}`}
        bron={<Bronnen definitie={definitie} />}
        gegevens={`${definitie.omschrijving} Alleen berichten met een dagtekening tot en met ${datum(uitkomst.peildatum)} tellen mee.`}
        berekening={berekeningsstappen(uitkomst)}
        versie={`Definitie versie ${String(uitkomst.versie)} (${statusNaam[definitie.status]}), berekend ${moment(uitkomst.berekendOp)}${uitkomst.nieuwereBerekeningId ? '; er is een latere berekening' : ''}`}
        gevallen={<a href="#gevallen">{aantal(uitkomst.n, 'geval', 'gevallen')}</a>}
      />
      <DekkingZin uitkomst={uitkomst} />
      {jaren.length > 1 && <TrendDeel uitkomst={uitkomst} jaren={jaren} />}
      {kpi === 'start-zorg' && wachttijden.length > 0 && <WachtDeel uitkomst={uitkomst} wachttijden={wachttijden} />}
      <GevallenDeel uitkomst={uitkomst} gevallen={gevallen} keuze={keuze} />
    </Pagina>
  )
}

/** Where the others stand, without saying who (ROL-21); absent when there are too few of them. */
function BenchmarkZin({ uitkomst: { kpi, kenmerken, subregio } }: { uitkomst: Uitkomst }) {
  const gelezen = Benchmark.safeParse(kenmerken['benchmark'])
  if (!gelezen.success) return null
  const { andere, laag, midden, hoog } = gelezen.data
  return (
    <p className="ov-conclusie">
      Bij de {aantal(andere, 'andere aanbieder', 'andere aanbieders')} in {subregio} ligt de helft tussen{' '}
      {waardeTekst(kpi, laag)} en {waardeTekst(kpi, hoog)}, met {waardeTekst(kpi, midden)} in het midden.
    </p>
  )
}

const Benchmark = z.object({ andere: z.number(), laag: z.string(), midden: z.string(), hoog: z.string() })

/** The scale in a sentence: below 80% onvoldoende, from 80% voldoende, from 90% goed. */
function schaalZin({ kpi, definitie }: Uitkomst): string {
  const [laagste, ...hogere] = definitie.schaal
  const delen = hogere.map(({ oordeel, ondergrens }) => `vanaf ${waardeTekst(kpi, ondergrens)} ${oordeel}`)
  return `Onder ${waardeTekst(kpi, hogere[0]!.ondergrens)} is ${laagste!.oordeel}, ${delen.join(', ')}.`
}

const ALGEMEEN = ['periode', 'minimum', 'peildatum', 'nulmeting', 'evaluatie', 'weergave']

/** What is particular to this KPI first; what holds for all of them folded. */
function Bronnen({ definitie }: { definitie: Uitkomst['definitie'] }) {
  const regels = (algemeen: boolean) =>
    definitie.bronnen
      .filter(({ regel }) => ALGEMEEN.includes(regel) === algemeen)
      .map(({ document, paragraaf, tekst }) => (
        <p key={`${paragraaf}${tekst}`}>
          {tekst} <span className="ov-stil">{`${document}, ${paragraaf}`}</span>
        </p>
      ))
  return (
    <>
      {regels(false)}
      <Vouw titel="Wat voor alle KPI’s geldt">{regels(true)}</Vouw>
    </>
  )
}

function Leadzin({ uitkomst }: { uitkomst: Uitkomst }) {
  const {
    kpi,
    aanbieder,
    subregio,
    n,
    teller,
    waarde,
    oordeel,
    reden,
    definitie,
    clientenInZorg,
    voorlopig,
    nulmeting,
  } = uitkomst
  const norm = `De norm is ${waardeTekst(kpi, definitie.norm)}.`
  const status = voorlopig
    ? ' Het jaar loopt nog: dit is voorlopig.'
    : nulmeting
      ? ' Dit is een nulmeting: er volgt niets uit.'
      : isIndicatief(definitie)
        ? ' De methode is nog voorlopig, dus dit is indicatief.'
        : ''
  if (waarde === null) {
    const waarom =
      reden === 'geen meting'
        ? `${aanbieder} leverde over dit jaar geen onderzoek aan voor ${subregio}.`
        : reden === 'te weinig clienten'
          ? `${aanbieder} had in ${subregio} ${aantal(clientenInZorg, 'cliënt', 'cliënten')} in zorg; meten kan vanaf ${getal(definitie.minimumClienten)}.`
          : `Voor ${aanbieder} zijn in ${subregio} ${aantal(n, 'geval', 'gevallen')} te tellen; een oordeel kan vanaf ${getal(definitie.minimumWaarnemingen)}.`
    return (
      <>
        <b>{reden === 'geen meting' ? 'Niet aangeleverd.' : 'Niet meetbaar.'}</b> {waarom}
      </>
    )
  }
  const wat = {
    'start-zorg': `${aanbieder} begon in ${subregio} bij ${vanTotaal(teller, n)} toewijzingen op tijd.`,
    'resultaat-behaald': `Bij ${aanbieder} in ${subregio} behaalden ${vanTotaal(teller, n)} cliënten hun resultaat.`,
    clienttevredenheid: `${aantal(n, 'cliënt', 'cliënten')} van ${aanbieder} in ${subregio} gaven gemiddeld een ${waardeTekst(kpi, waarde)}.`,
  }[kpi]
  return (
    <>
      <b>{oordeel!.charAt(0).toUpperCase() + oordeel!.slice(1)}.</b> {wat} {norm}
      {status}
    </>
  )
}

function maakFeiten(uitkomst: Uitkomst, jaren: Jaarwaarde[]): Feit[] {
  const { kpi, definitie, n, teller, clientenInZorg, kenmerken, vastgesteldOp, voorlopig } = uitkomst
  const hoogste = definitie.schaal.at(-1)!
  const andere = jaren.filter(({ jaar }) => jaar !== uitkomst.jaar).toReversed()
  const feiten: Feit[] = [
    {
      label: 'Geleverd',
      betekenis: 'geleverd',
      groot: true,
      waarde: uitkomstTekst(uitkomst),
      toelichting: definitie.eenheid === 'cijfer' ? nTekst(uitkomst) : vanTotaal(teller, n),
    },
    {
      label: 'Norm',
      betekenis: 'gecontracteerd',
      groot: true,
      waarde: waardeTekst(kpi, definitie.norm),
      ...(hoogste.ondergrens !== definitie.norm && {
        toelichting: `${hoogste.oordeel} vanaf ${waardeTekst(kpi, hoogste.ondergrens)}`,
      }),
    },
    {
      label: 'Oordeel',
      waarde: <Oordeel oordeel={oordeelsoort(uitkomst)} />,
      toelichting: vastgesteldOp
        ? `vastgesteld ${datum(vastgesteldOp.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate())}`
        : voorlopig
          ? 'voorlopig'
          : 'nog niet vastgesteld',
    },
    typeof kenmerken['mediaan'] === 'string'
      ? {
          label: 'Wachtdagen, midden',
          groot: true,
          waarde: decimaal(kenmerken['mediaan'].replace(/\.0$/, '')),
          ...(typeof kenmerken['p90'] === 'number' && {
            toelichting: `negen van tien binnen ${getal(kenmerken['p90'])} dagen`,
          }),
        }
      : {
          label: 'Cliënten in zorg',
          groot: true,
          waarde: getal(clientenInZorg),
          toelichting: `in ${String(uitkomst.jaar)}`,
        },
  ]
  const [eerste, ...rest] = andere
  if (eerste) {
    const wanneer = (punt: Jaarwaarde) => `in ${String(punt.jaar)}${punt.voorlopig ? ', voorlopig' : ''}`
    const zin = (punt: Jaarwaarde) => (
      <a key={punt.id} href={routes.kpi(punt.id)}>
        {punt.waarde === null ? redenTekst(punt.reden) : waardeTekst(kpi, punt.waarde)} {wanneer(punt)}
      </a>
    )
    // a year without a figure has a reason instead: too long for a figure
    feiten.push({
      label: 'Andere jaren',
      waarde: eerste.waarde === null ? '–' : <a href={routes.kpi(eerste.id)}>{waardeTekst(kpi, eerste.waarde)}</a>,
      groot: eerste.waarde !== null,
      toelichting: (
        <>
          {eerste.waarde === null ? zin(eerste) : wanneer(eerste)}
          {rest[0] && (
            <>
              <br />
              {zin(rest[0])}
            </>
          )}
        </>
      ),
    })
  }
  return feiten
}

function TrendDeel({ uitkomst, jaren }: { uitkomst: Uitkomst; jaren: Jaarwaarde[] }) {
  const { kpi, definitie } = uitkomst
  const norm = { waarde: Number(definitie.norm), tekst: waardeTekst(kpi, definitie.norm) }
  const waarden = jaren.flatMap(({ waarde }) => (waarde === null ? [] : [Number(waarde)]))
  return (
    <Onderdeel titel="Door de jaren">
      <Grafiek
        tabel={
          <CijfersAlsTabel
            bijschrift={`${kpiNamen[kpi]} door de jaren`}
            koppen={['Jaar', 'Waarde', 'Aantal', 'Oordeel']}
            rechts={[1, 2]}
            rijen={jaren.map((punt) => [
              String(punt.jaar),
              punt.waarde === null ? redenTekst(punt.reden) : waardeTekst(kpi, punt.waarde),
              getal(punt.n),
              <Oordeel oordeel={oordeelsoort(punt)} />,
            ])}
          />
        }
      >
        <div className="ov-grafiek-smal">
          <TrendPunt
            titel={`${kpiNamen[kpi]}, ${uitkomst.aanbieder}, ${uitkomst.subregio}`}
            norm={norm}
            schaal={{ min: Math.min(norm.waarde, ...waarden), max: Math.max(norm.waarde, ...waarden) }}
            punten={jaren.map((punt) => ({
              label: String(punt.jaar),
              waarde: punt.waarde === null ? null : Number(punt.waarde),
              n: `n ${getal(punt.n)}`,
              oordeel: oordeelsoort(punt),
              voorlopig: punt.voorlopig,
              ...(punt.waarde === null ? { reden: redenTekst(punt.reden) } : { tekst: waardeTekst(kpi, punt.waarde) }),
            }))}
          />
        </div>
      </Grafiek>
    </Onderdeel>
  )
}

function WachtDeel({ uitkomst, wachttijden }: { uitkomst: Uitkomst; wachttijden: { dagen: number | null }[] }) {
  const dagen = wachttijden.flatMap((wacht) => (wacht.dagen === null ? [] : [wacht.dagen]))
  const termijn = uitkomst.definitie.termijnDagen ?? 42
  const laat = dagen.filter((dag) => dag > termijn).length
  const nooit = wachttijden.length - dagen.length
  return (
    <Onderdeel titel="Wachtdagen per toewijzing">
      <Grafiek
        conclusie={
          laat + nooit === 0
            ? `Alle ${aantal(dagen.length, 'toewijzing begon', 'toewijzingen begonnen')} binnen ${getal(termijn)} dagen.`
            : `${aantal(laat, 'toewijzing begon', 'toewijzingen begonnen')} na dag ${getal(termijn)}${nooit > 0 ? `; bij ${getal(nooit)} kwam geen startbericht` : ''}.`
        }
        tabel={
          <CijfersAlsTabel
            bijschrift="Wachtdagen"
            koppen={['Wachttijd', 'Toewijzingen']}
            rechts={[1]}
            rijen={[
              ['voor of op dag 0', getal(dagen.filter((dag) => dag <= 0).length)],
              [`dag 1 tot en met ${getal(termijn)}`, getal(dagen.filter((dag) => dag > 0 && dag <= termijn).length)],
              [`na dag ${getal(termijn)}`, getal(laat)],
              ['geen startbericht', getal(nooit)],
            ]}
          />
        }
      >
        <Wachtdagen
          titel="Wachtdagen per toewijzing"
          dagen={dagen}
          nooitGestart={nooit}
          norm={termijn}
          bijNul="dag 0 = laatste van ingangs- en toewijzingsdatum"
        />
      </Grafiek>
    </Onderdeel>
  )
}
