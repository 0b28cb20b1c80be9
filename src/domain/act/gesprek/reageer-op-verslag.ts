import { z } from 'zod'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { datumzin } from '../../begrippen/datumzin.ts'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'
import { authorize } from '../../rechten.ts'
import { eisAct } from './eis-act.ts'
import { lockGesprek } from './queries.ts'
import { kanNogReageren } from './termijnen.ts'
import { volgGesprekken } from './volg-gesprekken.ts'

export const Reactieinvoer = z
  .object({ soort: z.enum(['akkoord', 'opmerking'], 'Kies of u akkoord bent'), tekst: vrijeTekst(4000).default('') })
  .refine(({ soort, tekst }) => soort === 'akkoord' || tekst !== '', {
    path: ['tekst'],
    message: 'Schrijf op wat er volgens u anders moet',
  })

/** The aanbieder agrees with the shared minutes or makes a remark (GES-17). Throws 409 before they are shared and after the term. */
export function reageerOpVerslag(
  ctx: Context,
  gesprekId: string,
  { soort, tekst }: z.output<typeof Reactieinvoer>,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gesprek:reageren')
    const gesprek = await lockGesprek(ctx, gesprekId)
    eisAct('reageren', gesprek)
    if (!kanNogReageren(ctx.now, gesprek.reactieUiterlijk)) {
      throw conflict(
        `Reageren kon tot en met ${datumzin(gesprek.reactieUiterlijk!)}. Bel de contractmanager als het verslag niet klopt.`,
      )
    }
    await ctx.db
      .insertInto('verslagreactie')
      .values({ regioId: ctx.regioId, gesprekId, soort, tekst, gegevenOp: ctx.now, gegevenDoor: ctx.actor.naam })
      .execute()
    await volgGesprekken(ctx, gesprekId)
    await recordEvent(ctx, {
      soort: 'verslag:gereageerd',
      onderwerp: { type: 'gesprek', id: gesprekId },
      gegevens: { reactie: soort, tekst },
    })
  })
}
