import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context, Rolhouder } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { maakToken } from '../account/token.ts'

export type Kalenderadres = { gemaaktOp: Temporal.Instant; laatstGelezenOp: Temporal.Instant | null }

/** The own address that works now, without its secret; null when there is none. */
export async function findEigenAdres(ctx: Context): Promise<Kalenderadres | null> {
  const { rows } = await sql<Kalenderadres>`select gemaakt_op, laatst_gelezen_op from kalenderadres
    where ${eigen(ctx)} and ingetrokken_op is null`.execute(ctx.db)
  return rows[0] ?? null
}

/** Makes an own address and gives its secret, once: only the hash is kept. One that was there stops working. */
export function maakKalenderadres(ctx: Context): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'termijn:lezen')
    await trekIn(ctx)
    const { token, hash } = maakToken(ctx.regioId)
    await sql`insert into kalenderadres (regio_id, gebruiker_id, agb, token_hash, gemaakt_op)
      values (${ctx.regioId}, ${ctx.actor.id}, ${ctx.actor.agb}, ${hash}, ${ctx.now})`.execute(ctx.db)
    await leg(ctx, 'kalenderadres:gemaakt')
    return token
  })
}

/** From now on the own address gives nothing any more; gives whether there was one. */
export function trekKalenderadresIn(ctx: Context): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'termijn:lezen')
    const ingetrokken = await trekIn(ctx)
    if (ingetrokken) await leg(ctx, 'kalenderadres:ingetrokken')
    return ingetrokken
  })
}

export type Adreshouder = { gebruikerId: string; naam: string; agb: string | null; rollen: Rolhouder[] }

/**
 * Whose address this is, with the roles that person holds today for the party of the address, and notes that it was read. Undefined
 * when it was withdrawn or its owner has no account or role any more.
 */
export function findAdreshouder(ctx: Context, hash: Buffer): Promise<Adreshouder | undefined> {
  return inTransaction(ctx, async (ctx) => {
    const { rows } = await sql<Adreshouder>`update kalenderadres k set laatst_gelezen_op = ${ctx.now}
      from gebruiker g
      where k.regio_id = ${ctx.regioId} and k.token_hash = ${hash} and k.ingetrokken_op is null
        and g.regio_id = k.regio_id and g.id = k.gebruiker_id and g.uitgeschakeld_op is null
      returning g.id as gebruiker_id, g.naam, k.agb,
        (select coalesce(json_agg(json_build_object('rol', r.rol, 'agb', r.agb, 'gemeenten', r.gemeenten, 'wet', r.wet,
            'categorieen', r.categorieen) order by r.rol, r.id), '[]') from roltoewijzing r
          where r.regio_id = k.regio_id and r.gebruiker_id = k.gebruiker_id and r.agb is not distinct from k.agb
            and r.ingetrokken_op is null and r.begindatum <= ${ctx.today} and (r.einddatum is null or r.einddatum >= ${ctx.today})) as rollen`.execute(
      ctx.db,
    )
    return rows[0] && rows[0].rollen.length > 0 ? rows[0] : undefined
  })
}

async function trekIn(ctx: Context): Promise<boolean> {
  const { rows } = await sql`update kalenderadres set ingetrokken_op = ${ctx.now}
    where ${eigen(ctx)} and ingetrokken_op is null returning id`.execute(ctx.db)
  return rows.length > 0
}

function eigen({ regioId, actor }: Context) {
  return sql<boolean>`regio_id = ${regioId} and gebruiker_id = ${actor.id} and agb is not distinct from ${actor.agb}`
}

function leg(ctx: Context, soort: string) {
  return recordEvent(ctx, { soort, onderwerp: { type: 'gebruiker', id: ctx.actor.id }, gegevens: {} })
}
