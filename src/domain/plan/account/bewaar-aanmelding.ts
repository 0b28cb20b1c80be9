import type { Context } from '../../../platform/context.ts'
import type { Aanmelding } from './queries.ts'
import { maakToken } from './token.ts'

const GELDIG = { minutes: 15 }

type Nieuw = Pick<Aanmelding, 'soort'> & {
  gebruikerId: string | null
  linkId?: string
  wachtwoordHash?: string
  totpGeheim?: Buffer
  uitdaging?: string
}

/** Keeps a half sign-in for a quarter of an hour; gives the token for the cookie. */
export async function bewaarAanmelding(ctx: Context, nieuw: Nieuw): Promise<string> {
  const { token, hash } = maakToken(ctx.regioId)
  await ctx.db
    .insertInto('aanmelding')
    .values({
      ...nieuw,
      regioId: ctx.regioId,
      tokenHash: hash,
      begonnenOp: ctx.now,
      verlooptOp: ctx.now.add(GELDIG),
    })
    .execute()
  return token
}

/** Ends a half sign-in: it succeeded, or it is not wanted any more. */
export async function wisAanmelding(ctx: Context, id: string) {
  await ctx.db.deleteFrom('aanmelding').where('regioId', '=', ctx.regioId).where('id', '=', id).execute()
}
