import { aantal, getal, maandKort, maandnaam } from '../ui/notatie.ts'
import { klassen } from '../ui/klassen.ts'
import { Vorm } from '../ui/vormen.tsx'

type Props = {
  jaar: number
  /** Chosen month */
  maand: number | undefined
  vandaag: Temporal.PlainDate
  telling: { maand: number; aantal: number; verstreken: number }[]
  href: (jaar: number, maand?: number) => string
}

const HOOG = 36

/** A year as a strip: how much ends in each month, drawn on one scale; each month is a link. */
export function Jaarstrook({ jaar, maand, vandaag, telling, href }: Props) {
  const per = new Map(telling.map((rij) => [rij.maand, rij]))
  const meeste = Math.max(1, ...telling.map((rij) => rij.aantal))
  return (
    <nav className="ov-jaar" aria-label={`Termijnen in ${jaar}`}>
      <div className="ov-jaar-kop">
        <a href={href(jaar - 1)} rel="prev" aria-label={`Naar ${jaar - 1}`}>
          ← {jaar - 1}
        </a>
        <b>{jaar}</b>
        <a href={href(jaar + 1)} rel="next" aria-label={`Naar ${jaar + 1}`}>
          {jaar + 1} →
        </a>
      </div>
      <ol>
        {Array.from({ length: 12 }, (_, i) => i + 1).map((nummer) => {
          const { aantal: n = 0, verstreken = 0 } = per.get(nummer) ?? {}
          const hoogte = n === 0 ? 0 : Math.max(2, Math.round((HOOG * n) / meeste))
          const laat = Math.round((hoogte * verstreken) / Math.max(1, n))
          return (
            <li key={nummer}>
              <a
                href={href(jaar, nummer)}
                aria-current={nummer === maand ? 'true' : undefined}
                className={klassen(jaar === vandaag.year && nummer === vandaag.month && 'ov-jaar-nu')}
              >
                <svg viewBox={`0 0 20 ${HOOG}`} preserveAspectRatio="none" aria-hidden="true">
                  <rect x="0" y={HOOG - hoogte} width="20" height={hoogte - laat} className="ov-jaar-balk" />
                  <rect x="0" y={HOOG - laat} width="20" height={laat} className="ov-jaar-laat" />
                </svg>
                <span aria-hidden="true">{maandKort(nummer)}</span>
                <span className="ams-visually-hidden">
                  {maandnaam(nummer)}: {aantal(n, 'termijn', 'termijnen')}
                  {verstreken > 0 && `, waarvan ${getal(verstreken)} verstreken`}
                </span>
                {n > verstreken || n === 0 ? <b aria-hidden="true">{n === 0 ? '–' : getal(n - verstreken)}</b> : null}
                {verstreken > 0 && (
                  <b className="ov-mis" aria-hidden="true">
                    <Vorm naam="mis" /> {getal(verstreken)}
                  </b>
                )}
              </a>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
