import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { lockRegelset } from './lock-regelset.ts'
import { insertRegelset, leesRegelsetbestand } from './maak-regio.ts'
import { findRegio } from './queries.ts'

/**
 * Gives a region the parts that its shipped regelset has gained since the region was made; parts it has stay as they are, whatever
 * the file says now. Gives the names of what was added.
 */
export function vulRegelsetAan(ctx: Context): Promise<string[]> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'inrichting:wijzigen')
    await lockRegelset(ctx)
    const { regelset } = await findRegio(ctx)
    const { rows } = await sql<{ deel: string }>`select distinct deel from regelsetdeel
      where regio_id = ${ctx.regioId}`.execute(ctx.db)
    const bekend = new Set(rows.map(({ deel }) => deel))
    const nieuw = (await leesRegelsetbestand(regelset)).delen.filter(({ deel }) => !bekend.has(deel))
    if (nieuw.length === 0) return []
    await insertRegelset(ctx, { delen: nieuw })
    const delen = [...new Set(nieuw.map(({ deel }) => deel))]
    await recordEvent(ctx, {
      soort: 'regelset:aangevuld',
      onderwerp: { type: 'regio', id: ctx.regioId },
      gegevens: { regelset, delen },
    })
    return delen
  })
}
