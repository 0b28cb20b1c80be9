import { deelVan, stappen } from './grafiek-plaats.ts'
import { AS, Band, BREED, HOOG, Vlak } from './budget-vlak.tsx'
import { bedragHeel, decimaal, maandKort, maandnaam } from './notatie.ts'

type Props = {
  /** Cents at the end of each month that is fully claimed; an unfinished month would hide an overrun */
  cumulatief: number[]
  /** Ceiling of the year in cents, when there is one */
  plafond?: number | null
  /** Cents at the end of the year: from the lowest to the highest month, and at equal pace */
  prognose?: { laag: number; midden: number; hoog: number }
  jaar: number
}

/** Claimed per month added up, against the ceiling, with where the year ends if it goes on like this. */
export function BudgetGrafiek({ cumulatief, plafond = null, prognose, jaar }: Props) {
  const nu = cumulatief.at(-1) ?? 0
  const top = 1.06 * Math.max(plafond ?? 0, prognose?.hoog ?? 0, nu, 1)
  const y = (cents: number) => AS - (HOOG * cents) / top
  const yPlafond = plafond === null ? -99 : y(plafond)
  const yEind = prognose ? y(prognose.midden) : -99
  const lijnen = stappen(top / 100)
    .map((euro) => euro * 100)
    .filter((cents) => Math.abs(y(cents) - yPlafond) > 18)
  return (
    <svg
      width="100%"
      height="236"
      role="img"
      aria-label={inWoorden({ cumulatief, plafond, jaar, ...(prognose && { prognose }) })}
    >
      {lijnen.map((cents) => (
        <line key={cents} x2={deelVan(BREED)} y1={y(cents)} y2={y(cents)} className="ov-as" />
      ))}
      {prognose && cumulatief.length < 12 && (
        <Band van={cumulatief.length} nu={y(nu)} laag={y(prognose.laag)} hoog={y(prognose.hoog)} />
      )}
      <Vlak cumulatief={cumulatief} top={top} prognose={prognose} />
      <line x2={deelVan(BREED)} y1={AS} y2={AS} className="ov-as2" />
      {lijnen
        .filter((cents) => Math.abs(y(cents) - yPlafond) > 24 || y(cents) > yPlafond + 18)
        .map((cents) => (
          <text key={cents} y={y(cents) - 5} className="ov-halo">
            {bedragHeel(cents)}
          </text>
        ))}
      {plafond !== null && (
        <>
          <line x2={deelVan(BREED)} y1={yPlafond} y2={yPlafond} className="ov-normlijn2" />
          <text y={yPlafond - 7} className="ov-tnorm">
            plafond {bedragHeel(plafond)}
          </text>
        </>
      )}
      {Array.from({ length: 12 }, (_, i) => (
        <text key={i} x={deelVan((BREED * (i + 0.5)) / 12)} y={AS + 18} textAnchor="middle">
          {maandKort(i + 1).charAt(0)}
          <tspan className="ov-breed">{maandKort(i + 1).slice(1)}</tspan>
        </text>
      ))}
      {prognose && (
        <Regels
          x={BREED}
          y={yEind}
          klasse="ov-cijfer"
          tekst={[
            bedragHeel(prognose.midden),
            'prognose',
            ...(plafond ? [deelVanPlafond(prognose.midden, plafond)] : []),
          ]}
        />
      )}
      {cumulatief.length > 0 && (
        <>
          <circle cx={deelVan((BREED * cumulatief.length) / 12)} cy={y(nu)} r="4.5" className="ov-punt" />
          <Regels
            x={(BREED * cumulatief.length) / 12}
            y={Math.min(Math.max(y(nu) + 18, cumulatief.length > 9 ? yEind + 50 : 0), AS - 22)}
            klasse="ov-tlev"
            tekst={[bedragHeel(nu), `t/m ${maandnaam(cumulatief.length)}`]}
          />
        </>
      )}
    </svg>
  )
}

function Regels({ x, y, klasse, tekst }: { x: number; y: number; klasse: string; tekst: string[] }) {
  return tekst.map((regel, i) => (
    <text key={i} x={deelVan(x)} dx="10" y={y + 15 * i} className={i === 0 ? klasse : 'ov-halo'}>
      {regel}
    </text>
  ))
}

/** "107,2%", cut off after one decimal like every percentage. */
function deelVanPlafond(cents: number, plafond: number): string {
  return decimaal((Math.floor((1000 * cents) / plafond) / 10).toFixed(1)) + '%'
}

function inWoorden({ cumulatief, plafond, prognose, jaar }: Props): string {
  const tot =
    cumulatief.length > 0 ? `${bedragHeel(cumulatief.at(-1)!)} tot en met ${maandnaam(cumulatief.length)}` : 'nog niets'
  const delen = [`Gedeclareerd in ${jaar}: ${tot}`]
  if (plafond) delen.push(`plafond ${bedragHeel(plafond)}`)
  if (prognose)
    delen.push(
      `prognose ${bedragHeel(prognose.midden)}, tussen ${bedragHeel(prognose.laag)} en ${bedragHeel(prognose.hoog)}`,
    )
  return delen.join('; ')
}
