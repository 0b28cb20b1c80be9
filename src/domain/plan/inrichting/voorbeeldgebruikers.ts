import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inReadTransaction } from '../../../platform/transaction.ts'
import { rollen, type Rol } from '../../rechten.ts'

export type Voorbeeldgebruiker = { id: string; naam: string; rol: string; ziet: string }

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
        rol: aanbieder === null ? rollen[rol] : `Aanbieder: ${aanbieder}`,
        ziet: functie,
      })),
    }
  })
}
