import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { lockBeoordeling, lockOpslag } from '../../do/bericht/lock-berichten.ts'
import { authorize } from '../../rechten.ts'
import type { Aantallen } from '../bewaren/bewaarsoort.ts'
import { wisClienten } from '../bewaren/wis-clienten.ts'
import { wisNamens } from '../bewaren/wis.ts'
import { findClient, type Client } from './zoek-client.ts'

/**
 * Removes everything about one client (S46), in one transaction; that it happened stays, with who, when and why. Figures stay
 * (decision 019). A message that comes later makes a new client, with another label. Throws 403, 404 when somebody was first, 422
 * without a reason.
 */
export function verwijderClient(ctx: Context, { label }: Client, reden: string): Promise<Aantallen> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'client:verwijderen')
    if (reden.trim() === '') throw invalid('Vul de reden van het verwijderen in.')
    await lockOpslag(ctx, 'alleen')
    await lockBeoordeling(ctx)
    const client = await findClient(ctx, label)
    const { rows } = await sql<{
      id: string
    }>`insert into clientverwijdering (regio_id, label, wet, reden, begonnen_op, begonnen_door)
      values (${ctx.regioId}, ${client.label}, ${client.wet}, ${reden.trim()}, ${ctx.now}, ${ctx.actor.naam}) returning id`.execute(
      ctx.db,
    )
    const { id } = rows[0]!
    await wisNamens(ctx, id)
    const verwijderd = await wisClienten(ctx, [client.id])
    if (verwijderd['clienten'] !== 1) throw conflict('Deze cliënt is intussen gewijzigd. Probeer het opnieuw.')
    await sql`update clientverwijdering set klaar_op = ${ctx.now}, verwijderd = ${JSON.stringify(verwijderd)}::jsonb
      where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: 'client:verwijderd',
      onderwerp: { type: 'clientverwijdering', id },
      gegevens: { label: client.label, reden: reden.trim(), ...verwijderd },
    })
    return verwijderd
  })
}

export type Verwijdering = {
  id: string
  label: string
  wet: string
  reden: string
  begonnenOp: Temporal.Instant
  begonnenDoor: string
  verwijderd: Aantallen
}

/** The newest first; at most 200. */
export async function listVerwijderingen({ db, regioId }: Context): Promise<Verwijdering[]> {
  const { rows } =
    await sql<Verwijdering>`select id, label, wet, reden, begonnen_op, begonnen_door, verwijderd from clientverwijdering
    where regio_id = ${regioId} order by begonnen_op desc, id desc limit 200`.execute(db)
  return rows
}
