import { isMinstens, leesDecimaal } from '../../begrippen/percentage.ts'
import type { KpiDefinitie } from './kpi-definitie.ts'

// Two would leave one number for whoever also knows that the clients were hidden.
const MINSTENS = 3
// Beyond this many cases a class of any width leaves room enough.
const LANGST = 2_000

const bekend = new Map<string, number>()

/**
 * From how many clients in care on a judgement alone leaves at least three different numbers for each side of the norm. With 12
 * clients and "90% or more" exactly one can have missed it.
 */
export function veiligVanaf(schaal: KpiDefinitie['schaal'], oordeel: string, minimum: number): number {
  const sleutel = JSON.stringify([schaal, oordeel, minimum])
  const gevonden = bekend.get(sleutel) ?? zoek(schaal, oordeel, minimum)
  bekend.set(sleutel, gevonden)
  return gevonden
}

function zoek(schaal: KpiDefinitie['schaal'], oordeel: string, minimum: number): number {
  const behaald = new Set<number>()
  const niet = new Set<number>()
  for (let n = minimum; n < LANGST; n++) {
    for (let klein = 1; klein < minimum; klein++) {
      for (const teller of [klein, n - klein].filter((teller) => klasse(schaal, teller, n) === oordeel)) {
        behaald.add(teller)
        niet.add(n - teller)
      }
    }
    if (behaald.size >= MINSTENS && niet.size >= MINSTENS) return n
  }
  return LANGST
}

function klasse(schaal: KpiDefinitie['schaal'], teller: number, n: number): string | undefined {
  return schaal.findLast(({ ondergrens }) => isMinstens(100 * teller, n, leesDecimaal(ondergrens)))?.oordeel
}
