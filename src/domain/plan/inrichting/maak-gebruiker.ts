import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize, type Rol } from '../../rechten.ts'

type Invoer = {
  naam: string
  functie: string
  rol: Rol
  /** Of an aanbieder's account */
  agb?: string | undefined
  /** CBS codes, a law, product categories: what the role is limited to */
  gemeenten?: readonly string[] | undefined
  wet?: 'wmo' | 'jw' | undefined
  categorieen?: readonly string[] | undefined
  voorbeeld: boolean
}

/** Adds a person with one role from today, within its limits. Gives the id; an existing name is left alone. */
export function maakGebruiker(ctx: Context, invoer: Invoer): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'inrichting:wijzigen')
    const nieuw = await ctx.db
      .insertInto('gebruiker')
      .values({ regioId: ctx.regioId, naam: invoer.naam, functie: invoer.functie, voorbeeld: invoer.voorbeeld })
      .onConflict((conflict) => conflict.columns(['regioId', 'naam']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!nieuw) {
      return (
        await ctx.db
          .selectFrom('gebruiker')
          .select('id')
          .where('regioId', '=', ctx.regioId)
          .where('naam', '=', invoer.naam)
          .executeTakeFirstOrThrow()
      ).id
    }
    const grens = {
      agb: invoer.agb ?? null,
      gemeenten: invoer.gemeenten ? [...invoer.gemeenten] : null,
      wet: invoer.wet ?? null,
      categorieen: invoer.categorieen ? [...invoer.categorieen] : null,
    }
    await ctx.db
      .insertInto('roltoewijzing')
      .values({ regioId: ctx.regioId, gebruikerId: nieuw.id, rol: invoer.rol, ...grens, begindatum: ctx.today })
      .execute()
    await recordEvent(ctx, {
      soort: 'gebruiker:aangemaakt',
      onderwerp: { type: 'gebruiker', id: nieuw.id },
      gegevens: { naam: invoer.naam, rol: invoer.rol, ...grens },
    })
    return nieuw.id
  })
}
