import { kanNogReageren } from './termijnen.ts'

export type Reactie = { soort: 'akkoord' | 'opmerking'; verwerkt: boolean }

/**
 * Where the reaction on shared minutes stands: 'wacht' while the term runs and nobody reacted; 'akkoord' when the aanbieder agreed;
 * 'stil akkoord' when the term passed without a word (AMB-11); 'te verwerken' while a remark has no answer; 'verwerkt' after that.
 */
export type Reactiestand = 'wacht' | 'akkoord' | 'stil akkoord' | 'te verwerken' | 'verwerkt'

/** The last reaction decides: a remark after "akkoord" takes that back, "akkoord" after remarks closes them. */
export function reactiestand(
  reacties: readonly Reactie[],
  uiterlijk: Temporal.PlainDate | null,
  nu: Temporal.Instant,
): Reactiestand {
  const laatste = reacties.at(-1)
  if (laatste?.soort === 'akkoord') return 'akkoord'
  if (reacties.some(({ soort, verwerkt }) => soort === 'opmerking' && !verwerkt)) return 'te verwerken'
  if (laatste) return 'verwerkt'
  return uiterlijk !== null && kanNogReageren(nu, uiterlijk) ? 'wacht' : 'stil akkoord'
}

/** Why the minutes cannot be made final yet; null when they can. */
export function waaromNietDefinitief(stand: Reactiestand): string | null {
  if (stand === 'wacht')
    return 'De aanbieder kan nog reageren. Daarna, of na een akkoord, kan het verslag definitief worden.'
  if (stand === 'te verwerken')
    return 'Er staat een opmerking van de aanbieder open. Leg eerst vast wat ermee is gedaan.'
  return null
}
