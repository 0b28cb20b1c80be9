import type { Context } from '../../../platform/context.ts'
import { enqueue } from '../../jobs.ts'
import type { Mailsoort } from './mailtekst.ts'

type Mail = { gebruikerId: string; soort: Mailsoort; linkId?: string }

// How long a mail is worth sending: a server that is down for longer gets a new request, not an old mail.
const UITERLIJK = { hours: 72 }

/** Puts a mail in the queue with the change that asks for it; gives its id. Nothing happens for somebody without an address. */
export async function stuurMail(ctx: Context, { gebruikerId, soort, linkId }: Mail): Promise<string | null> {
  const mail = await ctx.db
    .insertInto('mail')
    .columns(['regioId', 'gebruikerId', 'soort', 'linkId', 'gevraagdOp', 'uiterlijkOp'])
    .expression((eb) =>
      eb
        .selectFrom('gebruiker')
        .select((eb) => [
          'regioId',
          'id',
          eb.val<string>(soort).as('soort'),
          eb.cast<string | null>(eb.val(linkId ?? null), 'uuid').as('linkId'),
          eb.cast<Temporal.Instant>(eb.val(ctx.now), 'timestamptz').as('gevraagdOp'),
          eb.cast<Temporal.Instant>(eb.val(ctx.now.add(UITERLIJK)), 'timestamptz').as('uiterlijkOp'),
        ])
        .where('regioId', '=', ctx.regioId)
        .where('id', '=', gebruikerId)
        .where('email', 'is not', null),
    )
    .returning('id')
    .executeTakeFirst()
  if (!mail) return null
  await enqueue(ctx, 'verstuur-mail', { regioId: ctx.regioId, mailId: mail.id })
  return mail.id
}
