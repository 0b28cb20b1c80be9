import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { zicht } from '../../rechten/zicht.ts'

/**
 * The case a meeting is held for: one of this aanbieder, that runs and stays open until the meeting is planned. Gives its id. Throws 404,
 * 409 when it is closed, 422 when it is about another aanbieder.
 */
export async function eisLopendeZaak(ctx: Context, id: string, aanbiederId: string | null): Promise<string> {
  const { rows } = await sql<{
    aanbiederId: string
    gesloten: boolean
  }>`select e.aanbieder_id, e.gesloten_op is not null as gesloten
    from escalatie e where ${zicht(ctx).escalatie('e')} and e.id = ${id} for share`.execute(ctx.db)
  const zaak = rows[0]
  if (!zaak) throw notFound('Deze escalatie')
  if (zaak.gesloten) throw conflict('Deze escalatie is gesloten. Plan het gesprek zonder escalatie.')
  if (zaak.aanbiederId !== aanbiederId) {
    throw invalid('Deze escalatie gaat over een andere aanbieder. Kies die aanbieder.', 'aanbiederId')
  }
  return id
}
