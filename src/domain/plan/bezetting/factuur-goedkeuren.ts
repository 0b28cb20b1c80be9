import type { Rolhouder } from '../../../platform/context.ts'
import type { Rol } from '../../rechten.ts'
import { alsWie, wieMag, type Besluit, type Mandaat } from './mandaat.ts'
import type { Verdeling } from './taken.ts'

/** What somebody who wants to approve an invoice has: roles, and the technical possibility to do it in the program (a right). */
type Goedkeurder = { houders: readonly Rolhouder[]; technisch: boolean }

export type Factuurbesluit =
  | { mag: true; als: Rol; mandaat: Mandaat | null }
  | { mag: false; ontbreekt: ('technische mogelijkheid' | 'mandaat')[] }

/**
 * ROL-14: an invoice is approved by who both can do it technically and has the mandate for its amount in that gemeente; one never
 * stands for the other (Zaanstad, bijlage I, voorwaarden). What is missing is named. `verdeling` is that of task factuur-goedkeuren.
 */
export function magFactuurGoedkeuren(
  { houders, technisch }: Goedkeurder,
  verdeling: Verdeling,
  mandaten: readonly Mandaat[],
  factuur: Besluit & { bedragCent: number },
): Factuurbesluit {
  const als = alsWie(wieMag(verdeling, mandaten, factuur), houders, factuur.gemeente)
  if (technisch && als) return { mag: true, als: als.rol, mandaat: als.mandaat }
  return {
    mag: false,
    ontbreekt: [...(technisch ? [] : (['technische mogelijkheid'] as const)), ...(als ? [] : (['mandaat'] as const))],
  }
}
