import { botsingen, deelVan, stapel, type Kader } from './grafiek-plaats.ts'

export type Baan = {
  /** A lane: a subregio */
  naam: string
  /** One dot each; a label only where it must be named. A phone shows `kort`, the end of it. */
  waarden: { waarde: number; label?: string; kort?: string }[]
}

type Props = {
  /** For screen readers: what is spread over what */
  titel: string
  banen: Baan[]
  /** Norm lines with their text: "norm 80%" */
  lijnen: { waarde: number; tekst: string; hoofd?: boolean }[]
  schaal: { min: number; max: number; stap: number }
  /** Text on the axis for a value */
  as: (waarde: number) => string
}

const LINKS = 0.02
const RECHTS = 0.96
const STRAAL = 4.2

/** Strip plot: where everybody stands, lane by lane, on one scale. */
export function Verdeling({ titel, banen, lijnen, schaal, as }: Props) {
  const x = (waarde: number) => LINKS + ((RECHTS - LINKS) * (waarde - schaal.min)) / (schaal.max - schaal.min)
  const rijen = legBanen(banen, x)
  const onder = rijen.at(-1)?.onder ?? 20
  const streepjes = Array.from(
    { length: Math.floor((schaal.max - schaal.min) / schaal.stap + 1e-9) + 1 },
    (_, i) => schaal.min + i * schaal.stap,
  )
  return (
    <svg
      width="100%"
      height={onder + 42}
      role="img"
      aria-label={`${titel}. De cijfers staan in de tabel hieronder.`}
      className="ov-verdeling"
    >
      {lijnen.map((lijn, i) => (
        <g key={lijn.tekst}>
          <line
            x1={deelVan(x(lijn.waarde))}
            x2={deelVan(x(lijn.waarde))}
            y1="18"
            y2={onder + 12}
            className={lijn.hoofd ? 'ov-normlijn2' : 'ov-normlijn'}
          />
          <text
            x={deelVan(x(lijn.waarde))}
            dx={i === 0 ? 3 : -3}
            y="12"
            textAnchor={i === 0 && lijnen.length > 1 ? 'end' : 'start'}
            className="ov-tnorm"
          >
            {lijn.tekst}
          </text>
        </g>
      ))}
      {rijen.map((rij) => (
        <g key={rij.naam}>
          <line x2="98%" y1={rij.onder} y2={rij.onder} className="ov-as" />
          <text y={rij.boven + 12} className="ov-naam">
            {rij.naam}
          </text>
          {rij.stippen.map((stip, i) => (
            <circle key={i} cx={deelVan(stip.x)} cy={stip.y} r={STRAAL} className="ov-punt" />
          ))}
          {rij.stippen.map(
            (stip, i) =>
              stip.label !== undefined && (
                <text key={i} x={deelVan(stip.x)} className="ov-naam" {...labelPlek(rij, i)}>
                  {stip.kort === undefined ? (
                    stip.label
                  ) : (
                    <>
                      <tspan className="ov-breed">{stip.label.slice(0, -stip.kort.length)}</tspan>
                      {stip.kort}
                    </>
                  )}
                </text>
              ),
          )}
        </g>
      ))}
      {streepjes.map((waarde, i) => (
        // the first one begins at the edge, so that a phone does not cut it off
        <text
          key={waarde}
          x={deelVan(x(waarde))}
          dx={i === 0 ? -6 : 0}
          y={onder + 32}
          textAnchor={i === 0 ? 'start' : 'middle'}
        >
          {as(waarde)}
        </text>
      ))}
    </svg>
  )
}

type Rij = {
  naam: string
  boven: number
  onder: number
  stippen: { x: number; y: number; label?: string | undefined; kort?: string | undefined }[]
}

function legBanen(banen: Baan[], x: (waarde: number) => number): Rij[] {
  let boven = 24
  return banen.map(({ naam, waarden }) => {
    const volgorde = waarden.toSorted((a, b) => a.waarde - b.waarde)
    const lagen = stapel(
      volgorde.map(({ waarde }) => x(waarde)),
      0.02,
    )
    const onder = boven + 46 + 9 * Math.max(0, ...lagen.map((laag) => laag - 1))
    const stippen = volgorde.map(({ waarde, label, kort }, i) => ({
      x: x(waarde),
      y: onder - 8 - 9 * lagen[i]!,
      label,
      kort,
    }))
    const rij = { naam, boven, onder, stippen }
    boven = onder + 16
    return rij
  })
}

/** Right of, left of or above the dot: where the label meets fewest others, on a wide and on a narrow screen. */
function labelPlek({ stippen, boven, naam }: Rij, i: number) {
  const stip = stippen[i]!
  // `terug`: how far to the left of its point the text begins, in widths of the text
  const plekken = [
    { textAnchor: 'end', dx: -9, y: stip.y + 4, terug: 1 },
    { textAnchor: 'start', dx: 9, y: stip.y + 4, terug: 0 },
    { textAnchor: 'middle', dx: 0, y: stip.y - 10, terug: 0.5 },
    { textAnchor: 'start', dx: -4, y: stip.y - 10, terug: 0 },
  ] as const
  const kosten = plekken.map((plek) =>
    [340, 900].reduce((som, breed) => {
      const lang = 6.6 * (breed < 900 ? (stip.kort ?? stip.label!) : stip.label!).length
      const links = plek.dx - plek.terug * lang
      const kader = { x: stip.x * breed + links, y: plek.y - 10, breed: lang, hoog: 12 }
      const andere: Kader[] = stippen
        .filter((_, j) => j !== i)
        .map((ander) => ({ x: ander.x * breed - STRAAL, y: ander.y - STRAAL, breed: 2 * STRAAL, hoog: 2 * STRAAL }))
      andere.push({ x: 0, y: boven, breed: 6.6 * naam.length, hoog: 14 })
      const buiten = kader.x < 0 || kader.x + kader.breed > breed ? 3 : 0
      return som + botsingen(kader, andere) + buiten
    }, 0),
  )
  const { textAnchor, dx, y } = plekken[kosten.indexOf(Math.min(...kosten))]!
  return { textAnchor, dx, y }
}
