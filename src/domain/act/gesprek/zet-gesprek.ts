import type { Updateable } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { DB } from '../../../platform/schema.ts'
import { vraagVolgen } from '../../plan/kalender/vraag-volgen.ts'
import { volgGesprekken } from './volg-gesprekken.ts'

/** Writes a change of a meeting that was locked; its dates in the calendar change with it, and what the year still asks soon after. */
export async function zetGesprek(ctx: Context, id: string, velden: Updateable<DB['gesprek']>): Promise<void> {
  await ctx.db.updateTable('gesprek').set(velden).where('regioId', '=', ctx.regioId).where('id', '=', id).execute()
  await volgGesprekken(ctx, id)
  await vraagVolgen(ctx)
}
