import type { Breuk } from '../../begrippen/percentage.ts'

/** Clients with the same answer: each has `aantal` outcomes that add up to `som`. */
export type Clientgroep = { som: number; aantal: number; clienten: number }

/**
 * Mean over clients of each client's own mean, exact; null without clients (FRM-04, FRM-05). Somebody who was asked more often
 * weighs no more than another: the source divides "all evaluations" by the number of clients (AMB-27).
 */
export function gemiddeldePerClient(groepen: readonly Clientgroep[]): Breuk | null {
  let teller = 0n
  let noemer = 1n
  for (const { som, aantal, clienten } of groepen) {
    teller = teller * BigInt(aantal) + BigInt(som) * BigInt(clienten) * noemer
    noemer *= BigInt(aantal)
  }
  const n = telClienten(groepen)
  return n === 0 ? null : { teller, noemer: noemer * BigInt(n) }
}

/** The source word for word: the sum of all outcomes divided by the number of clients (AMB-27, the other reading). */
export function letterlijkPerClient(groepen: readonly Clientgroep[]): Breuk | null {
  const n = telClienten(groepen)
  const som = groepen.reduce((totaal, groep) => totaal + groep.som * groep.clienten, 0)
  return n === 0 ? null : { teller: BigInt(som), noemer: BigInt(n) }
}

export function telClienten(groepen: readonly Clientgroep[]): number {
  return groepen.reduce((totaal, { clienten }) => totaal + clienten, 0)
}

/** How many outcomes there are together. */
export function telUitkomstenVan(groepen: readonly Clientgroep[]): number {
  return groepen.reduce((totaal, { aantal, clienten }) => totaal + aantal * clienten, 0)
}
