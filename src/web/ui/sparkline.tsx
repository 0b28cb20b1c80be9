const BREED = 72
const HOOG = 20

/** The course of something in one line of text, from zero; the last value has a dot. Says nothing without a label. */
export function Sparkline({ waarden, label }: { waarden: number[]; label?: string }) {
  if (waarden.length < 2) return null
  const max = Math.max(...waarden, 1)
  const punten = waarden.map((waarde, i) => [
    Math.round((10 * BREED * i) / (waarden.length - 1)) / 10,
    Math.round(10 * (HOOG - ((HOOG - 2) * waarde) / max)) / 10,
  ])
  const [x, y] = punten.at(-1)!
  return (
    <svg
      width={BREED + 4}
      height={HOOG + 2}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      <path d={`M0 ${HOOG + 0.5}H${BREED}`} className="ov-as" />
      <path d={`M${punten.map((punt) => punt.join(' ')).join('L')}`} className="ov-lijn" />
      <circle cx={x} cy={y} r="2.5" className="ov-punt" />
    </svg>
  )
}
