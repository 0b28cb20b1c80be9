import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Rol } from '../../rechten.ts'
import { authorize } from '../../rechten.ts'
import { geefRol } from './geef-rol.ts'
import { lockGebruiker } from './lock-gebruiker.ts'
import { listRollen } from './queries.ts'
import { heeftRol, type Rolkeuze } from './rolgrens.ts'

/**
 * Gives somebody the roles of a bundle that he does not have yet, all with the same limits and period (ORG-07). What he has stays as it
 * is: a bundle never takes away or changes a role. Gives what was added; throws 422 when nothing is, and what `geefRol` throws.
 */
export function geefRolbundel(
  ctx: Context,
  gebruikerId: string,
  rollen: readonly Rol[],
  grens: Omit<Rolkeuze, 'rol'>,
): Promise<Rol[]> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gebruiker:wijzigen')
    await lockGebruiker(ctx, gebruikerId)
    const nu = (await listRollen(ctx, gebruikerId)).filter(({ stand }) => stand !== 'voorbij')
    const nieuw = rollen.filter((rol) => !heeftRol({ ...grens, rol }, nu))
    if (nieuw.length === 0) throw invalid('Deze persoon heeft in die periode alle rollen van deze bundel al.')
    for (const rol of nieuw) await geefRol(ctx, gebruikerId, { ...grens, rol })
    return nieuw
  })
}
