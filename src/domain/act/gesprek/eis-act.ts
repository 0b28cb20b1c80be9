import { conflict } from '../../../platform/errors.ts'
import { waaromNiet, type Act } from './gespreksacten.ts'
import type { Gespreksstand } from './gespreksstand.ts'

/** Throws 409 with the reason when an act does not fit the state of the meeting (STM-02). */
export function eisAct(act: Act, { stand }: { stand: Gespreksstand }): void {
  const reden = waaromNiet(act, stand)
  if (reden !== null) throw conflict(reden)
}
