import type { z } from 'zod'
import type { Rollen } from '../inrichting/regelset.ts'

export const functies = ['contracteigenaar', 'contractmanager', 'achtervanger', 'rvm'] as const

export type Functie = (typeof functies)[number]

type Regels = z.infer<typeof Rollen>
type Bezetting = { functie: string; gebruikerId: string }

/** The functions an overeenkomst still lacks (ROL-23). */
export function ontbrekendeFuncties({ vereisteFuncties }: Regels, bezetting: readonly Bezetting[]) {
  return vereisteFuncties.filter(
    ({ functie, minimaal }) => bezetting.filter((een) => een.functie === functie).length < minimaal,
  )
}

/** Two functions that one person may not hold together but does (ROL-06); null when all is well. */
export function dubbeleFunctie(
  { verschillendePersonen }: Regels,
  bezetting: readonly Bezetting[],
): [string, string] | null {
  const houders = (functie: string) =>
    bezetting.filter((een) => een.functie === functie).map(({ gebruikerId }) => gebruikerId)
  return verschillendePersonen.find(([a, b]) => houders(a).some((id) => houders(b).includes(id))) ?? null
}
