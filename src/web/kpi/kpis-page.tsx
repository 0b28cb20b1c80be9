import type { KpiDefinitie } from '../../domain/check/kpi/kpi-definitie.ts'
import type { Matrixblad } from '../../domain/check/kpi/list-matrix.ts'
import type { KpiCode } from '../../domain/check/kpi/list-uitkomsten.ts'
import { LAAGSTE, MEESTE_PUNTEN, type Verdeling as Verdeeld } from '../../domain/check/kpi/list-verdeling.ts'
import type { Jaarstand } from '../../domain/check/kpi/stand.ts'
import type { Aantallen } from '../../domain/check/kpi/tel-uitkomsten.ts'
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
import { WeergaveBewaren, Weergaven, type Weergavestand } from '../weergave/weergaven.tsx'
import { maakMatrix } from './matrix.ts'
import { kpiNamen, waardeTekst } from './uitkomst-tekst.ts'
import { telZin, verdelingZin } from './verdeling-zin.ts'

export type Keuze = { jaar: number | null; van: 'mij' | ''; volgorde: 'mis' | 'naam'; kpi: KpiCode; pagina: number }

/** What there is to see of the calculation that was chosen. */
type Gekozen = {
  stand: Jaarstand
  matrix: Matrixblad
  aantallen: Aantallen[]
  verdeling: Verdeeld
  definities: KpiDefinitie[]
  /** From how many clients on this person sees a figure; undefined when nothing is hidden */
  minimum: number | undefined
}

type Props = {
  raam: Raam
  ctx: Context
  keuze: Keuze
  jaren: Jaarstand[]
  subregios: { id: string; naam: string }[]
  gekozen: Gekozen | undefined
  weergaven: Weergavestand
  gedaan?: string | undefined
}

export const PER_PAGINA = 30

/** All measurements of one year: how they are spread, and one cell for each. */
export function KpisPage({ raam, ctx, keuze, jaren, subregios, gekozen, weergaven, gedaan }: Props) {
  if (!gekozen) {
    return (
      <Pagina
        raam={raam}
        titel="KPI’s"
        lead={raam.zonderKpis ? 'De regelset van deze regio heeft geen KPI’s.' : 'Er is nog niets berekend.'}
      >
        {!raam.zonderKpis && (
          <LegeStaat titel="Nog geen cijfers">
            Hier komen de KPI’s per aanbieder en subregio te staan. Ze worden vanzelf berekend zodra er aanbieders,
            overeenkomsten en berichten zijn ingelezen.
          </LegeStaat>
        )}
      </Pagina>
    )
  }
  const { stand, aantallen } = gekozen
  const zin = telZin(aantallen)
  const query = { ...kpiQuery(keuze), jaar: stand.jaar }
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
      melding={
        gedaan === 'vastgesteld' && <Melding soort="gedaan">De resultaten over {stand.jaar} zijn vastgesteld.</Melding>
      }
    >
      <Weergaven stand={weergaven} />
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
          // an aanbieder sees only its own
          ...(ctx.actor.agb === null
            ? [
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
              ]
            : []),
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
        einde={
          <>
            <WeergaveBewaren stand={weergaven} csrf={raam.csrf} />
            <Uitvoer xlsx={routes.kpisUitvoer('xlsx', query)} csv={routes.kpisUitvoer('csv', query)} />
          </>
        }
      />
      <p className="ov-conclusie ov-stil">
        {vast
          ? `Vastgesteld ${moment(stand.vastgesteldOp!)} door ${stand.vastgesteldDoor ?? 'onbekend'}`
          : stand.voorlopig
            ? 'Voorlopig'
            : 'Nog niet vastgesteld; dat kan tot en met 1 april'}
        {`, peildatum ${datum(stand.peildatum)}, berekend ${moment(stand.berekendOp)}.`}
        {stand.nieuwereId !== null && ' Er is later een nieuwe berekening gemaakt die anders uitkomt.'}
      </p>
      <VerdelingDeel {...gekozen} keuze={keuze} subregios={subregios} />
      <MatrixDeel {...gekozen} {...{ ctx, keuze, subregios, query }} />
    </Pagina>
  )
}

/** The choice as it stands in a URL; what goes without saying is left out. */
export function kpiQuery({ jaar, van, volgorde, kpi }: Keuze) {
  return {
    jaar: jaar ?? '',
    van,
    volgorde: volgorde === 'mis' ? '' : volgorde,
    kpi: kpi === 'start-zorg' ? '' : kpi,
  }
}

function standTekst({ vastgesteldOp, voorlopig }: Jaarstand) {
  return vastgesteldOp ? 'vastgesteld' : voorlopig ? 'voorlopig' : 'nog vast te stellen'
}

type Deel = Gekozen & Pick<Props, 'keuze' | 'subregios'>

function VerdelingDeel({ keuze, stand, definities, subregios, aantallen, verdeling, minimum }: Deel) {
  const definitie = definities.find(({ code }) => code === keuze.kpi)
  if (!definitie) return null
  const { waarden, laagste: onderaan, slechtste } = verdeling
  const eigen = aantallen.filter(({ kpi }) => kpi === keuze.kpi)
  const afgeschermd = eigen.reduce((som, rij) => som + rij.afgeschermd, 0)
  // of what is hidden the judgement counts, and there is no value to draw
  const gemeten = eigen.reduce((som, rij) => som + rij.gemeten, 0) - afgeschermd
  const laagste = Math.min(Number(onderaan[0]?.waarde ?? definitie.norm), Number(definitie.norm))
  const cijfer = definitie.eenheid === 'cijfer'
  const schaal = cijfer
    ? { min: Math.min(7, Math.floor(laagste)), max: 10, stap: 1 }
    : { min: Math.min(50, Math.floor(laagste / 10) * 10), max: 100, stap: 10 }
  const onderNorm = new Map(
    slechtste
      .filter(({ waarde }) => Number(waarde) < Number(definitie.norm))
      .map(({ subregioId, aanbieder, waarde }) => {
        const kort = waardeTekst(keuze.kpi, waarde)
        return [subregioId, { label: `${aanbieder} ${kort}`, kort }]
      }),
  )
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
            rijen={onderaan.map((uitkomst) => [
              <a href={routes.kpi(uitkomst.id)}>{uitkomst.aanbieder}</a>,
              uitkomst.subregio,
              waardeTekst(uitkomst.kpi, uitkomst.waarde),
              `n ${getal(uitkomst.n)}`,
              <Oordeel oordeel={uitkomst.oordeel} />,
            ])}
            {...(gemeten > LAAGSTE && {
              noot: `De laagste ${LAAGSTE} van ${getal(gemeten)}; de uitvoer hierboven heeft ze alle.`,
            })}
          />
        }
      >
        {minimum !== undefined && afgeschermd > 0 && (
          <p className="ov-stil">
            {aantal(afgeschermd, 'meting is', 'metingen zijn')} hier niet getekend: een deel gaat over minder dan{' '}
            {getal(minimum)} cliënten. Het oordeel staat onder Alle metingen.
          </p>
        )}
        {gemeten > MEESTE_PUNTEN ? (
          <p className="ov-stil">Er zijn te veel metingen om te tekenen; de laagste staan in de tabel.</p>
        ) : (
          <Verdeling
            titel={`${kpiNamen[keuze.kpi]} over ${String(stand.jaar)} per subregio`}
            banen={subregios.map(({ id, naam }) => ({
              naam,
              waarden: (waarden.get(id) ?? []).map((waarde, i) => ({ waarde, ...(i === 0 && onderNorm.get(id)) })),
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
  ctx,
  keuze,
  stand,
  definities,
  subregios,
  aantallen,
  matrix,
  minimum,
  query,
}: Deel & { ctx: Context; query: Query }) {
  const kpis = definities.map((definitie) => ({
    id: definitie.code,
    naam: kpiNamen[definitie.code],
    ...(definitie.code === 'clienttevredenheid' && { kort: 'Tevredenheid' }),
    norm: waardeTekst(definitie.code, definitie.norm),
    normwaarde: definitie.norm,
  }))
  const rijen = maakMatrix(
    matrix,
    kpis,
    subregios.map(({ id }) => id),
    stand.voorlopig,
    mag(ctx.actor, 'aanbieder:lezen'),
  )
  const totaal = matrix.totaal ?? Math.max(0, ...aantallen.map(({ aanbieders }) => aanbieders))
  const van = (keuze.pagina - 1) * PER_PAGINA
  return (
    <Onderdeel
      titel="Alle metingen"
      conclusie="Elke cel is een meting: cijfer, oordeel en aantal. Hoe voller de kleur, hoe verder onder de norm."
    >
      <KpiMatrix bijschrift={`KPI’s over ${String(stand.jaar)}`} kpis={kpis} subregios={subregios} rijen={rijen} />
      <KpiLegenda minimum={minimum} />
      {totaal > PER_PAGINA && (
        <Bladeren
          pagina={keuze.pagina}
          paginas={Math.ceil(totaal / PER_PAGINA)}
          van={van + 1}
          tot={van + rijen.length}
          totaal={totaal}
          wat="aanbieders"
          href={(pagina) => routes.kpis({ ...query, pagina })}
        />
      )}
    </Onderdeel>
  )
}
