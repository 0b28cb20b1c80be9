import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Berichtsoort } from './planmail.ts'

export type Planbericht = {
  id: string
  soort: Berichtsoort
  naam: string
  gevraagdOp: Temporal.Instant
  verzondenOp: Temporal.Instant | null
  misluktOp: Temporal.Instant | null
  fout: string | null
}

/** Mails about a plan and what became of each, the oldest first; of the region only. */
export async function listPlanberichten(ctx: Context, planId: string): Promise<Planbericht[]> {
  if (ctx.actor.agb !== null) return []
  const { rows } =
    await sql<Planbericht>`select b.id, b.soort, b.naam, b.gevraagd_op, b.verzonden_op, b.mislukt_op, b.laatste_fout as fout
    from verbeterplan_bericht b join verbeterplan v on v.regio_id = b.regio_id and v.id = b.verbeterplan_id
    where ${zicht(ctx).verbeterplan('v')} and v.id = ${planId} order by b.gevraagd_op, b.id`.execute(ctx.db)
  return rows
}
