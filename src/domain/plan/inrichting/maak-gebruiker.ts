import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize, type Rol } from '../../rechten.ts'

type Invoer = { naam: string; functie: string; rol: Rol; agb?: string | undefined; voorbeeld: boolean }

/** Adds a person with one role from today; `agb` limits an aanbieder's account to itself. Gives the id; an existing name is left alone. */
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
    await ctx.db
      .insertInto('roltoewijzing')
      .values({
        regioId: ctx.regioId,
        gebruikerId: nieuw.id,
        rol: invoer.rol,
        agb: invoer.agb ?? null,
        begindatum: ctx.today,
        toegekendOp: ctx.now,
        toegekendDoor: ctx.actor.naam,
      })
      .execute()
    await recordEvent(ctx, {
      soort: 'gebruiker:aangemaakt',
      onderwerp: { type: 'gebruiker', id: nieuw.id },
      gegevens: { naam: invoer.naam, rol: invoer.rol, agb: invoer.agb ?? null },
    })
    return nieuw.id
  })
}
