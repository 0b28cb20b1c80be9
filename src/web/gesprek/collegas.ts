import { listGebruikers } from '../../domain/plan/inrichting/queries.ts'
import { geeft, rollen, vanAanbieder } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'

const leesrollen = Object.keys(rollen).filter((rol) => !vanAanbieder(rol) && geeft(rol, 'gesprek:lezen'))

/** Colleagues who can be asked to a meeting or given an action. */
export function listCollegas(ctx: Context) {
  return listGebruikers(ctx, leesrollen)
}
