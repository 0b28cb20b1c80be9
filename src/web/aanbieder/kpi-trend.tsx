import type { Definitie } from '../../domain/check/kpi/definities.ts'
import type { KpiPunt } from '../../domain/check/kpi/list-kpi-trend.ts'
import type { Subregio } from '../../domain/plan/inrichting/queries.ts'
import { routes } from '../routes.ts'
import { CijfersAlsTabel } from '../ui/cijfers-als-tabel.tsx'
import { getoond } from '../ui/getoond.tsx'
import { Grafiek } from '../ui/grafiek.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { decimaal, opsomming, woord } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel } from '../ui/oordeel.tsx'
import type { Meetpunt } from '../ui/trend-punt.tsx'
import { TrendRooster } from '../ui/trend-rooster.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { oordeelsoort, redenInWoorden } from './oordeelsoort.ts'

type Props = { punten: KpiPunt[]; definities: Definitie[]; subregios: Subregio[]; tabelOpen?: boolean }

/** The KPI's of one aanbieder as small multiples: a row per KPI, a column per subregio, all years. */
export function KpiTrend({ punten, definities, subregios, tabelOpen = false }: Props) {
  if (definities.length === 0) return null
  if (punten.length === 0) {
    return (
      <Onderdeel titel="KPI’s per subregio">
        <LegeStaat titel="Nog geen uitkomsten">
          Hier staan de uitkomsten zodra er berichten zijn ingelezen en de KPI’s zijn berekend.
        </LegeStaat>
      </Onderdeel>
    )
  }
  const cel = (kpi: string, subregioId: string) =>
    punten.filter((punt) => punt.kpi === kpi && punt.subregioId === subregioId)
  const tabel = <Cijfers punten={punten} definities={definities} subregios={subregios} />
  return (
    <Onderdeel
      titel="KPI’s per subregio"
      noot="gevulde stip vastgesteld, open stip voorlopig"
      conclusie={conclusie(punten, definities)}
    >
      <Grafiek
        waarom={
          <Waarom
            bij="de KPI’s"
            regel={definities.map(({ code, naam, omschrijving, normtekst }) => (
              <span key={code} className="ov-regel">
                <b>{naam}.</b> {omschrijving} Norm: {normtekst.toLowerCase()}.{' '}
              </span>
            ))}
            bron={opsomming([...new Set(definities.flatMap(({ bronnen }) => bronnen.map(({ document }) => document)))])}
            versie={definities.map(({ naam, versie }) => `${naam}: versie ${versie}`).join('; ')}
          />
        }
        {...(!tabelOpen && { tabel })}
      >
        <TrendRooster
          // a long name may break after a slash
          kolommen={subregios.map(({ naam }) => naam.replaceAll('/', '/\u200b'))}
          rijen={definities.map((definitie) => ({
            titel: definitie.naam,
            toelichting: definitie.eenheid === 'cijfer' ? 'rapportcijfer' : 'percentage',
            norm: { waarde: Number(definitie.norm), tekst: inEenheid(definitie, definitie.norm) },
            cellen: subregios.map(({ id }) => {
              const jaren = cel(definitie.code, id)
              return jaren.every(({ clientenInZorg, n }) => clientenInZorg === 0 && n === 0)
                ? null
                : jaren.map((punt) => meetpunt(definitie, punt))
            }),
          }))}
        />
      </Grafiek>
      {tabelOpen && tabel}
    </Onderdeel>
  )
}

function Cijfers({ punten, definities, subregios }: Props) {
  const rijen = definities.flatMap((definitie) =>
    subregios.flatMap(({ id, naam }) =>
      punten
        .filter((punt) => punt.kpi === definitie.code && punt.subregioId === id)
        .map((punt) => [
          definitie.naam,
          naam,
          punt.jaar,
          <a href={routes.kpi(punt.id)}>
            {punt.waarde !== null
              ? inEenheid(definitie, punt.waarde)
              : punt.afgeschermd
                ? getoond({ onder: punt.afgeschermd.minimum })
                : redenInWoorden(punt.reden)}
          </a>,
          punt.n === null ? '–' : getoond(punt.n),
          getoond(punt.clientenInZorg),
          <Oordeel oordeel={oordeelsoort(punt)} />,
          punt.vastgesteld ? 'vastgesteld' : 'voorlopig',
        ]),
    ),
  )
  return (
    <CijfersAlsTabel
      bijschrift="KPI’s per subregio en jaar"
      koppen={['KPI', 'Subregio', 'Jaar', 'Uitkomst', 'n', 'Cliënten in zorg', 'Oordeel', 'Stand']}
      rijen={rijen}
      rechts={[3, 4, 5]}
    />
  )
}

function meetpunt(definitie: Definitie, punt: KpiPunt): Meetpunt {
  const gemeten = punt.waarde !== null
  return {
    label: String(punt.jaar),
    waarde: gemeten ? Number(punt.waarde) : null,
    ...(gemeten && { tekst: inEenheid(definitie, punt.waarde!) }),
    ...(punt.reden !== 'geen meting' && {
      n: typeof punt.n === 'number' ? `n ${punt.n}` : `< ${punt.afgeschermd?.minimum ?? ''}`,
    }),
    oordeel: oordeelsoort(punt),
    voorlopig: !punt.vastgesteld,
    ...(!gemeten && { reden: punt.oordeel ?? (punt.reden === 'geen meting' ? 'geen meting' : 'te weinig') }),
  }
}

function inEenheid({ eenheid }: Definitie, waarde: string): string {
  return eenheid === 'percentage' ? `${decimaal(waarde)}%` : decimaal(waarde)
}

/** Which KPI's were below the norm in the newest year with figures, in how many subregio's. */
export function conclusie(punten: KpiPunt[], definities: Definitie[]): string {
  const stand = onderNorm(punten, definities)
  if (!stand) {
    return 'Er is nog niets te beoordelen: te weinig cliënten, te weinig respons of geen meting.'
  }
  const zinnen = stand.kpis.map(({ naam, onder, gemeten }) => `${naam.toLowerCase()} in ${inSubregios(onder, gemeten)}`)
  return zinnen.length === 0
    ? `${stand.wanneer} ligt alles wat te meten is op of boven de norm.`
    : `${stand.wanneer} ligt onder de norm: ${opsomming(zinnen)}.`
}

/** Per KPI in how many of the measured subregio's it is below the norm, in the newest year with figures; null without any. */
export function onderNorm(punten: KpiPunt[], definities: Definitie[]) {
  const jaar = Math.max(...punten.filter(({ oordeel }) => oordeel !== null).map((punt) => punt.jaar))
  if (!Number.isFinite(jaar)) {
    return null
  }
  const kpis = definities.map(({ code, naam }) => {
    const gemeten = punten.filter((punt) => punt.kpi === code && punt.jaar === jaar && punt.oordeel !== null)
    const onder = gemeten.filter(({ oordeel }) => oordeel === 'onvoldoende' || oordeel === 'niet behaald').length
    return { naam, onder, gemeten: gemeten.length }
  })
  const voorlopig = punten.some((punt) => punt.jaar === jaar && punt.voorlopig)
  return { wanneer: voorlopig ? `In ${jaar} tot nu toe` : `In ${jaar}`, kpis: kpis.filter(({ onder }) => onder > 0) }
}

function inSubregios(onder: number, gemeten: number): string {
  if (gemeten === 1) {
    return 'de enige subregio met genoeg gevallen'
  }
  return onder === gemeten
    ? `alle ${woord(gemeten)} gemeten subregio’s`
    : `${woord(onder)} van de ${woord(gemeten)} gemeten subregio’s`
}
