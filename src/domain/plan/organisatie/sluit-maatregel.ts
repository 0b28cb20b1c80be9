import { z } from 'zod'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { vraagVolgen } from '../kalender/vraag-volgen.ts'
import { tekst } from './invoer.ts'

export const MaatregelAfloop = z.object({
  als: z.enum(['gereed', 'vervallen'], 'Kies gereed of vervallen'),
  afloop: tekst(1000, 'Schrijf op wat er is gedaan, of waarom het niet meer nodig is'),
})
export type MaatregelAfloop = z.output<typeof MaatregelAfloop>

/** Closes a measure: done, or not needed any more, with what was done or why (ORG-08). Throws 404, 409 when it was closed already. */
export function sluitMaatregel(ctx: Context, id: string, { als, afloop }: MaatregelAfloop): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'organisatie:bijhouden')
    const rij = await ctx.db
      .selectFrom('modelmaatregel')
      .select('afloop')
      .where('regioId', '=', ctx.regioId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!rij) throw notFound('Deze maatregel')
    if (rij.afloop !== null) throw conflict('Deze maatregel is al afgerond. Ververs de pagina.')
    await ctx.db
      .updateTable('modelmaatregel')
      .set({ [als === 'gereed' ? 'gereedOp' : 'vervallenOp']: ctx.today, afloop, geslotenDoor: ctx.actor.naam })
      .where('regioId', '=', ctx.regioId)
      .where('id', '=', id)
      .execute()
    await recordEvent(ctx, {
      soort: `modelmaatregel:${als}`,
      onderwerp: { type: 'modelmaatregel', id },
      gegevens: { afloop },
    })
    await vraagVolgen(ctx)
  })
}
