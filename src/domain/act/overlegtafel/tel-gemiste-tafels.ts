import type { Tafelregels } from './regels.ts'

/** STM-09: what became of an invitation. */
export const aanwezigheden = {
  aanwezig: 'Aanwezig',
  afgemeld: 'Afgemeld met reden',
  afwezig: 'Afwezig zonder reden',
} as const
export type Aanwezigheid = keyof typeof aanwezigheden

/** A table to which an aanbieder was invited, and whether it came. */
export type Deelname = { datum: Temporal.PlainDate; aanwezigheid: Aanwezigheid }

export type Gemist = {
  gemist: number
  zonderReden: number
  /** What people may decide upon; null is nothing. Never a decision by itself (TAF-12) */
  aanleiding: 'afwezig zonder reden' | 'te vaak gemist' | null
}

/**
 * FRM-20, TAF-11, AMB-16: tables missed since the last reinstatement, or the start of the contract. One absence without a reason is
 * cause to decide, and so is the third missed table. Not invited is not missed; `vanaf` null counts everything.
 */
export function telGemisteTafels(
  deelnames: readonly Deelname[],
  vanaf: Temporal.PlainDate | null,
  { gemist: vaak, zonderReden: zonder }: Tafelregels['aanleiding'],
): Gemist {
  const sindsdien = deelnames.filter(({ datum }) => vanaf === null || Temporal.PlainDate.compare(datum, vanaf) >= 0)
  const gemist = sindsdien.filter(({ aanwezigheid }) => aanwezigheid !== 'aanwezig').length
  const zonderReden = sindsdien.filter(({ aanwezigheid }) => aanwezigheid === 'afwezig').length
  const aanleiding = zonderReden >= zonder ? 'afwezig zonder reden' : gemist >= vaak ? 'te vaak gemist' : null
  return { gemist, zonderReden, aanleiding }
}
