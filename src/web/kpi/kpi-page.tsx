import { z } from 'zod'
import { isIndicatief, statusNaam } from '../../domain/check/kpi/kpi-definitie.ts'
import type { Jaarwaarde, Uitkomst } from '../../domain/check/kpi/find-uitkomst.ts'
import type { Wachtgroep, Wachttijden } from '../../domain/check/kpi/list-wachttijden.ts'
import { routes } from '../routes.ts'
import { CijfersAlsTabel } from '../ui/cijfers-als-tabel.tsx'
import { Afgeschermd, getoond, getoondAantal } from '../ui/getoond.tsx'
import { Feiten, type Feit } from '../ui/feiten.tsx'
import { Grafiek } from '../ui/grafiek.tsx'
import { aantal, datum, decimaal, getal, hoofdletter, moment, vanTotaal } from '../ui/notatie.ts'
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
import type { Gevallenblad } from './gevallen.ts'
import { kpiNamen, nTekst, oordeelsoort, uitkomstTekst, waardeGlobaal, waardeTekst } from './uitkomst-tekst.ts'

type Props = {
  raam: Raam
  uitkomst: Uitkomst
  magAanbieder: boolean
  jaren: Jaarwaarde[]
  /** null: this role sees counts only */
  gevallen: Gevallenblad | null
  wachttijden: Wachttijden | null
  /** The finding it was opened from */
  bij?: string | undefined
}

/** One figure with everything that is behind it. */
export function KpiPage({ raam, magAanbieder, uitkomst, jaren, gevallen, wachttijden, bij }: Props) {
  const { kpi, jaar, definitie } = uitkomst
  const naam = `${kpiNamen[kpi]} ${String(jaar)}`
  return (
    <Pagina
      raam={raam}
      kruimels={[
        { label: `KPI’s over ${String(jaar)}`, href: routes.kpis({ jaar }) },
        ...(magAanbieder ? [{ label: uitkomst.aanbieder, href: routes.aanbieder(uitkomst.aanbiederId) }] : []),
      ]}
      titel={`${naam}: ${titelTekst(uitkomst)}`}
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
        gevallen={uitkomst.n !== null && <a href="#gevallen">{getoondAantal(uitkomst.n, 'geval', 'gevallen')}</a>}
      />
      <DekkingZin uitkomst={uitkomst} />
      {jaren.length > 1 && <TrendDeel uitkomst={uitkomst} jaren={jaren} />}
      {wachttijden && <WachtDeel uitkomst={uitkomst} wachttijden={wachttijden} />}
      <GevallenDeel uitkomst={uitkomst} gevallen={gevallen} bij={bij} />
    </Pagina>
  )
}

/** The value; the judgement where that is all that may be told. */
function titelTekst(uitkomst: Uitkomst): string {
  const { oordeel, afgeschermd } = uitkomst
  return afgeschermd ? (oordeel ?? `${uitkomstTekst(uitkomst)} cliënten`) : uitkomstTekst(uitkomst)
}

/** Where the others stand, without saying who (ROL-21); absent when there are too few of them. */
function BenchmarkZin({ uitkomst: { kpi, kenmerken, subregio } }: { uitkomst: Uitkomst }) {
  const gelezen = Benchmark.safeParse(kenmerken['benchmark'])
  if (!gelezen.success) return null
  const { andere, laag, midden, hoog } = gelezen.data
  return (
    <p className="ov-conclusie">
      Bij de {aantal(andere, 'andere aanbieder', 'andere aanbieders')} in {subregio} ligt de helft tussen{' '}
      {waardeGlobaal(kpi, laag)} en {waardeGlobaal(kpi, hoog)}, met {waardeGlobaal(kpi, midden)} in het midden.
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
    afgeschermd,
  } = uitkomst
  const norm = `De norm is ${waardeTekst(kpi, definitie.norm)}.`
  const status = voorlopig
    ? ' Het jaar loopt nog: dit is voorlopig.'
    : nulmeting
      ? ' Dit is een nulmeting: er volgt niets uit.'
      : isIndicatief(definitie)
        ? ' De methode is nog voorlopig, dus dit is indicatief.'
        : ''
  if (afgeschermd?.wat === 'dun' && oordeel) {
    return (
      <>
        <b>{hoofdletter(oordeel)}.</b> Hoeveel cliënten van {aanbieder} in {subregio} dat zijn, is afgeschermd: een deel
        gaat over minder dan {getal(afgeschermd.minimum)} cliënten. {norm}
        {status}
      </>
    )
  }
  if (afgeschermd && reden === null) {
    return (
      <>
        <b>Afgeschermd.</b> Dit gaat over minder dan {getal(afgeschermd.minimum)} cliënten van {aanbieder} in {subregio}
        .
      </>
    )
  }
  if (waarde === null || typeof n !== 'number' || teller === null) {
    const waarom =
      reden === 'geen meting'
        ? `${aanbieder} leverde over dit jaar geen onderzoek aan voor ${subregio}.`
        : reden === 'te weinig clienten'
          ? `${aanbieder} had in ${subregio} ${getoondAantal(clientenInZorg, 'cliënt', 'cliënten')} in zorg; meten kan vanaf ${getal(definitie.minimumClienten)}.`
          : `Voor ${aanbieder} zijn in ${subregio} ${n === null ? 'minder cliënten' : getoondAantal(n, 'geval', 'gevallen')} te tellen; een oordeel kan vanaf ${getal(definitie.minimumWaarnemingen)}.`
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
      <b>{hoofdletter(oordeel!)}.</b> {wat} {norm}
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
      waarde: uitkomst.afgeschermd ? <Afgeschermd minimum={uitkomst.afgeschermd.minimum} /> : uitkomstTekst(uitkomst),
      toelichting: uitkomst.afgeschermd
        ? uitkomst.afgeschermd.wat === 'dun'
          ? 'een deel van de cliënten'
          : 'cliënten'
        : typeof n === 'number' && teller !== null && definitie.eenheid !== 'cijfer'
          ? vanTotaal(teller, n)
          : nTekst(uitkomst),
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
          waarde: getoond(clientenInZorg),
          toelichting: `in ${String(uitkomst.jaar)}`,
        },
  ]
  const [eerste, ...rest] = andere
  if (eerste) {
    const wanneer = (punt: Jaarwaarde) => `in ${String(punt.jaar)}${punt.voorlopig ? ', voorlopig' : ''}`
    const zin = (punt: Jaarwaarde) => (
      <a key={punt.id} href={routes.kpi(punt.id)}>
        {punt.waarde === null ? (punt.oordeel ?? jaarTekst(kpi, punt)) : waardeTekst(kpi, punt.waarde)} {wanneer(punt)}
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

function jaarTekst(kpi: Uitkomst['kpi'], punt: Jaarwaarde): string {
  return uitkomstTekst({ ...punt, kpi })
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
              jaarTekst(kpi, punt),
              punt.n === null ? '–' : getoond(punt.n),
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
              n: typeof punt.n === 'number' ? `n ${getal(punt.n)}` : `< ${getal(punt.afgeschermd?.minimum ?? 0)}`,
              oordeel: oordeelsoort(punt),
              voorlopig: punt.voorlopig,
              ...(punt.waarde === null
                ? { reden: punt.oordeel ?? jaarTekst(kpi, punt) }
                : { tekst: waardeTekst(kpi, punt.waarde) }),
            }))}
          />
        </div>
      </Grafiek>
    </Onderdeel>
  )
}

type Wachtdeel = { uitkomst: Uitkomst; wachttijden: Wachttijden }

function WachtDeel({ uitkomst, wachttijden }: Wachtdeel) {
  const termijn = uitkomst.definitie.termijnDagen ?? 42
  const alle = 'dagen' in wachttijden ? wachttijden.dagen : null
  const groepen = 'groepen' in wachttijden ? wachttijden.groepen : inGroepen(wachttijden.dagen, termijn)
  const telling = (wat: Wachtgroep['van'][]) =>
    groepen.filter(({ van }) => wat.includes(van)).reduce((som, groep) => som + groep.aantal, 0)
  const opTijd = telling(['nul', 'tijdig'])
  const tabel = (
    <CijfersAlsTabel
      bijschrift="Wachtdagen"
      koppen={['Wachttijd', 'Toewijzingen']}
      rechts={[1]}
      rijen={groepen.map((groep) => [groepnaam(groep, termijn), getal(groep.aantal)])}
    />
  )
  const nooit = groepen.some(({ van, tot }) => van === 'laat' && tot === 'nooit') ? null : telling(['nooit'])
  const mis = telling(['laat', 'nooit'])
  const conclusie =
    mis === 0
      ? `Alle ${aantal(opTijd, 'toewijzing begon', 'toewijzingen begonnen')} binnen ${getal(termijn)} dagen.`
      : nooit === null
        ? `${aantal(mis, 'toewijzing begon', 'toewijzingen begonnen')} na dag ${getal(termijn)} of helemaal niet.`
        : `${aantal(mis - nooit, 'toewijzing begon', 'toewijzingen begonnen')} na dag ${getal(termijn)}${nooit > 0 ? `; bij ${getal(nooit)} kwam geen startbericht` : ''}.`
  return (
    <Onderdeel titel="Wachtdagen per toewijzing" {...(alle === null && { conclusie })}>
      {alle === null ? (
        tabel
      ) : (
        <Grafiek conclusie={conclusie} tabel={tabel}>
          <Wachtdagen
            titel="Wachtdagen per toewijzing"
            dagen={alle.filter((dag) => dag !== null)}
            nooitGestart={alle.filter((dag) => dag === null).length}
            norm={termijn}
            bijNul="dag 0 = laatste van ingangs- en toewijzingsdatum"
          />
        </Grafiek>
      )}
    </Onderdeel>
  )
}

function inGroepen(dagen: (number | null)[], termijn: number): Wachtgroep[] {
  const van = (dag: number | null): Wachtgroep['van'] =>
    dag === null ? 'nooit' : dag <= 0 ? 'nul' : dag <= termijn ? 'tijdig' : 'laat'
  return (['nul', 'tijdig', 'laat', 'nooit'] as const).map((groep) => ({
    van: groep,
    aantal: dagen.filter((dag) => van(dag) === groep).length,
  }))
}

function groepnaam({ van, tot }: Wachtgroep, termijn: number): string {
  if (van === 'nul') return tot ? `tot en met dag ${getal(termijn)}` : 'voor of op dag 0'
  if (van === 'tijdig') return `dag 1 tot en met ${getal(termijn)}`
  if (van === 'nooit') return 'geen startbericht'
  return tot ? `na dag ${getal(termijn)}, of geen startbericht` : `na dag ${getal(termijn)}`
}
