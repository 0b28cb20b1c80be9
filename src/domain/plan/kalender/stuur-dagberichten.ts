import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { stuurMail } from '../account/stuur-mail.ts'

/**
 * One mail to everybody with reminders that were not mailed yet and who had none today; what comes in later today goes with
 * tomorrow's. What was closed meanwhile is left out. Gives how many.
 */
export async function stuurDagberichten(ctx: Context): Promise<number> {
  const middernacht = ctx.today.toZonedDateTime({ timeZone: 'Europe/Amsterdam' }).toInstant()
  const { rows } = await sql<{ gebruikerId: string }>`select distinct h.gebruiker_id from herinnering h
    join termijn t on t.regio_id = h.regio_id and t.id = h.termijn_id and t.gesloten_op is null
    join gebruiker g on g.regio_id = h.regio_id and g.id = h.gebruiker_id and g.email is not null and g.uitgeschakeld_op is null
    where h.regio_id = ${ctx.regioId} and h.gemaild_op is null and not exists (select from mail m
      where m.regio_id = h.regio_id and m.gebruiker_id = h.gebruiker_id and m.soort = 'herinnering' and m.gevraagd_op >= ${middernacht})
    order by h.gebruiker_id`.execute(ctx.db)
  for (const { gebruikerId } of rows) {
    const mailId = await stuurMail(ctx, { gebruikerId, soort: 'herinnering' })
    await sql`update herinnering set gemaild_op = ${ctx.now}, mail_id = ${mailId}
      where regio_id = ${ctx.regioId} and gebruiker_id = ${gebruikerId} and gemaild_op is null`.execute(ctx.db)
  }
  return rows.length
}
