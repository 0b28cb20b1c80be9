import { Afbreekbaar } from './afbreekbaar.tsx'
import { Betekenis } from './betekenis.tsx'
import { Afgeschermd } from './getoond.tsx'
import { klassen } from './klassen.ts'
import { Cel, type MatrixCel } from './matrix-cel.tsx'
import { Oordeel } from './oordeel.tsx'

export type { MatrixCel }

type Props = {
  bijschrift: string
  /** `kort` is the name on the choice of a phone */
  kpis: { id: string; naam: string; kort?: string; norm: string }[]
  subregios: { id: string; naam: string }[]
  /** Cells KPI by KPI, and per KPI all subregio's; null where the aanbieder has no clients */
  rijen: { id?: string; naam: string; href: string | null; cellen: (MatrixCel | null)[] }[]
}

/** Heat table: only what is below the norm has a tint. A phone shows one KPI at a time. */
export function KpiMatrix({ bijschrift, kpis, subregios, rijen }: Props) {
  const kolommen = kpis.flatMap((kpi, k) =>
    subregios.map((subregio, s) => ({
      id: `${kpi.id}-${subregio.id}`,
      subregio: subregio.naam,
      klasse: klassen(`ov-k${k + 1}`, s === 0 && 'ov-nieuw')!,
    })),
  )
  return (
    <div className="ov-matrixblok">
      <fieldset className="ov-kies">
        <legend className="ams-visually-hidden">Welke KPI</legend>
        {kpis.map((kpi, k) => (
          <label key={kpi.id}>
            <input type="radio" name="matrix-kpi" className={`ov-kies-${k + 1}`} defaultChecked={k === 0} />
            {kpi.kort ?? kpi.naam}
          </label>
        ))}
      </fieldset>
      <div className="ov-schuif ov-schuif-matrix">
        <table className="ov-tabel ov-matrix">
          <caption className="ams-visually-hidden">{bijschrift}</caption>
          <thead>
            <tr>
              <td className="ov-ka" />
              {kpis.map((kpi, k) => (
                <th key={kpi.id} scope="colgroup" colSpan={subregios.length} className={`ov-k${k + 1}`}>
                  {kpi.naam}
                  <small>
                    <Betekenis soort="gecontracteerd">norm {kpi.norm}</Betekenis>
                  </small>
                </th>
              ))}
            </tr>
            <tr>
              <th scope="col" className="ov-ka">
                Aanbieder
              </th>
              {kolommen.map(({ id, subregio, klasse }) => (
                <th key={id} scope="col" className={klasse}>
                  <Afbreekbaar tekst={subregio} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rijen.map((rij) => (
              <tr key={rij.id ?? rij.href}>
                <th scope="row" className="ov-ka">
                  {rij.href === null ? rij.naam : <a href={rij.href}>{rij.naam}</a>}
                </th>
                {rij.cellen.map((cel, i) => (
                  <Cel key={kolommen[i]!.id} cel={cel} klasse={kolommen[i]!.klasse} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** Three steps by distance below the norm: up to the first limit, up to the second, beyond it. */
export function tintVanAfstand(afstand: number, [eerste, tweede]: [number, number]): 1 | 2 | 3 {
  return afstand <= eerste ? 1 : afstand <= tweede ? 2 : 3
}

/** What the shapes in the matrix mean; with what is too small to be shown to this person. */
export function KpiLegenda({ minimum }: { minimum?: number | undefined }) {
  return (
    <p className="ov-legenda">
      <Oordeel oordeel="onvoldoende" tekst="onvoldoende of niet behaald" />
      <Oordeel oordeel="voldoende" />
      <Oordeel oordeel="goed" tekst="goed of behaald" />
      <Oordeel oordeel="niet meetbaar" tekst="niet meetbaar: te weinig gevallen" />
      <Oordeel oordeel="niet aangeleverd" tekst="niet aangeleverd: geen meting" />
      <span>· geen cliënten</span>
      {minimum !== undefined && (
        <span>
          <Afgeschermd minimum={minimum} /> gaat over minder dan {minimum} cliënten, of een deel ervan
        </span>
      )}
    </p>
  )
}
