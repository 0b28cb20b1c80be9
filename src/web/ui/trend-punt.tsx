import { klassen } from './klassen.ts'
import { botsingen, deelVan, type Kader } from './grafiek-plaats.ts'
import { soortVanOordeel, type Oordeelsoort } from './oordeel.tsx'

export type Meetpunt = {
  /** "2025" */
  label: string
  /** null: not measured; drawn as absence, never as zero */
  waarde: number | null
  /** "59,4%" */
  tekst?: string
  /** "n 37" */
  n?: string
  oordeel?: Oordeelsoort
  /** Open dot and dashed line */
  voorlopig?: boolean
  /** Why there is no value: "geen meting", "te weinig" */
  reden?: string
}

export type Norm = { waarde: number; tekst: string }
export type Schaal = { min: number; max: number }

type Props = { titel: string; punten: Meetpunt[]; norm?: Norm | undefined; schaal: Schaal }

const AS = 84
// A label is judged as if the chart were this wide: the narrowest place it stands in.
const BREED = 170

/** A small multiple: the years of one measurement against its norm. */
export function TrendPunt({ titel, punten, norm, schaal }: Props) {
  const y = (waarde: number) => 62 - (40 * (waarde - schaal.min)) / (schaal.max - schaal.min || 1)
  const x = (i: number) => (punten.length === 1 ? 0.44 : 0.14 + (0.6 * i) / (punten.length - 1))
  const lang = punten.some((punt) => punt.waarde === null && punt.n === undefined && punt.reden?.includes(' '))
  return (
    <svg width="100%" height={lang ? 131 : 118} role="img" aria-label={`${titel}: ${punten.map(inWoorden).join(', ')}`}>
      <line x2="100%" y1={AS} y2={AS} className="ov-as" />
      {norm && <line x2="86%" y1={y(norm.waarde)} y2={y(norm.waarde)} className="ov-normlijn" />}
      {norm && (
        <text x="100%" y={y(norm.waarde) + 4} className="ov-tnorm" textAnchor="end">
          {norm.tekst}
        </text>
      )}
      {punten.map((punt, i) => {
        const vorige = punten[i - 1]
        if (!vorige || punt.waarde === null || vorige.waarde === null) return null
        return (
          <line
            key={punt.label}
            x1={deelVan(x(i - 1))}
            y1={y(vorige.waarde)}
            x2={deelVan(x(i))}
            y2={y(punt.waarde)}
            className={klassen('ov-lijn', (punt.voorlopig || vorige.voorlopig) && 'ov-streep')}
          />
        )
      })}
      {punten.map((punt, i) => (
        <Punt key={punt.label} punt={punt} x={x(i)} y={y} labelY={labelHoogte(punten, i, norm, x, y)} />
      ))}
    </svg>
  )
}

function Punt({ punt, x, y, labelY }: { punt: Meetpunt; x: number; y: (waarde: number) => number; labelY: number }) {
  const plek = deelVan(x)
  const regels = punt.n !== undefined ? [punt.n] : punt.waarde === null ? (punt.reden ?? 'geen meting').split(' ') : []
  const mis = punt.oordeel !== undefined && soortVanOordeel(punt.oordeel) === 'mis'
  return (
    <>
      <text x={plek} y="102" textAnchor="middle">
        {punt.label}
      </text>
      {regels.map((regel, i) => (
        <text key={i} x={plek} y={117 + 13 * i} textAnchor="middle">
          {punt.n === undefined && i > 1 ? '' : regel}
        </text>
      ))}
      {punt.waarde === null ? (
        <svg x={plek} y={AS - 16} overflow="visible">
          <rect x="-13" width="26" height="16" fill="url(#arc)" />
          {punt.oordeel && isGeoordeeld(punt.oordeel) && (
            <use
              href={`#v-${soortVanOordeel(punt.oordeel)}`}
              x="-7"
              y="-18"
              width="14"
              height="12"
              className={klassen(mis && 'ov-mis')}
            />
          )}
        </svg>
      ) : (
        <>
          <circle cx={plek} cy={y(punt.waarde)} r="4.5" className={punt.voorlopig ? 'ov-punt-open' : 'ov-punt'} />
          <text x={plek} y={labelY} textAnchor="middle" className={mis ? 'ov-tmis' : 'ov-cijfer'}>
            {punt.tekst}
          </text>
        </>
      )}
    </>
  )
}

/** Above or below the dot: wherever the label meets fewest lines; above the norm preferably above. */
function labelHoogte(
  punten: Meetpunt[],
  i: number,
  norm: Norm | undefined,
  x: (i: number) => number,
  y: (waarde: number) => number,
): number {
  const punt = punten[i]!
  if (punt.waarde === null) return 0
  const midden = y(punt.waarde)
  const breed = 7 * (punt.tekst?.length ?? 0)
  const hindernissen: Kader[] = [{ x: 0, y: AS, breed: BREED, hoog: 40 }]
  if (norm) hindernissen.push({ x: 0, y: y(norm.waarde) - 1, breed: 0.86 * BREED, hoog: 2 })
  for (const buur of [i - 1, i + 1]) {
    const waarde = punten[buur]?.waarde
    if (waarde === undefined || waarde === null) continue
    // The line to the neighbour, where it leaves the label's width.
    const helling = (y(waarde) - midden) / (Math.abs(x(buur) - x(i)) * BREED)
    const kant = buur < i ? -1 : 1
    const eind = midden + (helling * breed) / 2
    hindernissen.push({
      x: x(i) * BREED + (kant === -1 ? -breed / 2 : 6),
      y: Math.min(midden + 6 * helling, eind),
      breed: breed / 2 - 6,
      hoog: Math.abs(eind - midden - 6 * helling) + 1,
    })
  }
  const treffers = (basis: number) =>
    botsingen({ x: x(i) * BREED - breed / 2, y: basis - 11, breed, hoog: 12 }, hindernissen)
  const boven = midden - 9
  const onder = midden + 19
  const verschil = treffers(boven) - treffers(onder)
  const liefstBoven = norm === undefined || punt.waarde >= norm.waarde
  return verschil < 0 || (verschil === 0 && liefstBoven) ? boven : onder
}

// A judgement can be told where its value is not.
function isGeoordeeld(oordeel: Oordeelsoort): boolean {
  return ['mis', 'goed', 'beter'].includes(soortVanOordeel(oordeel))
}

function inWoorden(punt: Meetpunt): string {
  if (punt.waarde === null) return `${punt.label} ${[punt.reden ?? 'geen meting', punt.n].filter(Boolean).join(', ')}`
  const bij = [punt.oordeel, punt.n, punt.voorlopig && 'voorlopig'].filter(Boolean).join(', ')
  return `${punt.label} ${punt.tekst ?? punt.waarde}${bij && ` (${bij})`}`
}
