import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'

/** 403 for somebody of an aanbieder: how others are weighed, and who they are, is not for it (ROL-21). */
export function eisBinnen(ctx: Context): void {
  if (ctx.actor.agb !== null) throw new Weigering(403, 'geen-recht', 'Met uw rol mag dit niet.')
}

/** The version of the table that somebody saw when the form was made; one that cannot be read fits none. */
export function leesVersie(waarde: unknown): number {
  return typeof waarde === 'string' && /^\d{1,9}$/.test(waarde) ? Number(waarde) : -1
}

/** A refusal that belongs beside a field: the one it names, else `veld`. Other refusals are pages of their own. */
export function alsVeldfout(error: unknown, veld = 'titel'): Veldfout[] {
  if (error instanceof Weigering && error.status === 422) return [{ veld: error.code, melding: error.message }]
  if (error instanceof Weigering && error.status === 409) return [{ veld, melding: error.message }]
  throw error
}
