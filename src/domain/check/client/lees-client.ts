import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { clienttabellen } from './clienttabellen.ts'
import type { Client } from './zoek-client.ts'

type Rij = Record<string, unknown>

/** All that is about one client, by table. */
export type Clientuitvoer = {
  regio: string
  label: string
  wet: string
  gemaaktOp: string
  gegevens: Record<string, Rij[]>
}

/** How many rows there are, by table; tables without any are left out. */
export async function telClient(ctx: Context, { id }: Client): Promise<Record<string, number>> {
  const geteld: Record<string, number> = {}
  for (const [tabel, vraag] of Object.entries(clienttabellen)) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${vraag(ctx.regioId, id)}) x`.execute(
      ctx.db,
    )
    if (rows[0]!.n > 0) geteld[tabel] = rows[0]!.n
  }
  return geteld
}

/**
 * Everything about one client, for who asked to see it (S46). Nothing in it names anybody. Recorded with the reason. Throws 403, 422
 * without a reason.
 */
export function leesClient(ctx: Context, client: Client, reden: string): Promise<Clientuitvoer> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'client:lezen')
    if (reden.trim() === '') throw invalid('Vul in waarom u dit uitvoert.')
    const gegevens: Record<string, Rij[]> = {}
    for (const [tabel, vraag] of Object.entries(clienttabellen)) {
      // as the database writes it: dates and moments as text
      const { rows } = await sql<{
        rijen: Rij[]
      }>`select coalesce(jsonb_agg(x.rij), '[]') as rijen from (${vraag(ctx.regioId, client.id)}) x`.execute(ctx.db)
      gegevens[tabel] = rows[0]!.rijen
    }
    const { rows } = await sql<{ naam: string }>`select naam from regio where id = ${ctx.regioId}`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: 'client:uitgevoerd',
      onderwerp: { type: 'regio', id: ctx.regioId },
      gegevens: { label: client.label, reden: reden.trim() },
    })
    return { regio: rows[0]!.naam, label: client.label, wet: client.wet, gemaaktOp: ctx.now.toString(), gegevens }
  })
}
