import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { stuurMail } from './stuur-mail.ts'

// The link itself is made when the mail is sent and then holds an hour.
const GELDIG = { hours: 4 }
// More would be a nuisance that anybody could cause.
const PER_UUR = 3

/** Looks up who asked for a new password, and sends a link when there is such a person; the request is forgotten. */
export function zoekHerstelverzoekUit(ctx: Context, verzoekId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { rows } = await sql<{ gebruikerId: string; account: boolean }>`
      with verzoek as (delete from herstelverzoek where regio_id = ${ctx.regioId} and id = ${verzoekId} returning email)
      select g.id as gebruiker_id, a.gebruiker_id is not null as account
      from verzoek v join gebruiker g on g.regio_id = ${ctx.regioId} and g.email = v.email and g.uitgeschakeld_op is null
      left join account a on a.regio_id = g.regio_id and a.gebruiker_id = g.id`.execute(ctx.db)
    const wie = rows[0]
    if (!wie || (await telMails(ctx, wie.gebruikerId)) >= PER_UUR) return
    await recordEvent(ctx, {
      soort: 'wachtwoord:aangevraagd',
      onderwerp: { type: 'gebruiker', id: wie.gebruikerId },
      gegevens: {},
    })
    if (!wie.account) {
      await stuurMail(ctx, { gebruikerId: wie.gebruikerId, soort: 'geen-wachtwoord' })
      return
    }
    const { id } = await ctx.db
      .insertInto('eenmaligeLink')
      .values({
        regioId: ctx.regioId,
        gebruikerId: wie.gebruikerId,
        soort: 'wachtwoord',
        gevraagdOp: ctx.now,
        gevraagdDoor: 'aanmelden',
        geldigTot: ctx.now.add(GELDIG),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await stuurMail(ctx, { gebruikerId: wie.gebruikerId, soort: 'wachtwoord', linkId: id })
  })
}

async function telMails(ctx: Context, gebruikerId: string): Promise<number> {
  const { rows } = await sql<{ aantal: number }>`select count(*)::int as aantal from mail
    where regio_id = ${ctx.regioId} and gebruiker_id = ${gebruikerId} and soort in ('wachtwoord', 'geen-wachtwoord')
      and gevraagd_op > ${ctx.now.subtract({ hours: 1 })}`.execute(ctx.db)
  return rows[0]!.aantal
}
