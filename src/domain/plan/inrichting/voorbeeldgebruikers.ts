import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inReadTransaction } from '../../../platform/transaction.ts'
import { rollen, type Rol } from '../../rechten.ts'

export type Voorbeeldgebruiker = { id: string; naam: string; rol: string; ziet: string }

/** The demonstration region and its people with their first role; nothing when no region is marked as demonstration. */
export async function listVoorbeeldgebruikers(anoniem: (regioId: string) => Context) {
  const regios = await sql<{ id: string; naam: string; voorbeeld: boolean }>`select * from regio_lijst()`.execute(
    anoniem('').db,
  )
  const regio = regios.rows.find(({ voorbeeld }) => voorbeeld)
  if (!regio) return { regio: undefined, gebruikers: [] }
  const gebruikers = await inReadTransaction(anoniem(regio.id), (ctx) =>
    ctx.db
      .selectFrom('gebruiker as g')
      .innerJoin('roltoewijzing as t', (join) =>
        join.onRef('t.gebruikerId', '=', 'g.id').onRef('t.regioId', '=', 'g.regioId'),
      )
      .leftJoin('aanbieder as a', (join) => join.onRef('a.agb', '=', 't.agb').onRef('a.regioId', '=', 'g.regioId'))
      .where('g.regioId', '=', regio.id)
      .where('g.voorbeeld', '=', true)
      .select(['g.id', 'g.naam', 'g.functie', 't.rol', 'a.naam as aanbieder'])
      .orderBy('g.id')
      .execute(),
  )
  return {
    regio,
    gebruikers: gebruikers.map(({ id, naam, functie, rol, aanbieder }): Voorbeeldgebruiker => ({
      id,
      naam,
      rol: aanbieder ? `Aanbieder: ${aanbieder}` : rollen[rol as Rol],
      ziet: functie,
    })),
  }
}
