import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'

/**
 * Throws away what only sign-in needed and is over: half sign-ins after a day, links, mails, sessions and withdrawn addresses
 * of calendars after half a year (login data, Selectielijst 2020, 19.1.24), devices that were not seen for a year. What happened stays in the audit trail.
 */
export function ruimToegangOp(ctx: Context): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { regioId, now } = ctx
    const dag = now.subtract({ hours: 24 })
    const halfjaar = now.subtract({ hours: 24 * 183 })
    const jaar = now.subtract({ hours: 24 * 366 })
    await sql`delete from aanmelding where regio_id = ${regioId} and verloopt_op < ${dag}`.execute(ctx.db)
    await sql`delete from organisatiepoging where regio_id = ${regioId} and verloopt_op < ${dag}`.execute(ctx.db)
    await sql`delete from organisatieafmelding where regio_id = ${regioId} and verloopt_op < ${dag}`.execute(ctx.db)
    await sql`delete from herstelverzoek where regio_id = ${regioId} and gevraagd_op < ${dag}`.execute(ctx.db)
    await sql`delete from mail where regio_id = ${regioId} and gevraagd_op < ${halfjaar}`.execute(ctx.db)
    await sql`delete from eenmalige_link where regio_id = ${regioId} and geldig_tot < ${halfjaar}`.execute(ctx.db)
    await sql`delete from sessie where regio_id = ${regioId} and verloopt_op < ${halfjaar}`.execute(ctx.db)
    await sql`delete from kalenderadres where regio_id = ${regioId} and ingetrokken_op < ${halfjaar}`.execute(ctx.db)
    await sql`delete from bekend_toestel where regio_id = ${regioId} and laatst_op < ${jaar}`.execute(ctx.db)
  })
}
