import type { KpiDefinitie } from '../../domain/check/kpi/kpi-definitie.ts'
import type { Aantallen, Verdelingspunt } from '../../domain/check/kpi/list-matrix.ts'
import type { KpiCode, UitkomstInLijst } from '../../domain/check/kpi/list-uitkomsten.ts'
import type { Jaarstand } from '../../domain/check/kpi/stand.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Bladeren } from '../ui/bladeren.tsx'
import { CijfersAlsTabel } from '../ui/cijfers-als-tabel.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { Grafiek } from '../ui/grafiek.tsx'
import { Knop } from '../ui/knop.tsx'
import { KpiLegenda, KpiMatrix } from '../ui/kpi-matrix.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, datum, getal, moment } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel } from '../ui/oordeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { Verdeling } from '../ui/verdeling.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { maakMatrix } from './matrix.ts'
import { kpiNamen, waardeTekst } from './uitkomst-tekst.ts'
import { telZin, verdelingZin } from './verdeling-zin.ts'

export type Keuze = { jaar: number | null; van: 'mij' | ''; volgorde: 'mis' | 'naam'; kpi: KpiCode; pagina: number }

type Props = {
  raam: Raam
  ctx: Context
  keuze: Keuze
  stand: Jaarstand | undefined
  jaren: Jaarstand[]
  definities: KpiDefinitie[]
  subregios: { id: string; naam: string }[]
  /** The aanbieders of this page of the matrix, in order, and how many there are */
  aanbieders: { ids: string[]; totaal: number }
  /** Their outcomes */
  uitkomsten: UitkomstInLijst[]
  aantallen: Aantallen[]
  /** One more than MEESTE_PUNTEN when there are too many to draw */
  verdeling: Verdelingspunt[]
  /** From how many clients on this person sees a figure; undefined when nothing is hidden */
  minimum?: number | undefined
  gedaan?: string | undefined
}

export const PER_PAGINA = 50
// Above this dots run together, and the table below says more.
export const MEESTE_PUNTEN = 600

/** All measurements of one year: how they are spread, and one cell for each. */
export function KpisPage(props: Props) {
  const { raam, ctx, keuze, stand, jaren, aantallen, gedaan } = props
  if (!stand) {
    return (
      <Pagina raam={raam} titel="KPI’s" lead="Er is nog niets berekend.">
        <LegeStaat titel="Nog geen cijfers">
          Hier komen de KPI’s per aanbieder en subregio te staan. Ze worden vanzelf berekend zodra er aanbieders,
          overeenkomsten en berichten zijn ingelezen.
        </LegeStaat>
      </Pagina>
    )
  }
  const zin = telZin(aantallen)
  const query = {
    jaar: stand.jaar,
    van: keuze.van,
    volgorde: keuze.volgorde === 'mis' ? '' : keuze.volgorde,
    kpi: keuze.kpi === 'start-zorg' ? '' : keuze.kpi,
  }
  const vast = stand.vastgesteldOp !== null
  return (
    <Pagina
      raam={raam}
      titel={`KPI’s over ${String(stand.jaar)}`}
      lead={
        <>
          <b>{zin.kop}</b>, {zin.rest}
        </>
      }
      actie={
        (!vast || stand.nieuwereId !== null) &&
        !stand.voorlopig &&
        mag(ctx.actor, 'kpi:vaststellen') && (
          <Knop href={routes.kpisVaststellen(stand.jaar)}>Resultaten vaststellen</Knop>
        )
      }
      acties={
        <Uitvoer
          xlsx={routes.kpisUitvoer('xlsx', { jaar: stand.jaar })}
          csv={routes.kpisUitvoer('csv', { jaar: stand.jaar })}
        />
      }
      melding={
        gedaan === 'vastgesteld' && <Melding soort="gedaan">De resultaten over {stand.jaar} zijn vastgesteld.</Melding>
      }
    >
      <FilterZin
        actie={routes.kpis()}
        delen={[
          'Toon',
          {
            naam: 'jaar',
            label: 'Meetjaar',
            waarde: String(stand.jaar),
            opties: jaren.map((jaar) => ({
              waarde: String(jaar.jaar),
              label: `meetjaar ${String(jaar.jaar)}, ${standTekst(jaar)}`,
            })),
          },
          'van',
          {
            naam: 'van',
            label: 'Aanbieders',
            waarde: keuze.van,
            opties: [
              { waarde: '', label: 'alle aanbieders' },
              { waarde: 'mij', label: 'mijn aanbieders' },
            ],
          },
          'met',
          {
            naam: 'volgorde',
            label: 'Volgorde',
            waarde: keuze.volgorde === 'mis' ? '' : 'naam',
            opties: [
              { waarde: '', label: 'de meeste onvoldoendes eerst' },
              { waarde: 'naam', label: 'namen op alfabet' },
            ],
          },
          'en de verdeling van',
          {
            naam: 'kpi',
            label: 'Verdeling van KPI',
            waarde: keuze.kpi === 'start-zorg' ? '' : keuze.kpi,
            opties: Object.entries(kpiNamen).map(([waarde, naam]) => ({
              waarde: waarde === 'start-zorg' ? '' : waarde,
              label: naam.toLowerCase(),
            })),
          },
        ]}
      />
      <p className="ov-stil">
        {vast
          ? `Vastgesteld ${moment(stand.vastgesteldOp!)} door ${stand.vastgesteldDoor ?? 'onbekend'}`
          : stand.voorlopig
            ? 'Voorlopig'
            : 'Nog niet vastgesteld; dat kan tot en met 1 april'}
        {`, peildatum ${datum(stand.peildatum)}, berekend ${moment(stand.berekendOp)}.`}
        {stand.nieuwereId !== null && ' Er is later een nieuwe berekening gemaakt die anders uitkomt.'}
      </p>
      <VerdelingDeel {...props} stand={stand} />
      <MatrixDeel {...props} stand={stand} query={query} />
    </Pagina>
  )
}

function standTekst({ vastgesteldOp, voorlopig }: Jaarstand) {
  return vastgesteldOp ? 'vastgesteld' : voorlopig ? 'voorlopig' : 'nog vast te stellen'
}

function VerdelingDeel(props: Props & { stand: Jaarstand }) {
  const { keuze, stand, definities, subregios, aantallen, verdeling, minimum } = props
  const definitie = definities.find(({ code }) => code === keuze.kpi)
  if (!definitie) return null
  const gemeten = verdeling.slice(0, MEESTE_PUNTEN)
  const afgeschermd = aantallen.filter(({ kpi }) => kpi === keuze.kpi).reduce((som, rij) => som + rij.afgeschermd, 0)
  const laagste = Math.min(...gemeten.map(({ waarde }) => Number(waarde)), Number(definitie.norm))
  const cijfer = definitie.eenheid === 'cijfer'
  const schaal = cijfer
    ? { min: Math.min(7, Math.floor(laagste)), max: 10, stap: 1 }
    : { min: Math.min(50, Math.floor(laagste / 10) * 10), max: 100, stap: 10 }
  const slechtste = (id: string) =>
    gemeten.filter(({ subregioId }) => subregioId === id).toSorted((a, b) => Number(a.waarde) - Number(b.waarde))[0]
  const tekst = (n: number) => (cijfer ? String(n).replace('.', ',') : `${String(n)}%`)
  return (
    <Onderdeel titel={`${kpiNamen[keuze.kpi]}: de verdeling`}>
      <Grafiek
        conclusie={verdelingZin(aantallen, keuze.kpi, subregios)}
        waarom={
          <Waarom
            bij={`${kpiNamen[keuze.kpi]} ${String(stand.jaar)}`}
            regel={definitie.normtekst}
            bron={definitie.bronnen.map(({ document, paragraaf, tekst }) => (
              <p key={`${document}${paragraaf}`}>
                {document}, {paragraaf}: {tekst}
              </p>
            ))}
            versie={`Definitie ${definitie.status}`}
          />
        }
        tabel={
          <CijfersAlsTabel
            bijschrift={`${kpiNamen[keuze.kpi]} ${String(stand.jaar)} per aanbieder en subregio`}
            koppen={['Aanbieder', 'Subregio', 'Waarde', 'Aantal', 'Oordeel']}
            rechts={[2, 3]}
            rijen={gemeten
              .slice(0, 200)
              .map((uitkomst) => [
                <a href={routes.kpi(uitkomst.id)}>{uitkomst.aanbieder}</a>,
                uitkomst.subregio,
                waardeTekst(uitkomst.kpi, uitkomst.waarde),
                `n ${getal(uitkomst.n)}`,
                <Oordeel oordeel={uitkomst.oordeel} />,
              ])}
          />
        }
      >
        {minimum !== undefined && afgeschermd > 0 && (
          <p className="ov-stil">
            {aantal(afgeschermd, 'meting is', 'metingen zijn')} hier niet getekend: een deel gaat over minder dan{' '}
            {getal(minimum)} cliënten. Het oordeel staat onder Alle metingen.
          </p>
        )}
        {verdeling.length > MEESTE_PUNTEN ? (
          <p className="ov-stil">Er zijn te veel metingen om te tekenen; de laagste staan in de tabel.</p>
        ) : (
          <Verdeling
            titel={`${kpiNamen[keuze.kpi]} over ${String(stand.jaar)} per subregio`}
            banen={subregios.map(({ id, naam }) => ({
              naam,
              waarden: gemeten
                .filter(({ subregioId }) => subregioId === id)
                .map((uitkomst) => ({
                  waarde: Number(uitkomst.waarde),
                  ...(uitkomst === slechtste(id) &&
                    Number(uitkomst.waarde) < Number(definitie.norm) && {
                      label: `${uitkomst.aanbieder} ${waardeTekst(uitkomst.kpi, uitkomst.waarde)}`,
                    }),
                })),
            }))}
            lijnen={definitie.schaal.slice(1).map(({ oordeel, ondergrens }) => ({
              waarde: Number(ondergrens),
              tekst: `${ondergrens === definitie.norm ? 'norm' : oordeel} ${tekst(Number(ondergrens))}`,
              hoofd: ondergrens === definitie.norm,
            }))}
            schaal={schaal}
            as={tekst}
          />
        )}
      </Grafiek>
    </Onderdeel>
  )
}

type Query = Record<string, string | number>

function MatrixDeel({
  keuze,
  stand,
  definities,
  subregios,
  aanbieders,
  uitkomsten,
  minimum,
  query,
}: Props & { stand: Jaarstand; query: Query }) {
  const kpis = definities.map((definitie) => ({
    id: definitie.code,
    naam: kpiNamen[definitie.code],
    norm: waardeTekst(definitie.code, definitie.norm),
    normwaarde: definitie.norm,
  }))
  const rijen = maakMatrix(
    aanbieders.ids,
    uitkomsten,
    kpis,
    subregios.map(({ id }) => id),
    stand.voorlopig,
  )
  const van = (keuze.pagina - 1) * PER_PAGINA
  return (
    <Onderdeel
      titel="Alle metingen"
      conclusie="Elke cel is een meting: cijfer, oordeel en aantal. Hoe voller de kleur, hoe verder onder de norm."
    >
      <KpiMatrix bijschrift={`KPI’s over ${String(stand.jaar)}`} kpis={kpis} subregios={subregios} rijen={rijen} />
      <KpiLegenda minimum={minimum} />
      {aanbieders.totaal > PER_PAGINA && (
        <Bladeren
          pagina={keuze.pagina}
          paginas={Math.ceil(aanbieders.totaal / PER_PAGINA)}
          van={van + 1}
          tot={van + rijen.length}
          totaal={aanbieders.totaal}
          wat="aanbieders"
          href={(pagina) => routes.kpis({ ...query, pagina })}
        />
      )}
    </Onderdeel>
  )
}
