/** A sum of unknown numbers that somebody knows: `delen` with the times each counts. */
export type Vergelijking = { delen: Record<string, number>; som: number }

/**
 * Every unknown that follows from these sums and no others: what somebody can work out by adding, subtracting and multiplying
 * (Gauss–Jordan over exact fractions).
 */
export function losOp(vergelijkingen: readonly Vergelijking[]): Map<string, number> {
  const namen = [...new Set(vergelijkingen.flatMap(({ delen }) => Object.keys(delen)))]
  const rijen = vergelijkingen.map(({ delen, som }) => [...namen.map((naam) => breuk(delen[naam] ?? 0)), breuk(som)])
  let vast = 0
  for (let kolom = 0; kolom < namen.length; kolom++) {
    const spil = rijen.findIndex((rij, plek) => plek >= vast && rij[kolom]!.t !== 0n)
    if (spil === -1) continue
    ;[rijen[vast], rijen[spil]] = [rijen[spil]!, rijen[vast]!]
    const bovenaan = rijen[vast]!.map((waarde) => deel(waarde, rijen[vast]![kolom]!))
    rijen[vast] = bovenaan
    for (const [plek, rij] of rijen.entries()) {
      if (plek === vast || rij[kolom]!.t === 0n) continue
      const keer = rij[kolom]!
      rijen[plek] = rij.map((waarde, i) => min(waarde, maal(bovenaan[i]!, keer)))
    }
    vast++
  }
  return new Map(
    rijen.slice(0, vast).flatMap((rij): [string, number][] => {
      const gevuld = rij.slice(0, -1).flatMap(({ t }, i) => (t === 0n ? [] : [i]))
      const som = rij.at(-1)!
      return gevuld.length === 1 ? [[namen[gevuld[0]!]!, Number(som.t) / Number(som.n)]] : []
    }),
  )
}

type Breuk = { t: bigint; n: bigint }

const breuk = (getal: number): Breuk => ({ t: BigInt(getal), n: 1n })
const maal = (a: Breuk, b: Breuk) => kort({ t: a.t * b.t, n: a.n * b.n })
const deel = (a: Breuk, b: Breuk) => kort({ t: a.t * b.n, n: a.n * b.t })
const min = (a: Breuk, b: Breuk) => kort({ t: a.t * b.n - b.t * a.n, n: a.n * b.n })

function kort({ t, n }: Breuk): Breuk {
  const teken = n < 0n ? -1n : 1n
  const d = ggd(t < 0n ? -t : t, n < 0n ? -n : n) || 1n
  return { t: (teken * t) / d, n: (teken * n) / d }
}

function ggd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : ggd(b, a % b)
}
