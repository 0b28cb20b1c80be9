import type { ReactNode } from 'react'
import { getal, vanTotaal } from './notatie.ts'

type Props = {
  /** What is counted: "Berichten" */
  label: string
  gedaan: number
  /** undefined while it is not known: then there is a count and no bar */
  totaal?: number | undefined
  /** Part of `gedaan` that went wrong */
  mis?: number
  misLabel?: string
  gedaanLabel?: string
  /** At the right: when it started, what is being done now */
  noot?: ReactNode
}

/** How far it is, by count. Never guesses: an unknown total has no bar. */
export function Voortgang(props: Props) {
  const { label, gedaan, totaal, mis = 0, misLabel = 'afgekeurd', gedaanLabel = 'verwerkt', noot } = props
  return (
    <div className="ov-voortgang">
      {totaal !== undefined && totaal > 0 && (
        <div
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={totaal}
          aria-valuenow={gedaan}
          aria-valuetext={vanTotaal(gedaan, totaal)}
        >
          <svg width="100%" height="10" aria-hidden="true">
            <rect height="10" width={deel(gedaan - mis, totaal)} className="ov-voortgang-goed" />
            <rect height="10" x={deel(gedaan - mis, totaal)} width={deel(mis, totaal)} className="ov-voortgang-mis" />
          </svg>
        </div>
      )}
      <p>
        <span>
          <b>{getal(gedaan - mis)}</b> {gedaanLabel}
        </span>
        {mis > 0 && (
          <span className="ov-mis">
            {getal(mis)} {misLabel}
          </span>
        )}
        {totaal !== undefined && totaal > gedaan && <span className="ov-stil">{getal(totaal - gedaan)} te gaan</span>}
        {noot !== undefined && <span className="ov-stil">{noot}</span>}
      </p>
    </div>
  )
}

function deel(n: number, totaal: number): string {
  return `${Math.round((1000 * n) / totaal) / 10}%`
}
