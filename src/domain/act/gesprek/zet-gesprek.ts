import type { Updateable } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { DB } from '../../../platform/schema.ts'

/** Writes a change of a meeting that was locked. */
export async function zetGesprek(ctx: Context, id: string, velden: Updateable<DB['gesprek']>): Promise<void> {
  await ctx.db.updateTable('gesprek').set(velden).where('regioId', '=', ctx.regioId).where('id', '=', id).execute()
}
