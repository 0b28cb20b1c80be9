import { deelVan, stapel } from './grafiek-plaats.ts'
import { aantal, getal } from './notatie.ts'

type Props = {
  titel: string
  /** Days from day 0 to the start, one per case; negative when it started before day 0 */
  dagen: number[]
  /** Cases without a start: a lane of their own, because they have no number of days */
  nooitGestart: number
  /** Last day that is in time */
  norm: number
  /** What day 0 is */
  bijNul?: string
}

const LINKS = 0.02
const RECHTS = 0.84
const AS = 136
// Above this many cases dots would run together; then weeks become columns.
const MEESTE_STIPPEN = 250

/** How long each case waited: a dot in time, a cross too late, a hatched lane for what never started. */
export function Wachtdagen({ titel, dagen, nooitGestart, norm, bijNul }: Props) {
  const min = Math.floor(Math.min(0, ...dagen) / 14) * 14
  const max = Math.max(Math.ceil(Math.max(norm + 14, ...dagen) / 14) * 14, min + 14)
  const x = (dag: number) => LINKS + ((RECHTS - LINKS) * (dag - min)) / (max - min)
  const opTijd = dagen.filter((dag) => dag <= norm).length
  const later = dagen.length - opTijd
  const stap = 14 * Math.ceil((max - min) / 14 / 10)
  const eerste = Math.ceil(min / stap) * stap
  const streepjes = Array.from({ length: Math.floor((max - eerste) / stap) + 1 }, (_, i) => eerste + i * stap)
  const omschrijving = `${titel}: ${getal(opTijd)} binnen ${norm} dagen, ${getal(later)} later, ${getal(nooitGestart)} zonder start`
  return (
    <svg width="100%" height={bijNul === undefined ? 160 : 176} role="img" aria-label={omschrijving}>
      {nooitGestart > 0 && <rect x="88%" width="12%" y="24" height={AS - 24} fill="url(#arc)" opacity=".55" />}
      <line x2="86%" y1={AS} y2={AS} className="ov-as2" />
      {dagen.length <= MEESTE_STIPPEN ? (
        <Stippen dagen={dagen} norm={norm} x={x} />
      ) : (
        <Weken dagen={dagen} norm={norm} x={x} min={min} max={max} />
      )}
      {nooitGestart > 0 && <Nooit hoeveel={nooitGestart} />}
      <line x1={deelVan(x(norm + 0.5))} x2={deelVan(x(norm + 0.5))} y1="18" y2={AS} className="ov-normlijn2" />
      <text x={deelVan(x(norm + 0.5))} y="12" textAnchor="middle" className="ov-tnorm">
        norm: {aantal(norm, 'dag', 'dagen')}
      </text>
      <text x={deelVan(x(norm + 0.5))} dx="-10" y="32" textAnchor="end" className="ov-cijfer">
        {getal(opTijd)} op tijd
      </text>
      <text x={deelVan(x(norm + 0.5))} dx="10" y="32" className={later > 0 ? 'ov-tmis' : 'ov-cijfer'}>
        {getal(later)} later
      </text>
      {nooitGestart > 0 && (
        <text x="100%" y="12" textAnchor="end" className="ov-tmis">
          {getal(nooitGestart)} geen start
        </text>
      )}
      {streepjes.map((dag) => (
        <text key={dag} x={deelVan(x(dag))} y={AS + 18} textAnchor="middle">
          {getal(dag)}
        </text>
      ))}
      {bijNul !== undefined && <text y={AS + 36}>{bijNul}</text>}
    </svg>
  )
}

type Deel = { dagen: number[]; norm: number; x: (dag: number) => number }

function Stippen({ dagen, norm, x }: Deel) {
  const volgorde = dagen.toSorted((a, b) => a - b)
  const lagen = stapel(volgorde.map(x), 0.02)
  const stap = Math.min(13, 88 / (Math.max(...lagen, 0) + 1))
  const straal = Math.min(5.2, stap * 0.42 + 0.6)
  return volgorde.map((dag, i) => {
    const y = AS - 10 - stap * lagen[i]!
    return dag <= norm ? (
      <circle key={i} cx={deelVan(x(dag))} cy={y} r={straal} className="ov-punt" />
    ) : (
      <Kruis key={i} x={deelVan(x(dag))} y={y} arm={straal * 0.87} />
    )
  })
}

function Kruis({ x, y, arm }: { x: string; y: number; arm: number }) {
  const a = Math.round(arm * 10) / 10
  return (
    <svg x={x} y={y} overflow="visible">
      <path d={`M-${a}-${a} ${a} ${a}M${a}-${a}-${a} ${a}`} className="ov-kruis" />
    </svg>
  )
}

/** Columns per week, cut at the norm so that no column is both in time and late. */
function Weken({ dagen, norm, x, min, max }: Deel & { min: number; max: number }) {
  const grenzen = [min, norm + 1, max + 1]
  for (let dag = norm + 8; dag <= max; dag += 7) grenzen.push(dag)
  for (let dag = norm - 6; dag > min; dag -= 7) grenzen.push(dag)
  grenzen.sort((a, b) => a - b)
  const kolommen = grenzen.slice(0, -1).map((van, i) => ({
    van,
    tot: grenzen[i + 1]!,
    hoeveel: dagen.filter((dag) => dag >= van && dag < grenzen[i + 1]!).length,
  }))
  const hoogste = Math.max(...kolommen.map(({ hoeveel }) => hoeveel))
  return kolommen.map(({ van, tot, hoeveel }) => {
    const hoog = (92 * hoeveel) / hoogste
    return (
      <rect
        key={van}
        x={deelVan(x(van - 0.5) + 0.001)}
        width={deelVan(x(tot) - x(van) - 0.002)}
        y={AS - hoog}
        height={hoog}
        className={van <= norm ? 'ov-punt' : 'ov-staaf-mis'}
      />
    )
  })
}

/** Crosses above each other while they fit; otherwise the count above the lane tells enough. */
function Nooit({ hoeveel }: { hoeveel: number }) {
  return Array.from({ length: Math.min(hoeveel, 6) }, (_, i) => (
    <svg key={i} x="94%" y={AS - 10 - 15 * i} overflow="visible">
      <circle r="9" fill="var(--ams-color-background)" />
      <path d="M-4.5-4.5 4.5 4.5M4.5-4.5-4.5 4.5" className="ov-kruis" />
    </svg>
  ))
}
