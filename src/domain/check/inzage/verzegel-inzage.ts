import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { listZegels, telHash } from './zegels.ts'

/**
 * Fixes all lines since the last seal by a hash over them, in one record of the audit chain. Waits for what is being written, so that
 * no line comes in below a seal. Gives how many lines; nothing is recorded when there are none.
 */
export function verzegelInzage(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'inzage:verzegelen')
    await sql`select pg_advisory_xact_lock(hashtextextended(${`inzage ${ctx.regioId}`}, 0))`.execute(ctx.db)
    const na = (await listZegels(ctx)).at(-1)?.tot ?? 0
    const { rows } = await sql<{ tot: number | null }>`select max(id) as tot from inzage
      where regio_id = ${ctx.regioId} and id > ${na}`.execute(ctx.db)
    const tot = rows[0]?.tot ?? null
    if (tot === null) return 0
    const { inzagen, regels, hash } = await telHash(ctx, na, tot)
    await recordEvent(ctx, {
      soort: 'inzage:verzegeld',
      onderwerp: { type: 'inzage', id: `${na + 1}-${tot}` },
      gegevens: { na, tot, inzagen, regels, hash },
    })
    return inzagen
  })
}
