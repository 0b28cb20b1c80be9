const VOL = 80

/** How much of the ceiling is used: a green bar, the ceiling as a blue tick. `deel` 1 is the whole ceiling. */
export function Uitputting({ deel, label }: { deel: number; label?: string }) {
  const breed = Math.round(VOL * Math.min(Math.max(deel, 0), 1.25))
  return (
    <svg
      width="104"
      height="16"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      <rect y="4" width={VOL} height="8" className="ov-plafond" />
      <rect y="4" width={breed} height="8" className="ov-punt" />
      <rect x={VOL - 1} width="2" height="16" className="ov-plafond-streep" />
    </svg>
  )
}
