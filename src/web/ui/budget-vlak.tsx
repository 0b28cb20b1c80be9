import { deelVan } from './grafiek-plaats.ts'

/** Part of the width for the year; the rest is for the labels at the right. */
export const BREED = 0.76
const BOVEN = 8
/** Height of the axis, and of what stands above it */
export const AS = 212
export const HOOG = AS - BOVEN

type VlakProps = {
  cumulatief: number[]
  top: number
  prognose: { laag: number; midden: number; hoog: number } | undefined
}

/** What may stretch with the width: the area, the line and the band. */
export function Vlak({ cumulatief, top, prognose }: VlakProps) {
  const px = (maand: number) => r((100 * maand) / 12)
  const py = (cents: number) => r(100 - (100 * cents) / top)
  const n = cumulatief.length
  const lijn = [0, ...cumulatief].map((cents, i) => `${px(i)} ${py(cents)}`).join('L')
  const eind = `${px(n)} ${py(cumulatief.at(-1) ?? 0)}`
  return (
    <svg y={BOVEN} width={deelVan(BREED)} height={HOOG} viewBox="0 0 100 100" preserveAspectRatio="none">
      {n > 0 && <path d={`M${lijn}L${px(n)} 100L0 100z`} className="ov-vlak" />}
      {prognose && n < 12 && (
        <>
          <path
            d={`M${eind}L100 ${py(prognose.midden)}`}
            className="ov-lijn ov-streep"
            vectorEffect="non-scaling-stroke"
          />
        </>
      )}
      <path d={`M${lijn}`} className="ov-lijn ov-lijn2" vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

/** From the lowest to the highest month, hatched. A clip in fractions of its box, so that the hatching itself does not stretch. */
export function Band({ van, nu, laag, hoog }: { van: number; nu: number; laag: number; hoog: number }) {
  const boven = Math.min(nu, hoog)
  const hoogte = Math.max(nu, laag) - boven || 1
  const deel = (yy: number) => Math.round((1000 * (yy - boven)) / hoogte) / 1000
  const id = `band-${van}-${Math.round(hoog)}-${Math.round(laag)}`
  return (
    <>
      <clipPath id={id} clipPathUnits="objectBoundingBox">
        <path d={`M0 ${deel(nu)}L1 ${deel(laag)}V${deel(hoog)}z`} />
      </clipPath>
      <rect
        x={deelVan((BREED * van) / 12)}
        width={deelVan((BREED * (12 - van)) / 12)}
        y={boven}
        height={hoogte}
        fill="url(#arc-l)"
        clipPath={`url(#${id})`}
      />
    </>
  )
}

function r(n: number): number {
  return Math.round(n * 10) / 10
}
