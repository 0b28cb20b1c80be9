import { Betekenis } from './betekenis.tsx'
import { klassen } from './klassen.ts'
import { TrendPunt, type Meetpunt, type Norm, type Schaal } from './trend-punt.tsx'

export type TrendRij = {
  titel: string
  toelichting?: string
  norm?: Norm
  /** By default from the lowest to the highest value or norm of the row, so that its charts compare */
  schaal?: Schaal
  /** One per column; null where there is nothing to measure */
  cellen: (Meetpunt[] | null)[]
}

/** Small multiples: a row per KPI, a column per subregio, one scale per row. */
export function TrendRooster({ kolommen, rijen }: { kolommen: string[]; rijen: TrendRij[] }) {
  return (
    <div className={klassen('ov-rooster', kolommen.length !== 3 && `ov-rooster-${kolommen.length}`)}>
      <div className="ov-rooster-kop">KPI</div>
      {kolommen.map((kolom) => (
        <div key={kolom} className="ov-rooster-kop">
          {kolom}
        </div>
      ))}
      {rijen.map((rij) => (
        <Rij key={rij.titel} rij={rij} kolommen={kolommen} />
      ))}
    </div>
  )
}

function Rij({ rij, kolommen }: { rij: TrendRij; kolommen: string[] }) {
  const schaal = rij.schaal ?? gedeeldeSchaal(rij)
  return (
    <>
      <div className="ov-rooster-rij">
        <b>{rij.titel}</b>
        {rij.toelichting !== undefined && <span className="ov-klein">{rij.toelichting}</span>}
        {rij.norm && <Betekenis soort="gecontracteerd">norm {rij.norm.tekst}</Betekenis>}
      </div>
      {rij.cellen.map((punten, i) => (
        <div key={kolommen[i]} className="ov-rooster-cel">
          <div className="ov-klein">{kolommen[i]}</div>
          {punten === null ? (
            <p className="ov-stil">geen cliënten</p>
          ) : (
            <TrendPunt titel={`${rij.titel}, ${kolommen[i]!}`} punten={punten} norm={rij.norm} schaal={schaal} />
          )}
        </div>
      ))}
    </>
  )
}

/** Room for every value of the row and its norm. */
function gedeeldeSchaal({ cellen, norm }: TrendRij): Schaal {
  const waarden = cellen.flatMap((punten) => punten ?? []).flatMap(({ waarde }) => (waarde === null ? [] : [waarde]))
  const alle = norm ? [...waarden, norm.waarde] : waarden
  const min = Math.min(...alle)
  const max = Math.max(...alle)
  if (alle.length === 0) return { min: 0, max: 1 }
  return min === max ? { min: min - 1, max: max + 1 } : { min, max }
}
