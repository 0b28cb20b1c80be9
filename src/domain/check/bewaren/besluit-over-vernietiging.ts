import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid, Weigering } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { enqueue } from '../../jobs.ts'
import { neemtWaar } from '../../plan/bezetting/queries.ts'
import { authorize } from '../../rechten.ts'
import { lockVernietiging } from './lock-vernietiging.ts'

export type Besluit =
  { besluit: 'vernietigen'; reden: string } | { besluit: 'uitstellen'; reden: string; tot: Temporal.PlainDate }

/**
 * Destroy, or postpone with a reason (R3, R5). Destroying happens in the queue. Throws 403 for who prepared it or stands in for who
 * did, 404, 409 when nobody prepared it or somebody decided already, 422 without a reason or with a day that is not to come.
 */
export function besluitOverVernietiging(ctx: Context, id: string, invoer: Besluit): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'bewaren:besluiten')
    const { soort, aantal, grens, voorgelegdDoor } = await lockVernietiging(ctx, id)
    if (!voorgelegdDoor) throw conflict('Dit voorstel is nog niet voorgelegd. Dat doet een contractbeheerder.')
    await eisVierOgen(ctx, voorgelegdDoor)
    const { besluit } = invoer
    const reden = invoer.reden.trim()
    if (reden === '') throw invalid('Vul de reden van het besluit in.')
    const tot = invoer.besluit === 'uitstellen' ? invoer.tot : null
    if (tot && Temporal.PlainDate.compare(tot, ctx.today) <= 0) throw invalid('Stel uit tot een dag die nog komt.')
    await sql`update vernietiging set besluit = ${besluit}, reden = ${reden}, uitgesteld_tot = ${tot}, besloten_op = ${ctx.now},
        besloten_door = ${ctx.actor.id}
      where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: besluit === 'vernietigen' ? 'vernietiging:besloten' : 'vernietiging:uitgesteld',
      onderwerp: { type: 'vernietiging', id },
      gegevens: { soort, aantal, grens: grens.toString(), reden, ...(tot && { tot: tot.toString() }) },
    })
    if (besluit === 'vernietigen') {
      await enqueue(ctx, 'vernietig', { regioId: ctx.regioId, vernietigingId: id }, `vernietig:${ctx.regioId}:${id}`)
    }
  })
}

async function eisVierOgen(ctx: Context, voorgelegdDoor: string) {
  if (ctx.actor.id !== voorgelegdDoor && !(await neemtWaar(ctx, ctx.actor.id, voorgelegdDoor))) return
  throw new Weigering(
    403,
    'vier-ogen',
    'Vernietigen vraagt twee mensen: wie het voorlegt of voor die persoon waarneemt, besluit er niet over. Vraag een andere contracteigenaar.',
  )
}
