import type { Lijst } from '../../domain/begrippen/lijst.ts'
import { procent } from '../../domain/begrippen/percentage.ts'
import type { Aanbiedercijfers } from '../../domain/plan/aanbieder/list-aanbiedercijfers.ts'
import { grootteklassen } from '../../domain/plan/aanbieder/aanbieder-csv.ts'
import type { AanbiederInLijst } from '../../domain/plan/aanbieder/list-aanbieders.ts'
import { mag, type Recht } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { bladstand, datumZonderDag, hoeveelVooraan } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Betekenis } from '../ui/betekenis.tsx'
import { Bladeren } from '../ui/bladeren.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { aantal, decimaal } from '../ui/notatie.ts'
import { Oordeel } from '../ui/oordeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Sparkline } from '../ui/sparkline.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Uitputting } from '../ui/uitputting.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { TeKort } from '../te-kort.tsx'
import { WeergaveBewaren, Weergaven, type Weergavestand } from '../weergave/weergaven.tsx'
import { kpis } from './kpi-namen.ts'
import { aanbiederQuery, type Aanbiederkeuze } from './keuze.ts'
import { oordeelsoort } from './oordeelsoort.ts'

type Props = {
  raam: Raam
  ctx: Context
  keuze: Aanbiederkeuze
  lijst: Lijst<AanbiederInLijst>
  cijfers: Map<string, Aanbiedercijfers>
  kpiJaar: number
  plaatsen: string[]
  weergaven: Weergavestand
}

const VAN = 'van'
const VANWIE = {
  naam: 'van',
  label: 'Contractmanager',
  opties: [
    { waarde: '', label: 'iedereen' },
    { waarde: 'mij', label: 'mij' },
    { waarde: 'geen', label: 'niemand, of zonder achtervanger' },
  ],
}

/** All aanbieders of one choice, with what stands out about each. */
export function AanbiedersPage({ raam, ctx, keuze, lijst, cijfers, kpiJaar, plaatsen, weergaven }: Props) {
  const query = aanbiederQuery(keuze)
  const onderNorm = [...cijfers.values()].filter(({ oordelen }) =>
    oordelen.some(({ oordeel }) => oordeel === 'onvoldoende' || oordeel === 'niet behaald'),
  ).length
  return (
    <Pagina
      raam={raam}
      titel="Aanbieders"
      lead={
        <>
          <b>{hoeveelVooraan(lijst.totaal, 'aanbieder', 'aanbieders')}</b>
          {onderNorm > 0 &&
            (lijst.totaal === lijst.rijen.length
              ? `, ${lijst.totaal === 1 ? '' : `${onderNorm} `}met een oordeel onder de norm over ${kpiJaar}`
              : `; op deze pagina ${onderNorm} met een oordeel onder de norm over ${kpiJaar}`)}
          .
        </>
      }
      actie={
        mag(ctx.actor, 'aanbieder:inlezen') && (
          <Knop soort="tweede" href={routes.aanbiedersInlezen()}>
            Aanbieders inlezen
          </Knop>
        )
      }
      acties={
        mag(ctx.actor, 'aanbieder:wijzigen') && (
          <Knop soort="tweede" href={routes.aanbiedersContractmanager(query)}>
            Contractmanager instellen
          </Knop>
        )
      }
    >
      <Weergaven stand={weergaven} />
      <FilterZin
        actie={routes.aanbieders()}
        delen={[
          'Toon',
          {
            naam: 'grootte',
            label: 'Grootte',
            waarde: keuze.grootte ?? '',
            opties: [
              { waarde: '', label: 'alle aanbieders' },
              ...grootteklassen.map((waarde) => ({
                waarde,
                label:
                  waarde === 'zzp'
                    ? 'zzp’ers'
                    : `${waarde === 'klein' ? 'kleine' : waarde === 'groot' ? 'grote' : 'middelgrote'} aanbieders`,
              })),
            ],
          },
          'die',
          {
            naam: 'soort',
            label: 'Kernpartner',
            waarde: keuze.soort ?? '',
            opties: [
              { waarde: '', label: 'kernpartner zijn of niet' },
              { waarde: 'kernpartner', label: 'kernpartner zijn' },
            ],
          },
          'in',
          {
            naam: 'plaats',
            label: 'Plaats',
            waarde: keuze.plaats ?? '',
            opties: [
              { waarde: '', label: 'elke plaats' },
              ...plaatsen.map((plaats) => ({ waarde: plaats, label: plaats })),
            ],
          },
          ...(ctx.actor.agb === null ? [VAN, { ...VANWIE, waarde: keuze.van ?? '' }] : []),
          'met',
          {
            soort: 'tekst',
            naam: 'zoek',
            label: 'Zoek op naam, plaats, AGB of KvK',
            waarde: keuze.zoek ?? '',
            plaats: 'naam, AGB of KvK',
          },
        ]}
        verborgen={
          keuze.sorteer === 'naam' && keuze.richting === 'op'
            ? {}
            : { sorteer: keuze.sorteer, richting: keuze.richting }
        }
        einde={
          <>
            <WeergaveBewaren stand={weergaven} csrf={raam.csrf} />
            <Uitvoer xlsx={routes.aanbiedersUitvoer('xlsx', query)} csv={routes.aanbiedersUitvoer('csv', query)} />
          </>
        }
      />
      <TeKort zoek={keuze.zoek} wat="aanbieders" />
      <Tabel
        bijschrift="Aanbieders"
        kolommen={kolommen(ctx, cijfers, kpiJaar).filter(({ naam }) => naam !== 'oordeel' || !raam.zonderKpis)}
        rijen={lijst.rijen}
        sleutel={({ id }) => id}
        sortering={{
          kolom: keuze.sorteer,
          richting: keuze.richting,
          href: (sorteer, richting) => routes.aanbieders({ ...query, sorteer, richting }),
        }}
        leeg={
          <LegeStaat titel="Geen aanbieders in deze keuze">
            Kies minder voorwaarden, of lees aanbieders in uit een CSV-bestand.
          </LegeStaat>
        }
      />
      {lijst.rijen.length > 0 && (
        <p className="ov-klein">
          {mag(ctx.actor, 'kpi:lezen') &&
            !raam.zonderKpis &&
            `${kpis.map(({ letter, naam }) => `${letter} ${naam.toLowerCase()}`).join(', ')}: het laagste oordeel van de subregio’s. `}
          {mag(ctx.actor, 'budget:lezen') &&
            `Gedeclareerd: de laatste twaalf maanden; het percentage is dat van het plafond van ${ctx.today.year}.`}
        </p>
      )}
      <Bladeren
        {...bladstand(keuze.pagina, lijst)}
        wat="aanbieders"
        href={(pagina) => routes.aanbieders({ ...query, pagina })}
      />
    </Pagina>
  )
}

function kolommen(ctx: Context, cijfers: Map<string, Aanbiedercijfers>, kpiJaar: number): Kolom<AanbiederInLijst>[] {
  const van = ({ id }: AanbiederInLijst) => cijfers.get(id)
  const jaar = ctx.today.year
  const alle: (Kolom<AanbiederInLijst> & { recht?: Recht })[] = [
    {
      naam: 'naam',
      kop: 'Aanbieder',
      sorteerbaar: true,
      cel: (rij) => (
        <>
          <a href={routes.aanbieder(rij.id)}>{rij.naam}</a>
          <div className="ov-klein">
            {rij.aanspreekpunt && <b>kernpartner, </b>}
            {aantal(van(rij)?.overeenkomsten ?? 0, 'overeenkomst', 'overeenkomsten')}
          </div>
        </>
      ),
    },
    {
      naam: 'plaats',
      kop: 'Plaats',
      sorteerbaar: true,
      telefoon: 'weg',
      cel: ({ plaats, grootteklasse }) => (
        <>
          {plaats}
          <div className="ov-klein">{grootteklasse}</div>
        </>
      ),
    },
    {
      naam: 'contractmanager',
      kop: 'Contractmanager, achtervanger',
      label: 'Contractmanager',
      cel: ({ contractmanager, achtervanger }) => (
        <>
          {contractmanager ?? <span className="ov-mis">geen</span>}
          <div className="ov-klein">
            {achtervanger ? (
              <>
                <span className="ams-visually-hidden">achtervanger </span>
                {achtervanger}
              </>
            ) : (
              'geen achtervanger'
            )}
          </div>
        </>
      ),
    },
    {
      naam: 'verloop',
      recht: 'budget:lezen',
      kop: <Betekenis soort="geleverd">Gedeclareerd</Betekenis>,
      telefoon: 'weg',
      cel: (rij) => <Sparkline waarden={van(rij)?.perMaandCent ?? []} />,
    },
    {
      naam: 'oordeel',
      recht: 'kpi:lezen',
      kop: `Oordeel ${kpiJaar}`,
      heel: true,
      cel: (rij) => <Oordelen oordelen={van(rij)?.oordelen ?? []} />,
    },
    {
      naam: 'uitputting',
      recht: 'budget:lezen',
      kop: <Betekenis soort="gecontracteerd">Van plafond {jaar}</Betekenis>,
      label: `Van plafond ${jaar}`,
      rechts: true,
      heel: true,
      cel: (rij) => <Deel cijfers={van(rij)} />,
    },
    {
      naam: 'bevindingen',
      recht: 'bevinding:lezen',
      kop: 'Open bevindingen',
      rechts: true,
      cel: (rij) => van(rij)?.openBevindingen ?? 0,
    },
    {
      naam: 'einde',
      kop: 'Eerste einde',
      heel: true,
      telefoon: 'weg',
      cel: (rij) => {
        const einde = van(rij)?.eersteEinde
        return einde ? datumZonderDag(einde) : '–'
      },
    },
  ]
  return alle.filter(({ recht }) => !recht || mag(ctx.actor, recht))
}

function Oordelen({ oordelen }: Pick<Aanbiedercijfers, 'oordelen'>) {
  if (oordelen.length === 0) {
    return <span className="ov-stil">–</span>
  }
  return kpis.map(({ code, letter, naam }) => {
    const oordeel = oordelen.find(({ kpi }) => kpi === code)
    return (
      oordeel && (
        <span key={code}>
          <span className="ov-stil" aria-hidden="true">
            {letter}
            {'\u00a0'}
          </span>
          <span className="ams-visually-hidden">{naam}: </span>
          <Oordeel oordeel={oordeelsoort(oordeel)} kort /> &nbsp;
        </span>
      )
    )
  })
}

function Deel({ cijfers }: { cijfers: Aanbiedercijfers | undefined }) {
  const { gedeclareerdCent = null, plafondCent = null } = cijfers ?? {}
  if (!plafondCent || gedeclareerdCent === null) {
    return <span className="ov-stil">geen plafond</span>
  }
  return (
    <Uitputting
      deel={gedeclareerdCent / plafondCent}
      tekst={`${decimaal(procent(gedeclareerdCent, plafondCent, 1))}%`}
    />
  )
}
