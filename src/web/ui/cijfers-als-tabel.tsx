import type { ReactNode } from 'react'
import { klassen } from './klassen.ts'

type Props = {
  bijschrift: string
  koppen: string[]
  rijen: ReactNode[][]
  /** Columns with numbers, by index */
  rechts?: number[]
  /** What the table leaves out */
  noot?: string
}

/** The figures of a chart as a plain table; stands folded below it. */
export function CijfersAlsTabel({ bijschrift, koppen, rijen, rechts = [], noot }: Props) {
  const klasse = (i: number) => klassen(rechts.includes(i) && 'ov-r')
  return (
    <div className="ov-schuif" role="region" aria-label={`${bijschrift}, als tabel`} tabIndex={0}>
      <table className="ov-tabel ov-tabel-smal">
        <caption className="ams-visually-hidden">{bijschrift}</caption>
        <thead>
          <tr>
            {koppen.map((kop, i) => (
              <th key={kop} scope="col" className={klasse(i)}>
                {kop}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rijen.map(([eerste, ...overige], i) => (
            <tr key={i}>
              <th scope="row">{eerste}</th>
              {overige.map((cel, j) => (
                <td key={j} className={klasse(j + 1)}>
                  {cel}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {noot !== undefined && <p className="ov-klein">{noot}</p>}
    </div>
  )
}
