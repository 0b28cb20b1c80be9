import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { beeindigSessies } from '../../../platform/sessie.ts'
import { stuurMail } from './stuur-mail.ts'

type Van = { gebruikerId: string; linkId?: string | null }

/**
 * A new password takes force for an account that is locked: other sessions end, links to choose one are over, and the owner gets a
 * mail. `behalve`: the session in which it is changed.
 */
export async function zetWachtwoord(ctx: Context, { gebruikerId, linkId }: Van, hash: string, behalve?: string) {
  await sql`update account set wachtwoord_hash = ${hash}, wachtwoord_op = ${ctx.now}
    where regio_id = ${ctx.regioId} and gebruiker_id = ${gebruikerId}`.execute(ctx.db)
  await sluitLinks(ctx, gebruikerId, linkId ?? undefined)
  await beeindigSessies(ctx, gebruikerId, behalve)
  await recordEvent(ctx, {
    soort: 'wachtwoord:gewijzigd',
    onderwerp: { type: 'gebruiker', id: gebruikerId },
    gegevens: { hoe: linkId ? 'met een link per mail' : 'op de eigen pagina' },
  })
  await stuurMail(ctx, { gebruikerId, soort: 'wachtwoord-gewijzigd' })
}

/** One link was used; the others of this person are worth nothing any more, nor is what was begun with them. */
export async function sluitLinks(ctx: Context, gebruikerId: string, gebruikt?: string) {
  await sql`update eenmalige_link set gebruikt_op = case when id = ${gebruikt ?? null}::uuid then ${ctx.now}::timestamptz end,
      ingetrokken_op = case when id = ${gebruikt ?? null}::uuid then null else ${ctx.now}::timestamptz end
    where regio_id = ${ctx.regioId} and gebruiker_id = ${gebruikerId} and gebruikt_op is null and ingetrokken_op is null`.execute(
    ctx.db,
  )
  await sql`delete from aanmelding where regio_id = ${ctx.regioId} and gebruiker_id = ${gebruikerId}`.execute(ctx.db)
}
