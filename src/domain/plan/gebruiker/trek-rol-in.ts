import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { beschrijf } from './geef-rol.ts'
import { behoudBeheerder, lockGebruiker } from './lock-gebruiker.ts'
import { listRollen } from './queries.ts'

/** Takes a role away at once: sessions end, and the role stays to be seen as past. Throws 403, 404, and 409 for the last beheerder. */
export function trekRolIn(ctx: Context, gebruikerId: string, roltoewijzingId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gebruiker:wijzigen')
    await lockGebruiker(ctx, gebruikerId)
    const rol = (await listRollen(ctx, gebruikerId)).find(
      ({ id, stand }) => id === roltoewijzingId && stand !== 'voorbij',
    )
    if (!rol) throw notFound('Deze rol')
    if (rol.rol === 'functioneel beheerder') await behoudBeheerder(ctx, gebruikerId)
    await sql`update roltoewijzing set ingetrokken_op = ${ctx.now}, ingetrokken_door = ${ctx.actor.naam}
      where regio_id = ${ctx.regioId} and id = ${roltoewijzingId}`.execute(ctx.db)
    const { rol: naam, agb, gemeenten, wet, categorieen, begindatum, einddatum } = rol
    await recordEvent(ctx, {
      soort: 'rol:ingetrokken',
      onderwerp: { type: 'gebruiker', id: gebruikerId },
      gegevens: beschrijf({ rol: naam, agb, gemeenten, wet, categorieen, begindatum, einddatum }),
    })
  })
}
