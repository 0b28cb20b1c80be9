import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { asRegion } from '../../../platform/transaction.ts'

type Sluiting =
  { stand: 'gehaald'; op: Temporal.PlainDate; reden: null } | { stand: 'vervallen'; op: null; reden: string }

/** Closes the open terms of a thing (all, or the one with this sleutel), in the caller's transaction; gives how many. */
export function sluitTermijnen(
  ctx: Context,
  { bron, bronId, sleutel }: { bron: string; bronId: string; sleutel: string | undefined },
  { stand, op, reden }: Sluiting,
): Promise<number> {
  return asRegion(ctx, async () => {
    const { rows } = await sql<{
      id: string
    }>`update termijn set stand = ${stand}, gehaald_op = ${op}, gesloten_op = ${ctx.now},
        gesloten_reden = ${reden}, volgende_herinnering_op = null, gewijzigd_op = ${ctx.now}
      where regio_id = ${ctx.regioId} and bron = ${bron} and bron_id = ${bronId} and gesloten_op is null
        and (${sleutel ?? null}::text is null or sleutel = ${sleutel ?? null})
      returning id`.execute(ctx.db)
    for (const { id } of rows) {
      await recordEvent(ctx, {
        soort: `termijn:${stand}`,
        onderwerp: { type: 'termijn', id },
        gegevens: stand === 'gehaald' ? { op: op.toString() } : { reden },
      })
    }
    return rows.length
  })
}
