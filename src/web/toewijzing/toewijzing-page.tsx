import type { AndereToewijzing } from '../../domain/check/rapportage/casus-andere.ts'
import type { Casus, Declaratiemaand, Startstop, Versie } from '../../domain/check/rapportage/casus.ts'
import type { CasusEvaluatie, CasusKpi } from '../../domain/check/rapportage/casus-kpis.ts'
import { routes } from '../routes.ts'
import { Feiten } from '../ui/feiten.tsx'
import { Gegevens } from '../ui/gegevens.tsx'
import { Kolommen, Zijdeel } from '../ui/kolommen.tsx'
import { aantal, bedrag, datum, getal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel } from '../ui/oordeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { DeclaratieTabel, omvangTekst, StartstopTabel, VersieTabel } from './casus-delen.tsx'
import { redenWijzigingNaam } from './codelijst.ts'
import { kpiNamen, leesGeval } from './gevalzin.ts'

type Props = {
  raam: Raam
  casus: Casus
  versies: Versie[]
  meldingen: Startstop[]
  maanden: Declaratiemaand[]
  kpis: CasusKpi[]
  evaluaties: CasusEvaluatie[]
  andere: AndereToewijzing[]
  magBerichten: boolean
  /** Where the link came from: other cases of this client are looked at for the same work */
  bij: string | undefined
  /** Why, when that was chosen and not clear from the work */
  reden: string | undefined
}

/** One case: what was assigned, when it started and stopped, what was claimed, and in which figures it counts. */
export function ToewijzingPage({
  raam,
  casus,
  versies,
  meldingen,
  maanden,
  kpis,
  evaluaties,
  andere,
  magBerichten,
  bij,
  reden,
}: Props) {
  return (
    <Pagina
      raam={raam}
      titel={`Cliënt ${casus.label}`}
      // a label never stands in the browser's history
      titelInTab="Toewijzing"
      lead={<Leadzin casus={casus} />}
      kruimels={[
        raam.zonderKpis ? { label: 'Aanbieders', href: routes.aanbieders() } : { label: 'KPI’s', href: routes.kpis() },
        ...(casus.aanbiederId && casus.aanbieder
          ? [{ label: casus.aanbieder, href: routes.aanbieder(casus.aanbiederId) }]
          : []),
      ]}
    >
      <Feiten feiten={feiten(casus, maanden)} />
      <Kolommen
        zijLabel="Gegevens"
        zij={<Zij casus={casus} evaluaties={evaluaties} andere={andere} bij={bij} reden={reden} />}
      >
        <Onderdeel
          titel="Waar deze casus meetelt"
          conclusie={kpis.length === 0 ? 'Deze toewijzing is in geen berekend cijfer een casus.' : undefined}
        >
          {kpis.length > 0 && (
            <ul className="ov-lijst">
              {kpis.map((kpi) => (
                <Meetelling key={`${kpi.uitkomstId} ${kpi.geval}`} kpi={kpi} />
              ))}
            </ul>
          )}
        </Onderdeel>
        <Onderdeel titel="Toewijzing" noot={aantal(versies.length, 'bericht (301)', 'berichten (301)')}>
          <VersieTabel versies={versies} magBerichten={magBerichten} />
        </Onderdeel>
        <Onderdeel
          titel="Start en stop"
          noot="berichten 305 en 307"
          conclusie={meldingen.length === 0 ? 'Er is geen start of stop gemeld.' : undefined}
        >
          {meldingen.length > 0 && <StartstopTabel casus={casus} meldingen={meldingen} magBerichten={magBerichten} />}
        </Onderdeel>
        <Onderdeel
          titel="Declaraties per maand"
          noot="berichten 323"
          conclusie={maanden.length === 0 ? 'Er is niets gedeclareerd.' : undefined}
        >
          {maanden.length > 0 && <DeclaratieTabel maanden={maanden} />}
        </Onderdeel>
      </Kolommen>
    </Pagina>
  )
}

function Leadzin({ casus }: { casus: Casus }) {
  const wat = `${casus.product ?? casus.code ?? 'Alle producten'} van ${casus.aanbieder ?? `AGB ${casus.agb}`} voor ${casus.gemeente}.`
  return (
    <>
      {wat} <b>{startzin(casus)}</b>
    </>
  )
}

function startzin({ ingetrokken, gestartOp, gestoptOp, referentiedatum }: Casus): string {
  if (ingetrokken) return 'De toewijzing is ingetrokken.'
  if (!gestartOp) return 'Er is geen start gemeld.'
  const dagen = referentiedatum.until(gestartOp).days
  const wacht = dagen > 0 ? `${aantal(dagen, 'dag', 'dagen')} na de referentiedatum` : 'op of voor de referentiedatum'
  return `De zorg begon op ${datum(gestartOp)}, ${wacht}${gestoptOp ? `, en stopte op ${datum(gestoptOp)}` : ''}.`
}

function feiten(casus: Casus, maanden: Declaratiemaand[]) {
  const cent = maanden.reduce((som, maand) => som + maand.bedragCent, 0)
  return [
    {
      label: 'Toegewezen',
      waarde: datum(casus.toegewezenOp),
      toelichting: omvangTekst(casus),
      betekenis: 'gecontracteerd' as const,
    },
    { label: 'Referentiedatum', waarde: datum(casus.referentiedatum), toelichting: 'vanaf hier telt de wachttijd' },
    {
      label: 'Gestart',
      waarde: casus.gestartOp ? datum(casus.gestartOp) : 'niet gemeld',
      toelichting: casus.gestoptOp ? `gestopt op ${datum(casus.gestoptOp)}` : casus.gestartOp ? 'loopt' : undefined,
      betekenis: 'geleverd' as const,
    },
    {
      label: 'Gedeclareerd',
      waarde: bedrag(cent),
      toelichting: aantal(maanden.length, 'maandregel', 'maandregels'),
      betekenis: 'geleverd' as const,
    },
  ]
}

function Meetelling({ kpi }: { kpi: CasusKpi }) {
  const { oordeel, woord, zin } = leesGeval(kpi.geval)
  const wachtdagen =
    kpi.kpi === 'start-zorg' && kpi.referentiedatum && kpi.startdatum
      ? kpi.referentiedatum.until(kpi.startdatum).days
      : null
  return (
    <li>
      <a href={routes.kpi(kpi.uitkomstId)}>
        {kpiNamen[kpi.kpi]} {kpi.jaar}
      </a>{' '}
      <Oordeel oordeel={oordeel} tekst={woord} />
      <div className="ov-klein">
        {kpi.vastgesteldOp ? 'vastgesteld' : kpi.voorlopig ? 'voorlopig' : 'nog niet vastgesteld'}
      </div>
      <Waarom
        bij={`${kpiNamen[kpi.kpi]} ${kpi.jaar}`}
        regel={zin || woord}
        gegevens={
          kpi.referentiedatum
            ? `Referentiedatum ${datum(kpi.referentiedatum)}, start ${kpi.startdatum ? datum(kpi.startdatum) : 'niet gemeld'}${wachtdagen === null ? '' : `: ${getal(wachtdagen)} dagen`}. Peildatum ${datum(kpi.peildatum)}.`
            : `Peildatum ${datum(kpi.peildatum)}.`
        }
        gevallen={<a href={routes.kpi(kpi.uitkomstId)}>Alle gevallen bij dit cijfer</a>}
      />
    </li>
  )
}

function Zij({
  casus,
  evaluaties,
  andere,
  bij,
  reden,
}: Pick<Props, 'casus' | 'evaluaties' | 'andere' | 'bij' | 'reden'>) {
  return (
    <>
      <Zijdeel titel="Gegevens">
        <Gegevens
          rijen={[
            { naam: 'Toewijzing', waarde: String(casus.nummer) },
            { naam: 'Gemeente', waarde: `${casus.gemeente} (${casus.gemeenteCode})` },
            { naam: 'Subregio', waarde: casus.subregio ?? 'onbekend' },
            { naam: 'Wet', waarde: casus.wet === 'wmo' ? 'Wmo' : 'Jeugdwet' },
            {
              naam: 'Product',
              waarde:
                [casus.code, casus.product].filter(Boolean).join(' ') || `categorie ${casus.categorie ?? 'onbekend'}`,
            },
            {
              naam: 'Aanbieder',
              waarde: casus.aanbiederId ? (
                <a href={routes.aanbieder(casus.aanbiederId)}>{casus.aanbieder}</a>
              ) : (
                `AGB ${casus.agb}`
              ),
            },
            {
              naam: 'Periode',
              waarde: `${datum(casus.ingangsdatum)} tot en met ${casus.einddatum ? datum(casus.einddatum) : 'onbepaald'}`,
            },
            ...(casus.redenWijziging ? [{ naam: 'Reden', waarde: redenWijzigingNaam(casus.redenWijziging) }] : []),
          ]}
        />
        <p className="ov-klein">
          Overlap kent de cliënt alleen met dit label. Naam en burgerservicenummer staan nergens.
        </p>
        <p className="ov-klein">
          Wie een casus bekijkt, wordt vastgelegd
          {reden === undefined ? (
            '.'
          ) : (
            <>
              , met de reden: {reden.charAt(0).toLowerCase() + reden.slice(1)}.{' '}
              <a href={routes.inzageReden({ terug: routes.toewijzing(casus.id) })}>Andere reden kiezen</a>
            </>
          )}
        </p>
      </Zijdeel>
      {andere.length > 0 && (
        <Zijdeel titel="Andere toewijzingen">
          <ul className="ov-lijst">
            {andere.map((toewijzing) => (
              <li key={toewijzing.id}>
                <a href={routes.toewijzing(toewijzing.id, { bij })}>
                  {toewijzing.product ?? `Toewijzing ${toewijzing.nummer}`}
                </a>
                <div className="ov-klein">
                  {toewijzing.aanbieder}, {toewijzing.gemeente}; vanaf {datum(toewijzing.ingangsdatum)}
                  {toewijzing.gestoptOp
                    ? `, gestopt op ${datum(toewijzing.gestoptOp)}`
                    : toewijzing.gestartOp
                      ? ', loopt'
                      : ', niet gestart'}
                </div>
              </li>
            ))}
          </ul>
        </Zijdeel>
      )}
      {evaluaties.length > 0 && (
        <Zijdeel titel="Evaluaties">
          <ul className="ov-lijst">
            {evaluaties.map((evaluatie, i) => (
              <li key={i}>
                <b>{datum(evaluatie.datum)}</b> {evaluatie.resultaat}
                {evaluatie.reden && `, reden: ${evaluatie.reden}`}
                <div className="ov-klein">
                  {evaluatie.soort === 'tussentijds' ? 'Tussentijds' : 'Einde beschikking'}; vastgesteld door lokaal
                  team, ingelezen door {evaluatie.ingelezenDoor}
                </div>
              </li>
            ))}
          </ul>
        </Zijdeel>
      )}
    </>
  )
}
