import type { Ladder } from '../../domain/act/escalatie/ladder.ts'

type Overgang = Ladder['overgangen'][number]

/** The rungs of a ladder with what leads from one to another: an arc for every way up (right) and down (left). */
export function Ladderplaat({ ladder }: { ladder: Ladder }) {
  const vakken = ['Opening', ...ladder.stappen.map(({ naam }) => naam), 'Gesloten']
  const wegen = wegenTussen(ladder)
  const [hoogte, breed, ruimte, marge] = [40, 300, 28, 110]
  const y = (vak: number) => 8 + (vakken.length - 1 - vak) * (hoogte + ruimte)
  const zin = wegen.map(({ van, naar, namen }) => `Van ${vakken[van]!} naar ${vakken[naar]!}: ${namen.join(', ')}.`)
  return (
    <figure className="ov-ladderplaat">
      <svg
        viewBox={`0 0 ${String(breed + 2 * marge)} ${String(y(0) + hoogte + 8)}`}
        role="img"
        aria-label={`De ladder van licht (onder) naar zwaar (boven). ${zin.join(' ')}`}
      >
        {wegen.map(({ van, naar }) => {
          const omhoog = naar > van
          const x = omhoog ? marge + breed : marge
          const diep = Math.min(marge - 14, 22 + 16 * Math.abs(naar - van))
          const bocht = omhoog ? x + diep : x - diep
          const [begin, einde] = [y(van) + hoogte / 2, y(naar) + hoogte / 2]
          const punt = omhoog ? 7 : -7
          return (
            <g key={`${String(van)}-${String(naar)}`} className="ov-ladderplaat-weg">
              <path
                d={`M${String(x)} ${String(begin)} C${String(bocht)} ${String(begin)} ${String(bocht)} ${String(einde)} ${String(x)} ${String(einde)}`}
                fill="none"
              />
              <path d={`M${String(x)} ${String(einde)} l${String(punt)} -4 v8 z`} stroke="none" />
            </g>
          )
        })}
        {vakken.map((naam, vak) => (
          <g
            key={vak}
            className={vak === 0 || vak === vakken.length - 1 ? 'ov-ladderplaat-rand' : 'ov-ladderplaat-vak'}
          >
            <rect x={marge} y={y(vak)} width={breed} height={hoogte} rx="4" />
            <text x={marge + 14} y={y(vak) + hoogte / 2 + 5}>
              {vak > 0 && vak < vakken.length - 1 ? `${String(vak)}  ` : ''}
              {kort(naam)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="ov-klein">
        Rechts gaat een zaak omhoog, links omlaag. Elke boog is een of meer stappen; zij staan hieronder voluit.
      </figcaption>
    </figure>
  )
}

type Weg = { van: number; naar: number; namen: string[] }

function wegenTussen(ladder: Ladder): Weg[] {
  const vakVan = (code: string) => {
    const toestand = ladder.toestanden.find((een) => een.code === code)
    if (!toestand) return null
    if (toestand.soort === 'einde') return ladder.stappen.length + 1
    return ladder.stappen.findIndex((stap) => stap.code === toestand.stap) + 1
  }
  const gevonden = new Map<string, Weg>()
  for (const { naam, van, naar } of ladder.overgangen) {
    if (typeof naar === 'string') continue
    const begin = van.length === 0 ? [0] : van.map(vakVan)
    for (const een of begin) {
      for (const ander of naar.map(vakVan)) {
        if (een === null || ander === null || een === ander) continue
        const sleutel = `${String(een)}-${String(ander)}`
        const weg = gevonden.get(sleutel) ?? { van: een, naar: ander, namen: [] }
        if (!weg.namen.includes(naam)) weg.namen.push(naam)
        gevonden.set(sleutel, weg)
      }
    }
  }
  return [...gevonden.values()]
}

/** Where a step leads, in words; what is not there by its code. */
export function bestemmingZin(ladder: Ladder, { naar }: Pick<Overgang, 'naar'>): string {
  if (naar === 'zelfde') return 'de zaak blijft staan'
  if (naar === 'vorige') return 'terug naar waar zij vandaan kwam'
  return naar.map((code) => ladder.toestanden.find((een) => een.code === code)?.naam.toLowerCase() ?? code).join(', ')
}

function kort(naam: string): string {
  return naam.length > 38 ? `${naam.slice(0, 37)}…` : naam
}
