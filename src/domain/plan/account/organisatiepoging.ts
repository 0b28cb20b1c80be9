import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Poging } from '../../../platform/oidc.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { maakToken } from './token.ts'

const GELDIG = { minutes: 10 }

/** Keeps what the answer of the identity provider must fit; gives the token for the cookie of this browser. */
export function bewaarPoging(ctx: Context, poging: Poging, terug: string): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const { token, hash } = maakToken(ctx.regioId)
    await sql`insert into organisatiepoging (regio_id, token_hash, state, nonce, verifier, terug, verloopt_op)
      values (${ctx.regioId}, ${hash}, ${poging.state}, ${poging.nonce}, ${poging.verifier}, ${terug}, ${ctx.now.add(GELDIG)})`.execute(
      ctx.db,
    )
    return token
  })
}

/** Takes an attempt: it is there once, also when two answers come at the same time. Undefined when it is over. */
export function neemPoging(ctx: Context, hash: Buffer): Promise<(Poging & { terug: string }) | undefined> {
  return inTransaction(ctx, async (ctx) => {
    await sql`delete from organisatiepoging where regio_id = ${ctx.regioId} and verloopt_op <= ${ctx.now}`.execute(
      ctx.db,
    )
    const { rows } = await sql<Poging & { terug: string }>`delete from organisatiepoging
      where regio_id = ${ctx.regioId} and token_hash = ${hash} returning state, nonce, verifier, terug`.execute(ctx.db)
    return rows[0]
  })
}
