const VOL = 64

type Props = {
  /** 1 is the whole ceiling */
  deel: number
  /** The percentage; wine red above the ceiling */
  tekst: string
}

/** How much of the ceiling is used: a green bar, the ceiling as a blue tick, and the percentage beside it. */
export function Uitputting({ deel, tekst }: Props) {
  const breed = Math.round(VOL * Math.min(Math.max(deel, 0), 1.25))
  return (
    <span className="ov-uitputting">
      <svg width="80" height="16" aria-hidden="true">
        <rect y="4" width={VOL} height="8" className="ov-plafond" />
        <rect y="4" width={breed} height="8" className="ov-punt" />
        <rect x={VOL - 1} width="2" height="16" className="ov-plafond-streep" />
      </svg>
      <span className={deel > 1 ? 'ov-mis' : undefined}>{tekst}</span>
    </span>
  )
}
