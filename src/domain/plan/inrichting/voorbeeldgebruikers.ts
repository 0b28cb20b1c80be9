import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inReadTransaction } from '../../../platform/transaction.ts'
import { rollen, type Rol } from '../../rechten.ts'

/** `hoofdrol`: the first person with one of the roles most of the work is done in. */
export type Voorbeeldgebruiker = { id: string; naam: string; rol: string; ziet: string; hoofdrol: boolean }

const HOOFDROLLEN: readonly Rol[] = [
  'contractmanager',
  'contractbeheerder',
  'contracteigenaar',
  'lokaal team',
  'backoffice',
  'toezichthouder',
  'beleid',
  'functioneel beheerder',
  'aanbieder',
]

type Rij = {
  regioId: string
  regio: string
  id: string
  naam: string
  functie: string
  rol: Rol
  aanbieder: string | null
}

/**
 * The demonstration region and its people with their first role. The database gives them in demonstration mode only, and never
 * beside another region.
 */
export function listVoorbeeldgebruikers(anoniem: Context) {
  return inReadTransaction(anoniem, async (ctx) => {
    await sql`select set_config('overlap.voorbeeld', 'aan', true)`.execute(ctx.db)
    const { rows } = await sql<Rij>`select * from voorbeeldgebruikers()`.execute(ctx.db)
    return {
      regio: rows[0] && { id: rows[0].regioId, naam: rows[0].regio },
      gebruikers: rows.map(({ id, naam, functie, rol, aanbieder }): Voorbeeldgebruiker => ({
        id,
        naam,
        rol: rolnaam(rol, aanbieder),
        ziet: functie,
        hoofdrol: HOOFDROLLEN.includes(rol) && rows.find((een) => een.rol === rol)?.id === id,
      })),
    }
  })
}

/** "Aanbieder: De Weidse Blik", "Aanbieder: De Weidse Blik, administratie". */
function rolnaam(rol: Rol, aanbieder: string | null): string {
  if (!aanbieder) return rollen[rol]
  const functie = rollen[rol].split(': ')[1]
  return `Aanbieder: ${aanbieder}${functie ? `, ${functie}` : ''}`
}
