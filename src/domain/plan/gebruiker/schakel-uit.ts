import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { sluitLinks } from '../account/zet-wachtwoord.ts'
import { behoudBeheerder, lockGebruiker } from './lock-gebruiker.ts'

/** Nobody signs in with this account any more: sessions and links end at once. Throws 403, 404, 409 for the last beheerder. */
export function schakelUit(ctx: Context, gebruikerId: string, reden: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gebruiker:wijzigen')
    const { uitgeschakeld } = await lockGebruiker(ctx, gebruikerId)
    if (uitgeschakeld) throw conflict('Dit account is al uitgeschakeld.')
    await behoudBeheerder(ctx, gebruikerId)
    await sql`update gebruiker set uitgeschakeld_op = ${ctx.now} where regio_id = ${ctx.regioId} and id = ${gebruikerId}`.execute(
      ctx.db,
    )
    await sluitLinks(ctx, gebruikerId)
    await leg(ctx, 'gebruiker:uitgeschakeld', gebruikerId, reden)
  })
}

/** The account works again, with the roles it had. Throws 403, 404, 409. */
export function schakelIn(ctx: Context, gebruikerId: string, reden: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gebruiker:wijzigen')
    const { uitgeschakeld } = await lockGebruiker(ctx, gebruikerId)
    if (!uitgeschakeld) throw conflict('Dit account is niet uitgeschakeld.')
    await sql`update gebruiker set uitgeschakeld_op = null where regio_id = ${ctx.regioId} and id = ${gebruikerId}`.execute(
      ctx.db,
    )
    await leg(ctx, 'gebruiker:ingeschakeld', gebruikerId, reden)
  })
}

function leg(ctx: Context, soort: string, id: string, reden: string) {
  return recordEvent(ctx, { soort, onderwerp: { type: 'gebruiker', id }, gegevens: { reden } })
}
